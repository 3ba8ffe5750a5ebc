package io.quittance.einvoice;

/** What a CII document was agreed on: parties and references. */
final class CiiAgreement {
    /** Kinds of documents, UNCL 1001. */
    private static final String SUPPORTING = "916";

    private static final String TENDER = "50";
    private static final String OBJECT = "130";
    /** CII wants a name beside the number of a project. */
    private static final String PROJECT_NAME = "Project reference";

    private final Part document;

    CiiAgreement(Part document) {
        this.document = document;
    }

    void write() {
        document.text("ram:BuyerReference", "BT-10");
        document.in("ram:SellerTradeParty", "BG-4", CiiParty::seller);
        document.in("ram:BuyerTradeParty", "BG-7", CiiParty::buyer);
        document.in("ram:SellerTaxRepresentativeTradeParty", "BG-11", CiiParty::representative);
        reference(document, "ram:SellerOrderReferencedDocument", "BT-14");
        reference(document, "ram:BuyerOrderReferencedDocument", "BT-13");
        reference(document, "ram:ContractReferencedDocument", "BT-12");
        document.each("BG-24", CiiAgreement::supporting);
        if (document.group().has("BT-17")) {
            document.in("ram:AdditionalReferencedDocument", () -> {
                document.text("ram:IssuerAssignedID", "BT-17");
                document.put("ram:TypeCode", TENDER);
            });
        }
        object(document, "BT-18");
        if (document.group().has("BT-11")) {
            document.in("ram:SpecifiedProcuringProject", () -> {
                document.text("ram:ID", "BT-11");
                document.put("ram:Name", PROJECT_NAME);
            });
        }
    }

    static void reference(Part part, String element, String term) {
        part.in(element, () -> part.text("ram:IssuerAssignedID", term));
    }

    /** What is invoiced, of the document or of a line. */
    static void object(Part part, String term) {
        part.group()
                .values(term)
                .forEach(id -> part.in("ram:AdditionalReferencedDocument", () -> {
                    part.put("ram:IssuerAssignedID", id.text());
                    part.put("ram:TypeCode", OBJECT);
                    id.qualifier().ifPresent(scheme -> part.put("ram:ReferenceTypeCode", scheme));
                }));
    }

    private static void supporting(Part supporting) {
        supporting.in("ram:AdditionalReferencedDocument", () -> {
            supporting.text("ram:IssuerAssignedID", "BT-122");
            supporting.text("ram:URIID", "BT-124");
            supporting.put("ram:TypeCode", SUPPORTING);
            supporting.text("ram:Name", "BT-123");
            supporting
                    .group()
                    .text("BT-125")
                    .ifPresent(content -> supporting.put(
                            "ram:AttachmentBinaryObject",
                            content,
                            "mimeCode",
                            supporting.group().text("BT-125-1").orElse(""),
                            "filename",
                            supporting.group().text("BT-125-2").orElse("")));
        });
    }
}
