package io.quittance.einvoice;

/** The order of a CII document, as its schema has it. */
final class CiiDocument {
    private final Part document;

    CiiDocument(Part document) {
        this.document = document;
    }

    void write() {
        document.in("rsm:ExchangedDocumentContext", "BG-2", control -> {
            control.in("ram:BusinessProcessSpecifiedDocumentContextParameter", () -> control.text("ram:ID", "BT-23"));
            control.in("ram:GuidelineSpecifiedDocumentContextParameter", () -> control.text("ram:ID", "BT-24"));
        });
        document.in("rsm:ExchangedDocument", () -> {
            document.text("ram:ID", "BT-1");
            document.text("ram:TypeCode", "BT-3");
            CiiDates.dateTime(document, "ram:IssueDateTime", "BT-2");
            document.each("BG-1", CiiDocument::note);
        });
        document.in("rsm:SupplyChainTradeTransaction", () -> {
            document.each("BG-25", CiiLine::write);
            document.in("ram:ApplicableHeaderTradeAgreement", new CiiAgreement(document)::write);
            delivery();
            document.in("ram:ApplicableHeaderTradeSettlement", new CiiSettlement(document)::write);
        });
    }

    private static void note(Part note) {
        note.in("ram:IncludedNote", () -> {
            note.text("ram:Content", "BT-22");
            note.text("ram:SubjectCode", "BT-21");
        });
    }

    /** The schema wants it even where there is nothing to say. */
    private void delivery() {
        document.always("ram:ApplicableHeaderTradeDelivery", () -> {
            document.each("BG-13", delivery -> {
                delivery.in("ram:ShipToTradeParty", () -> CiiParty.shipTo(delivery));
                delivery.in(
                        "ram:ActualDeliverySupplyChainEvent",
                        () -> CiiDates.dateTime(delivery, "ram:OccurrenceDateTime", "BT-72"));
            });
            CiiAgreement.reference(document, "ram:DespatchAdviceReferencedDocument", "BT-16");
            CiiAgreement.reference(document, "ram:ReceivingAdviceReferencedDocument", "BT-15");
        });
    }
}
