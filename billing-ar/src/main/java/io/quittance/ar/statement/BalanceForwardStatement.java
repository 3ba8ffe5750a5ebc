package io.quittance.ar.statement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer owed at first, what changed that, and what is owed in the end: opening + movements = closing, and the closing is what the ledger
 * says, which is checked here (ar.md 4.15). 100.00, an invoice over 50.00 and a payment of 120.00 close with 30.00.
 *
 * <p>Opening and closing have two dates each. A statement that opens as the last one closed begins with what the customer was told then: what was
 * recorded since about days before is {@linkplain #backDated among the movements}, with its day.
 *
 * <p>What was undone in the period is a movement and another that undoes it; {@link #netted()} leaves both out.
 *
 * @param opened of which day the opening is, and when that was known; null for the beginning of the account
 * @param opening what was owed then; below zero if money or credits were left over
 * @param movements what changed it, by date, and of one date in the order in which it was recorded
 * @param closed what is open in the end
 */
public record BalanceForwardStatement(
        @Nullable AsOf opened, Amount opening, List<StatementMovement> movements, OpenItemStatement closed)
        implements Serializable {

    /**
     * Checks that opening and movements come to the closing, and that each movement belongs between the two, in order.
     *
     * @throws io.quittance.core.error.CurrencyMismatchException if an amount is in another currency than the closing
     */
    public BalanceForwardStatement {
        requireNonNull(closed, "closed");
        MinorUnits.require(requireNonNull(opening, "opening"), closed.currency(), "opening");
        movements = List.copyOf(movements);
        if (opened == null) {
            Require.that(
                    opening.signum() == 0,
                    "statement.opening",
                    "opening",
                    "must be 0 at the beginning of the account",
                    opening);
        } else {
            requireNotAfter(opened, closed.asOf());
        }
        Amount sum = opening;
        for (int i = 0; i < movements.size(); i++) {
            StatementMovement movement = movements.get(i);
            String at = "movements[" + i + "].";
            requireBetween(opened, closed.asOf(), movement, at);
            Require.that(
                    i == 0 || !movement.date().isBefore(movements.get(i - 1).date()),
                    "statement.order",
                    at + "date",
                    "must not be before that of the one before",
                    movement.date());
            sum = sum.add(MinorUnits.require(movement.amount(), closed.currency(), at + "amount"));
        }
        Require.that(
                sum.equals(closed.closing()),
                "statement.balance",
                "movements",
                "must bring " + opening + " to " + closed.closing() + ", which the ledger says",
                sum);
    }

    private static void requireNotAfter(AsOf opened, AsOf closed) {
        Require.that(
                !opened.date().isAfter(closed.date()) && !opened.knownAt().isAfter(closed.knownAt()),
                "statement.dates",
                "opened",
                "must be of no later day and of nothing known later than " + closed + ", which it closes with",
                opened);
    }

    private static void requireBetween(@Nullable AsOf opened, AsOf closed, StatementMovement movement, String at) {
        Require.that(
                closed.includes(movement.date(), movement.recordedAt()),
                "statement.period",
                at + "date",
                "must not be after " + closed + ", which it closes with",
                movement.date());
        Require.that(
                opened == null || !opened.includes(movement.date(), movement.recordedAt()),
                "statement.period",
                at + "date",
                "must not be of before " + opened + ", which it opens with",
                movement.date());
    }

    /**
     * What changed between two questions. To go on from the last statement that was sent, open as it closed.
     *
     * @param opened of which day, as known when, the opening is
     * @param closed of which day, as known when, the closing is; no earlier than {@code opened}, on both axes
     * @throws IllegalArgumentException if it opens later than it closes; or if the ledger goes on from a snapshot, which has no movements
     */
    public static BalanceForwardStatement of(CustomerLedger ledger, AsOf opened, AsOf closed) {
        requireNonNull(opened, "opened");
        requireNonNull(closed, "closed");
        Amount opening = ledger.requireEntries().asOf(opened).balance();
        return of(ledger, opened, opening, closed);
    }

    /**
     * What changed in the days from one on, as known when it closes.
     *
     * @param from the first day of the period, which opens with the end of the day before
     * @param closed of which day, as known when, the closing is; the day must not be before that on which it opens
     */
    public static BalanceForwardStatement of(CustomerLedger ledger, LocalDate from, AsOf closed) {
        LocalDate before = Dates.inCalendar(Dates.inCalendar(from, "from").minusDays(1), "from");
        return of(ledger, AsOf.of(before, closed.knownAt()), closed);
    }

    /** All that ever changed, from nothing. */
    public static BalanceForwardStatement sinceTheBeginning(CustomerLedger ledger, AsOf closed) {
        return of(ledger.requireEntries(), null, Amount.zero(ledger.currency()), closed);
    }

    private static BalanceForwardStatement of(
            CustomerLedger ledger, @Nullable AsOf opened, Amount opening, AsOf closed) {
        List<StatementMovement> between = StatementMovement.of(ledger, closed.knownAt()).stream()
                .filter(movement -> closed.includes(movement.date(), movement.recordedAt()))
                .filter(movement -> opened == null || !opened.includes(movement.date(), movement.recordedAt()))
                .toList();
        return new BalanceForwardStatement(opened, opening, between, OpenItemStatement.of(ledger, closed));
    }

    /** Whose it is. */
    public CustomerId customer() {
        return closed.customer();
    }

    /** With which day, as known when, it opens; empty for the beginning of the account. */
    public Optional<AsOf> openedAt() {
        return Optional.ofNullable(opened);
    }

    /** The movements, each with what is owed after it; the last one with the closing. */
    public List<StatementLine> lines() {
        var lines = new ArrayList<StatementLine>();
        Amount balance = opening;
        for (StatementMovement movement : movements) {
            balance = balance.add(movement.amount());
            lines.add(new StatementLine(movement, balance));
        }
        return List.copyOf(lines);
    }

    /** What the customer owes in the end: open items less what is on account, as the ledger says. */
    public Amount closing() {
        return closed.closing();
    }

    /** What the movements of each kind come to, with what undoes them; all sums together are closing less opening. */
    public Map<StatementMovement.Kind, Amount> totals() {
        var totals = new EnumMap<StatementMovement.Kind, Amount>(StatementMovement.Kind.class);
        movements.forEach(movement -> totals.merge(movement.kind(), movement.amount(), Amount::add));
        return Collections.unmodifiableMap(totals);
    }

    /** What was recorded after it opens about days that it opens with, or that are before: what changed the opening since. */
    public List<StatementMovement> backDated() {
        return opened == null
                ? List.of()
                : movements.stream()
                        .filter(movement -> !movement.date().isAfter(opened.date()))
                        .toList();
    }

    /**
     * The same, without what came and was undone between opening and closing: an invoice that was recorded by mistake and reversed is not there.
     * What is undone of before stays.
     */
    public BalanceForwardStatement netted() {
        var came = new HashSet<EntryKey>();
        var undone = new HashSet<EntryKey>();
        for (StatementMovement movement : movements) {
            movement.undoes().ifPresentOrElse(undone::add, () -> came.add(movement.entry()));
        }
        came.retainAll(undone);
        List<StatementMovement> left = movements.stream()
                .filter(movement -> !came.contains(movement.undoes().orElse(movement.entry())))
                .toList();
        return new BalanceForwardStatement(opened, opening, left, closed);
    }

    /** For example {@code statement of customer A at 2026-03-31: EUR 100.00 to EUR 30.00}. */
    @Override
    public String toString() {
        return "statement of customer " + customer() + " at " + closed.asOf() + ": " + opening + " to " + closing();
    }
}
