package io.quittance.einvoice;

/** To what a UBL document refers. */
final class UblReferences {
    /** The kind of document, UNCL 1001, where UBL has no element of its own. */
    private static final String OBJECT = "130";

    private static final String PROJECT = "50";
    /** UBL wants a buyer's order beside the seller's. */
    private static final String NO_ORDER = "NA";

    private final Part document;

    UblReferences(Part document) {
        this.document = document;
    }

    /**
     * In the order of the schema.
     *
     * @param credit a credit note has no element for a project, and names the tender later
     */
    void write(boolean credit) {
        document.in("cac:OrderReference", this::order);
        document.each("BG-3", UblReferences::preceding);
        reference("cac:DespatchDocumentReference", "BT-16");
        reference("cac:ReceiptDocumentReference", "BT-15");
        if (!credit) {
            reference("cac:OriginatorDocumentReference", "BT-17");
        }
        reference("cac:ContractDocumentReference", "BT-12");
        object(document, "cac:AdditionalDocumentReference", "BT-18");
        if (credit) {
            kind("cac:AdditionalDocumentReference", "BT-11", PROJECT);
        }
        document.each("BG-24", UblReferences::supporting);
        if (credit) {
            reference("cac:OriginatorDocumentReference", "BT-17");
        } else {
            reference("cac:ProjectReference", "BT-11");
        }
    }

    private void order() {
        if (document.group().has("BT-14") && !document.group().has("BT-13")) {
            document.put("cbc:ID", NO_ORDER);
        }
        document.text("cbc:ID", "BT-13");
        document.text("cbc:SalesOrderID", "BT-14");
    }

    private static void preceding(Part invoice) {
        invoice.in(
                "cac:BillingReference",
                () -> invoice.in("cac:InvoiceDocumentReference", () -> {
                    invoice.text("cbc:ID", "BT-25");
                    invoice.text("cbc:IssueDate", "BT-26");
                }));
    }

    private void reference(String element, String term) {
        document.in(element, () -> document.text("cbc:ID", term));
    }

    private void kind(String element, String term, String kind) {
        if (document.group().has(term)) {
            document.in(element, () -> {
                document.text("cbc:ID", term);
                document.put("cbc:DocumentTypeCode", kind);
            });
        }
    }

    /** What is invoiced, of the document or of a line. */
    static void object(Part part, String element, String term) {
        if (part.group().has(term)) {
            part.in(element, () -> {
                part.id("cbc:ID", term, "schemeID");
                part.put("cbc:DocumentTypeCode", OBJECT);
            });
        }
    }

    private static void supporting(Part supporting) {
        supporting.in("cac:AdditionalDocumentReference", () -> {
            supporting.text("cbc:ID", "BT-122");
            supporting.text("cbc:DocumentDescription", "BT-123");
            supporting.in("cac:Attachment", () -> {
                supporting
                        .group()
                        .text("BT-125")
                        .ifPresent(content -> supporting.put(
                                "cbc:EmbeddedDocumentBinaryObject",
                                content,
                                "mimeCode",
                                supporting.group().text("BT-125-1").orElse(""),
                                "filename",
                                supporting.group().text("BT-125-2").orElse("")));
                supporting.in("cac:ExternalReference", () -> supporting.text("cbc:URI", "BT-124"));
            });
        });
    }
}
