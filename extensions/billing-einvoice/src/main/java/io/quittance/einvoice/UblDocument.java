package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import java.util.Set;

/** The order of a UBL invoice or credit note, as their schemas have it. */
final class UblDocument {
    private static final Set<String> CREDITS =
            Set.of("81 83 261 262 296 308 381 396 420 458 502 503 532".split(" ", -1));

    private final Part document;
    private final boolean credit;
    private final UblReferences references;
    private final UblParties parties;

    UblDocument(Part document, boolean credit) {
        this.document = document;
        this.credit = credit;
        references = new UblReferences(document);
        parties = new UblParties(document);
    }

    /** Whether it is a credit note by its type (BT-3). */
    static boolean isCredit(BusinessGroup document) {
        return document.text("BT-3").filter(CREDITS::contains).isPresent();
    }

    void write() {
        document.each("BG-2", control -> {
            control.text("cbc:CustomizationID", "BT-24");
            control.text("cbc:ProfileID", "BT-23");
        });
        document.text("cbc:ID", "BT-1");
        document.text("cbc:IssueDate", "BT-2");
        head();
        document.text("cbc:DocumentCurrencyCode", "BT-5");
        document.text("cbc:TaxCurrencyCode", "BT-6");
        document.text("cbc:AccountingCost", "BT-19");
        document.text("cbc:BuyerReference", "BT-10");
        document.in("cac:InvoicePeriod", this::period);
        references.write(credit);
        parties.write();
        document.in("cac:Delivery", "BG-13", UblParties::delivery);
        new UblPayment(document, credit).write();
        document.each("BG-20", part -> UblAmounts.write(AmountTerms.DOCUMENT_ALLOWANCE, part));
        document.each("BG-21", part -> UblAmounts.write(AmountTerms.DOCUMENT_CHARGE, part));
        new UblTotals(document).write();
        document.each("BG-25", line -> UblLine.write(line, credit));
    }

    /** A credit note has no due date, which stands with its payment means, and another order. */
    private void head() {
        if (credit) {
            document.text("cbc:TaxPointDate", "BT-7");
            document.text("cbc:CreditNoteTypeCode", "BT-3");
            document.each("BG-1", UblDocument::note);
        } else {
            document.text("cbc:DueDate", "BT-9");
            document.text("cbc:InvoiceTypeCode", "BT-3");
            document.each("BG-1", UblDocument::note);
            document.text("cbc:TaxPointDate", "BT-7");
        }
    }

    private static void note(Part note) {
        String subject =
                note.group().text("BT-21").map(code -> "#" + code + "#").orElse("");
        note.group().text("BT-22").ifPresent(text -> note.put("cbc:Note", subject + text));
    }

    private void period() {
        document.each("BG-14", period -> {
            period.text("cbc:StartDate", "BT-73");
            period.text("cbc:EndDate", "BT-74");
        });
        document.text("cbc:DescriptionCode", "BT-8");
    }
}
