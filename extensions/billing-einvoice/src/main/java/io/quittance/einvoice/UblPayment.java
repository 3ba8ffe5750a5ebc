package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;

/** How and when a UBL document is paid. */
final class UblPayment {
    /** UNCL 4461, instrument not defined: the due date of a credit note stands within payment means, which need a code. */
    private static final String UNDEFINED = "1";
    /** UBL wants the network of a card, for which EN 16931 has no term. */
    private static final String NO_NETWORK = "NA";

    private final Part document;
    private final boolean credit;

    UblPayment(Part document, boolean credit) {
        this.document = document;
        this.credit = credit;
    }

    void write() {
        document.each("BG-16", this::means);
        if (credit
                && document.group().groups("BG-16").isEmpty()
                && document.group().has("BT-9")) {
            document.in("cac:PaymentMeans", () -> {
                document.put("cbc:PaymentMeansCode", UNDEFINED);
                due();
            });
        }
        document.in("cac:PaymentTerms", () -> document.text("cbc:Note", "BT-20"));
    }

    /** Each account has payment means of its own; its name, card, debit and due date stand in the first. */
    private void means(Part payment) {
        int accounts = payment.group().groups("BG-17").size();
        for (int i = 0; i < Math.max(1, accounts); i++) {
            boolean first = i == 0;
            int account = i;
            payment.in("cac:PaymentMeans", () -> {
                code(payment, first);
                if (first && credit) {
                    due();
                }
                payment.text("cbc:PaymentID", "BT-83");
                if (first) {
                    payment.in("cac:CardAccount", "BG-18", UblPayment::card);
                }
                if (account < accounts) {
                    account(payment, payment.group().groups("BG-17").get(account));
                }
                if (first) {
                    payment.in("cac:PaymentMandate", "BG-19", UblPayment::mandate);
                }
            });
        }
    }

    private static void code(Part payment, boolean first) {
        payment.group()
                .text("BT-81")
                .ifPresent(code -> payment.put(
                        "cbc:PaymentMeansCode",
                        code,
                        "name",
                        first ? payment.group().text("BT-82").orElse("") : ""));
    }

    private void due() {
        document.text("cbc:PaymentDueDate", "BT-9");
    }

    private static void card(Part card) {
        card.text("cbc:PrimaryAccountNumberID", "BT-87");
        card.put("cbc:NetworkID", NO_NETWORK);
        card.text("cbc:HolderName", "BT-88");
    }

    private static void account(Part payment, BusinessGroup transfer) {
        Part account = payment.of(transfer);
        account.in("cac:PayeeFinancialAccount", () -> {
            account.text("cbc:ID", "BT-84");
            account.text("cbc:Name", "BT-85");
            account.in("cac:FinancialInstitutionBranch", () -> account.text("cbc:ID", "BT-86"));
        });
    }

    private static void mandate(Part debit) {
        debit.text("cbc:ID", "BT-89");
        debit.in("cac:PayerFinancialAccount", () -> debit.text("cbc:ID", "BT-91"));
    }
}
