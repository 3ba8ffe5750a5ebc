package io.quittance.examples.page;

import io.quittance.core.invoice.CreditTransfer;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.PaymentInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * How and when a document is paid.
 *
 * @param amount what is due in all, with the currency
 * @param by before the days on which something is due
 * @param due what is due when; more than one for instalments
 * @param facts means, accounts and reference
 */
record PaymentModel(String name, String amount, String by, List<Fact> due, List<Fact> facts) {

    boolean instalments() {
        return due.size() > 1;
    }

    static PaymentModel of(Invoice invoice, Words words) {
        var due = new ArrayList<Fact>();
        invoice.dueAmounts().forEach(part -> due.add(new Fact(words.of(part.dueDate()), words.money(part.amount()))));
        var facts = new Fact.Facts(words);
        invoice.draft()
                .paymentTerms()
                .discounts()
                .forEach(discount -> facts.add(
                        "early-payment",
                        words.percent(discount.percent()) + " " + words.of("if-paid-by") + " "
                                + words.of(discount.until(invoice.issueDate()))));
        invoice.paymentInstruction().ifPresent(instruction -> put(instruction, facts, words));
        return new PaymentModel(
                words.of(invoice.type().isCredit() ? "credited" : "due"),
                words.money(invoice.amountDue()),
                words.of(invoice.type().isCredit() ? "credited-on" : "due-by"),
                List.copyOf(due),
                facts.all());
    }

    private static void put(PaymentInstruction instruction, Fact.Facts facts, Words words) {
        facts.add("means", words.of("means", instruction.meansCode()));
        instruction.transfers().forEach(account -> put(account, facts));
        instruction
                .debit()
                .ifPresent(debit -> facts.add("mandate", debit.mandate())
                        .add("creditor-id", debit.creditorId())
                        .add("debited-account", grouped(debit.account().reveal())));
        instruction
                .card()
                .ifPresent(card -> facts.add("card", "… " + card.lastDigits()).add("card-holder", card.holder()));
        facts.add("payment-reference", instruction.reference().map(PartyModel::written));
    }

    private static void put(CreditTransfer account, Fact.Facts facts) {
        facts.add("account", grouped(account.account().reveal()))
                .add("bank", account.provider())
                .add("account-name", account.name());
    }

    /** An IBAN in groups of four, as people copy it; another number as it is. */
    private static String grouped(String account) {
        return account.matches("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}") ? account.replaceAll("(.{4})(?=.)", "$1 ") : account;
    }
}
