package io.quittance.einvoice;

import java.util.regex.Pattern;

/** How and when a CII document is paid. */
final class CiiPayment {
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}");

    private CiiPayment() {}

    /** Each account has payment means of its own; card and debit stand in the first. */
    static void means(Part payment) {
        int accounts = payment.group().groups("BG-17").size();
        for (int i = 0; i < Math.max(1, accounts); i++) {
            boolean first = i == 0;
            int account = i;
            payment.in("ram:SpecifiedTradeSettlementPaymentMeans", () -> {
                payment.text("ram:TypeCode", "BT-81");
                payment.text("ram:Information", "BT-82");
                if (first) {
                    payment.in("ram:ApplicableTradeSettlementFinancialCard", "BG-18", CiiPayment::card);
                    payment.in(
                            "ram:PayerPartyDebtorFinancialAccount",
                            "BG-19",
                            debit -> debit.text("ram:IBANID", "BT-91"));
                }
                if (account < accounts) {
                    account(payment.of(payment.group().groups("BG-17").get(account)));
                }
            });
        }
    }

    private static void card(Part card) {
        card.text("ram:ID", "BT-87");
        card.text("ram:CardholderName", "BT-88");
    }

    private static void account(Part account) {
        boolean iban = account.group()
                .text("BT-84")
                .filter(number -> IBAN.matcher(number).matches())
                .isPresent();
        account.in("ram:PayeePartyCreditorFinancialAccount", () -> {
            if (iban) {
                account.text("ram:IBANID", "BT-84");
            }
            account.text("ram:AccountName", "BT-85");
            if (!iban) {
                account.text("ram:ProprietaryID", "BT-84");
            }
        });
        account.in("ram:PayeeSpecifiedCreditorFinancialInstitution", () -> account.text("ram:BICID", "BT-86"));
    }

    static void terms(Part document) {
        document.text("ram:Description", "BT-20");
        CiiDates.dateTime(document, "ram:DueDateDateTime", "BT-9");
        document.each(
                "BG-16", payment -> payment.each("BG-19", debit -> debit.text("ram:DirectDebitMandateID", "BT-89")));
    }
}
