package io.quittance.ar.statement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;

/**
 * What of a customer's debts is open at the end of a day, as it was known at an instant, and what is on account beside them. It closes with the
 * open items less what is on account, which is the balance of the ledger (ar.md 4.15): 70.00 of 100.00, 50.00 of 50.00 and a payment of 20.00 that
 * settles nothing yet close with 100.00.
 *
 * @param asOf of which day, and when that was known
 * @param account what the ledger answers
 * @param unapplied what is left of payments and credits, which is what the account has on account, by date and then id
 */
public record OpenItemStatement(AsOf asOf, AccountView account, List<UnappliedPayment> unapplied)
        implements Serializable {

    /**
     * Checks that all is of one customer and one currency, once and no later than the day, and that payments and credits are what is on account.
     *
     * @throws io.quittance.core.error.CurrencyMismatchException if an amount is in another currency than what is on account
     */
    public OpenItemStatement {
        requireNonNull(asOf, "asOf");
        requireNonNull(account, "account");
        unapplied = List.copyOf(unapplied);
        requireItems(asOf.date(), account);
        Amount left = Amount.zero(account.onAccount().getCurrency());
        var ids = new HashSet<PaymentId>();
        for (int i = 0; i < unapplied.size(); i++) {
            UnappliedPayment one = unapplied.get(i);
            String at = "unapplied[" + i + "].";
            Require.that(
                    one.payment().customer().equals(account.customer()),
                    "statement.customer",
                    at + "customer",
                    "must be " + account.customer(),
                    one.payment().customer());
            requireNotAfter(asOf.date(), one.payment().valueDate(), at + "valueDate");
            Require.that(
                    ids.add(one.payment().id()),
                    "statement.twice",
                    at + "id",
                    "must not repeat",
                    one.payment().id());
            left = left.add(MinorUnits.require(one.left(), left.getCurrency(), at + "left"));
        }
        Require.that(
                left.equals(account.onAccount()),
                "statement.on-account",
                "unapplied",
                "must add up to " + account.onAccount() + ", which is on account",
                left);
    }

    private static void requireItems(LocalDate date, AccountView account) {
        var ids = new HashSet<ReceivableId>();
        for (int i = 0; i < account.openItems().size(); i++) {
            OpenItem item = account.openItems().get(i);
            String at = "account.openItems[" + i + "].";
            requireNotAfter(date, item.documentDate(), at + "documentDate");
            Require.that(ids.add(item.id()), "statement.twice", at + "id", "must not repeat", item.id());
            MinorUnits.require(item.open(), account.onAccount().getCurrency(), at + "open");
        }
    }

    private static void requireNotAfter(LocalDate date, LocalDate day, String argument) {
        Require.that(
                !day.isAfter(date), "statement.date", argument, "must not be after " + date + ", which it is of", day);
    }

    /**
     * What was open at the end of a day, as it was known at an instant.
     *
     * @throws IllegalArgumentException if the ledger goes on from a snapshot and the question is of before
     */
    public static OpenItemStatement of(CustomerLedger ledger, AsOf asOf) {
        return new OpenItemStatement(asOf, ledger.asOf(asOf), ledger.unappliedPayments(asOf));
    }

    /** As {@link #of(CustomerLedger, AsOf)}, with all that was ever recorded about that day. */
    public static OpenItemStatement of(CustomerLedger ledger, LocalDate date) {
        return of(ledger, AsOf.endOf(date));
    }

    /** Whose it is. */
    public CustomerId customer() {
        return account.customer();
    }

    /** The day at whose end all of it is so. */
    public LocalDate date() {
        return asOf.date();
    }

    /** The currency of all amounts. */
    public CurrencyUnit currency() {
        return account.onAccount().getCurrency();
    }

    /** What is open, by due date, then date of the document, then id. */
    public List<StatementItem> items() {
        return account.openItems().stream()
                .sorted(OpenItem.BY_DUE_DATE)
                .map(item -> new StatementItem(item, date()))
                .toList();
    }

    /** What is open in all, with what is contested of it. */
    public Amount open() {
        return account.open();
    }

    /** What is contested of it. */
    public Amount disputed() {
        return sum(items().stream(), StatementItem::disputed);
    }

    /** Money and credits that settle nothing yet. */
    public Amount onAccount() {
        return account.onAccount();
    }

    /** What the customer owes: open less on account, as the ledger says; below zero if money or credits are left over. */
    public Amount closing() {
        return account.balance();
    }

    /** What of the open items is due on the day of the statement or was before, with what is contested of it. */
    public Amount due() {
        return sum(items().stream().filter(StatementItem::isDue), StatementItem::rest);
    }

    /**
     * What is to be paid by the day of the statement: what is due and not contested, less what is on account; 0 or more. Of 100.00 that are due,
     * 30.00 of them contested, and 20.00 on account, 50.00.
     */
    public Amount toPay() {
        Amount undisputed = sum(
                items().stream().filter(StatementItem::isDue), one -> one.item().undisputed());
        return undisputed.subtract(onAccount()).max(Amount.zero(currency()));
    }

    private Amount sum(Stream<StatementItem> of, Function<StatementItem, Amount> amount) {
        return of.map(amount).reduce(Amount.zero(currency()), Amount::add);
    }

    /** The open items by days past the due date, on the day of the statement; adds up to {@link #closing()}. */
    public AgingRow aging(AgingBuckets buckets) {
        return aging(AgingRule.of(buckets));
    }

    /** As {@link #aging(AgingBuckets)}, by a rule, on its day if it has one. */
    public AgingRow aging(AgingRule rule) {
        return AgingRow.of(account, unapplied, rule, date());
    }

    /** For example {@code open items of customer A at 2026-03-31: EUR 100.00}. */
    @Override
    public String toString() {
        return "open items of customer " + customer() + " at " + asOf + ": " + closing();
    }
}
