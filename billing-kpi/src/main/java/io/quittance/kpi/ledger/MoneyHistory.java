package io.quittance.kpi.ledger;

import io.quittance.ar.payment.Payment;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What happened to one payment or credit: how much of it is on account when, and how much was taken back or paid out. */
final class MoneyHistory {
    private final Payment payment;
    private final boolean isCredit;
    private final TreeMap<LocalDate, Amount> onAccount = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> gone = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> paidOut = new TreeMap<>();

    MoneyHistory(Payment payment, boolean isCredit) {
        this.payment = payment;
        this.isCredit = isCredit;
        changed(payment.valueDate(), payment.amount());
    }

    /** So much more is on account. */
    void changed(LocalDate day, Amount amount) {
        onAccount.merge(day, amount, Amount::add);
    }

    /** So much of what came is none any more: the bank took it back, or it was recorded by mistake. Below zero where that was a mistake. */
    void gone(LocalDate day, Amount amount) {
        gone.merge(day, amount, Amount::add);
    }

    /** So much goes back to the customer; below zero where that was recorded by mistake. */
    void paidOut(LocalDate day, Amount amount) {
        changed(day, amount.negate());
        paidOut.merge(day, amount, Amount::add);
    }

    String id() {
        return payment.id().value();
    }

    CustomerId customer() {
        return payment.customer();
    }

    /** Whether it is what a credit note gives, and no money. */
    boolean isCredit() {
        return isCredit;
    }

    /** Whether it is money that nothing is known about but who paid it: no credit, and not paid in advance for what is to be invoiced. */
    boolean isCash() {
        return !isCredit && payment.prepaidFor().isEmpty();
    }

    /** The day on which it came. */
    LocalDate day() {
        return payment.valueDate();
    }

    Amount amount() {
        return payment.amount();
    }

    /** What changed on account, by day. */
    NavigableMap<LocalDate, Amount> changes() {
        return onAccount;
    }

    /** What turned out to be none, by day. */
    NavigableMap<LocalDate, Amount> goneByDay() {
        return gone;
    }

    /** What went back to the customer, by day. */
    NavigableMap<LocalDate, Amount> paidOutByDay() {
        return paidOut;
    }

    /** What is on account at the end of a day. */
    Amount onAccountAt(LocalDate day) {
        return sum(onAccount, day);
    }

    /** What came, less what is gone by the end of a day. */
    Amount receivedBy(LocalDate day) {
        return amount().subtract(sum(gone, day));
    }

    private Amount sum(NavigableMap<LocalDate, Amount> amounts, LocalDate day) {
        return amounts.headMap(day, true).values().stream().reduce(Amount.zero(amount().getCurrency()), Amount::add);
    }
}
