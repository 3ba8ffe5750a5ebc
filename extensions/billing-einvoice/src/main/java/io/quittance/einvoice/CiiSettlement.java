package io.quittance.einvoice;

/** What a CII document adds up to, and how it is paid. */
final class CiiSettlement {
    private final Part document;

    CiiSettlement(Part document) {
        this.document = document;
    }

    void write() {
        document.each("BG-16", payment -> {
            payment.each("BG-19", debit -> debit.text("ram:CreditorReferenceID", "BT-90"));
            payment.text("ram:PaymentReference", "BT-83");
        });
        document.text("ram:TaxCurrencyCode", "BT-6");
        document.text("ram:InvoiceCurrencyCode", "BT-5");
        document.in("ram:PayeeTradeParty", "BG-10", CiiParty::payee);
        document.each("BG-16", CiiPayment::means);
        CiiTax.groups(document);
        document.in("ram:BillingSpecifiedPeriod", "BG-14", period -> CiiDates.period(period, "BT-73", "BT-74"));
        document.each("BG-20", part -> CiiAmounts.write(AmountTerms.DOCUMENT_ALLOWANCE, part));
        document.each("BG-21", part -> CiiAmounts.write(AmountTerms.DOCUMENT_CHARGE, part));
        document.in("ram:SpecifiedTradePaymentTerms", () -> CiiPayment.terms(document));
        document.in("ram:SpecifiedTradeSettlementHeaderMonetarySummation", "BG-22", CiiSettlement::totals);
        document.in("ram:InvoiceReferencedDocument", "BG-3", invoice -> {
            invoice.text("ram:IssuerAssignedID", "BT-25");
            CiiDates.formatted(invoice, "ram:FormattedIssueDateTime", "BT-26");
        });
        document.in("ram:ReceivableSpecifiedTradeAccountingAccount", () -> document.text("ram:ID", "BT-19"));
    }

    private static void totals(Part totals) {
        totals.number("ram:LineTotalAmount", "BT-106");
        totals.number("ram:ChargeTotalAmount", "BT-108");
        totals.number("ram:AllowanceTotalAmount", "BT-107");
        totals.number("ram:TaxBasisTotalAmount", "BT-109");
        totals.amount("ram:TaxTotalAmount", "BT-110");
        totals.amount("ram:TaxTotalAmount", "BT-111");
        totals.number("ram:RoundingAmount", "BT-114");
        totals.number("ram:GrandTotalAmount", "BT-112");
        totals.number("ram:TotalPrepaidAmount", "BT-113");
        totals.number("ram:DuePayableAmount", "BT-115");
    }
}
