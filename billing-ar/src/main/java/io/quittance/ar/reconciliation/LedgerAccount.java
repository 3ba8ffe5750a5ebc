package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.journal.JournalLine;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.statement.BalanceForwardStatement;
import io.quittance.ar.statement.OpenItemStatement;
import io.quittance.ar.statement.StatementMovement;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;

/**
 * What the ledger has of an account at the end of a day.
 *
 * @param account its key, which is that of the {@link StatedAccount}: a customer, an account of the general ledger, an account at a bank
 * @param date the day at whose end it is so
 * @param balance of that day
 * @param lines what makes up the balance, or changed it since the {@linkplain #opening() opening}; those after the date are in no balance, and only
 *     tell that something was in transit
 */
public record LedgerAccount(String account, LocalDate date, Amount balance, List<LedgerLine> lines)
        implements Serializable {

    /**
     * Copies the lines.
     *
     * @throws io.quittance.core.error.CurrencyMismatchException if one is in another currency than the balance
     */
    public LedgerAccount {
        Require.id(account, "account");
        Dates.inCalendar(date, "date");
        MinorUnits.require(requireNonNull(balance, "balance"), "balance");
        lines = List.copyOf(lines);
        for (int i = 0; i < lines.size(); i++) {
            MinorUnits.require(lines.get(i).amount(), balance.getCurrency(), "lines[" + i + "].amount");
        }
    }

    /**
     * The open items of a customer and what is on account, by their ids; for a customer that states what is open. Receivables are known by their
     * references too.
     *
     * @throws IllegalArgumentException if the ledger goes on from a snapshot and the question is of before
     */
    public static LedgerAccount openItems(CustomerLedger ledger, AsOf asOf) {
        OpenItemStatement statement = OpenItemStatement.of(ledger, asOf);
        Amount nothing = Amount.zero(ledger.currency());
        var lines = new ArrayList<LedgerLine>();
        for (OpenItem item : statement.account().openItems()) {
            lines.add(new LedgerLine(
                    item.id().value(),
                    item.receivable().references(),
                    item.documentDate(),
                    item.open(),
                    item.disputed(),
                    false));
        }
        for (UnappliedPayment left : statement.unapplied()) {
            Payment payment = left.payment();
            lines.add(new LedgerLine(
                    payment.id().value(),
                    List.of(), // the reference that came with it is that of what it pays
                    payment.valueDate(),
                    left.left().negate(),
                    nothing,
                    true));
        }
        return new LedgerAccount(ledger.customer().value(), asOf.date(), statement.closing(), lines);
    }

    /**
     * All that ever changed what a customer owes, by the ids of invoices, payments and credits; for a customer that states its postings. What takes
     * effect after the day and is known is among the lines after the date. {@link #since} cuts off what is before a day.
     *
     * @throws IllegalArgumentException if the ledger goes on from a snapshot
     */
    public static LedgerAccount movements(CustomerLedger ledger, AsOf asOf) {
        BalanceForwardStatement statement = BalanceForwardStatement.sinceTheBeginning(ledger, asOf);
        Amount nothing = Amount.zero(ledger.currency());
        Map<String, OpenItem> open = new HashMap<>();
        statement
                .closed()
                .account()
                .openItems()
                .forEach(item -> open.put(item.id().value(), item));
        Map<String, List<String>> names = new HashMap<>();
        for (LedgerEntry entry : ledger.entries()) {
            debts(entry.fact()).forEach(debt -> names.put(debt.id().value(), debt.references()));
        }
        var lines = new ArrayList<LedgerLine>();
        for (StatementMovement movement : StatementMovement.of(ledger, asOf.knownAt())) {
            OpenItem item = open.get(movement.reference());
            Amount disputed =
                    item != null && movement.amount().equals(item.receivable().amount()) ? item.disputed() : nothing;
            lines.add(new LedgerLine(
                    movement.reference(),
                    names.getOrDefault(movement.reference(), List.of()),
                    movement.date(),
                    movement.amount(),
                    disputed,
                    false));
        }
        return new LedgerAccount(ledger.customer().value(), asOf.date(), statement.closing(), lines);
    }

    /** The debts that are owed by it: one that is posted, and those in place of others. */
    private static List<Receivable> debts(LedgerFact fact) {
        if (fact instanceof ReceivablePosted posted) {
            return List.of(posted.receivable());
        }
        if (fact instanceof PaymentAllocated allocated) {
            return allocated.settlement().newItems().stream()
                    .map(NewItem::receivable)
                    .toList();
        }
        if (fact instanceof PaymentReturned returned && returned.owed() != null) {
            return List.of(returned.owed().receivable());
        }
        if (fact instanceof DebtRescheduled moved) {
            return Stream.concat(moved.owed().stream(), moved.charges().stream().map(ReceivablePosted::receivable))
                    .toList();
        }
        return List.of();
    }

    /**
     * What a journal has on an account, in the currency of the books, by the receivables, payments and credits of its lines. The control account of
     * the customers is {@code line -> line.account().equals(AccountKey.RECEIVABLES)}; what a bank has, is {@link
     * io.quittance.ar.journal.AccountKey#BANK}, of the payments that go to that bank.
     *
     * @param account the host's key of the account
     * @param currency of the books
     * @param entries of all customers; those after the date are in no balance
     * @param isOfAccount which lines are on the account
     * @param date the day at whose end the balance is
     * @throws io.quittance.core.error.CurrencyMismatchException if such a line is in another currency
     */
    public static LedgerAccount booked(
            String account,
            CurrencyUnit currency,
            List<JournalEntry> entries,
            Predicate<? super JournalLine> isOfAccount,
            LocalDate date) {
        return of(account, currency, entries, isOfAccount, date, JournalLine::amount);
    }

    /** As {@link #booked}, in the currency of the documents; for a bank's account in another currency than that of the books. */
    public static LedgerAccount original(
            String account,
            CurrencyUnit currency,
            List<JournalEntry> entries,
            Predicate<? super JournalLine> isOfAccount,
            LocalDate date) {
        return of(account, currency, entries, isOfAccount, date, JournalLine::original);
    }

    private static LedgerAccount of(
            String account,
            CurrencyUnit currency,
            List<JournalEntry> entries,
            Predicate<? super JournalLine> isOfAccount,
            LocalDate date,
            Function<JournalLine, Amount> amount) {
        Amount balance = Amount.zero(currency);
        var lines = new ArrayList<LedgerLine>();
        for (JournalEntry entry : entries) {
            for (JournalLine line : entry.lines()) {
                Amount changed = amount.apply(line);
                if (isOfAccount.test(line) && changed.signum() != 0) {
                    lines.add(LedgerLine.of(line.reference(), entry.date(), changed));
                    if (!entry.date().isAfter(date)) {
                        balance = balance.add(MinorUnits.require(changed, currency, "entries.amount"));
                    }
                }
            }
        }
        return new LedgerAccount(account, date, balance, lines);
    }

    /** The same, with what is before a day in the opening and not among the lines. */
    public LedgerAccount since(LocalDate from) {
        Dates.inCalendar(from, "from");
        return new LedgerAccount(
                account,
                date,
                balance,
                lines.stream().filter(line -> !line.date().isBefore(from)).toList());
    }

    /** What the balance was before the lines: that of open items, and of all there ever was, is 0. */
    public Amount opening() {
        return lines.stream()
                .filter(line -> !line.date().isAfter(date))
                .map(LedgerLine::amount)
                .reduce(balance, Amount::subtract);
    }

    /** For example {@code ACME at 2026-03-31: EUR 180.00}. */
    @Override
    public String toString() {
        return account + " at " + date + ": " + balance;
    }
}
