package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, and how it was applied so far, line by line. It is recorded again, with the same key, when something of it is applied, undone or goes back. 100.00 received on Monday,
 * 60.00 of them applied by a machine on Tuesday and 40.00 by a person on Thursday, are wholly applied after three days, and not automatically.
 *
 * @param key unique among receipts
 * @param recordedAt when this state was recorded
 * @param customer whose money it is, as you name it, opaque; null if it is not known, such as of money that nobody has claimed yet
 * @param received when it came in
 * @param amount more than 0
 * @param prepayment whether it pays for an order, so that there is nothing to apply it to until that is invoiced
 * @param lines what it was applied to, also what was undone since, in the order in which that was done; those that stand are not more than the amount
 * @param wentBack when what was not applied of it was refunded, or returned by the bank; null if that is still there or nothing was left
 */
public record Receipt(
        String key,
        Instant recordedAt,
        @Nullable String customer,
        Instant received,
        Amount amount,
        boolean prepayment,
        List<Line> lines,
        @Nullable Instant wentBack)
        implements KpiEvent, Serializable {

    /** Why an application is undone. */
    public enum Reason {
        /** It was wrong: the wrong item, customer or amount. */
        ERROR,
        /** The bank took the money back, for want of funds for example. */
        RETURNED_BY_BANK,
        /** It was right, and is undone for another reason, such as the customer's wish. */
        OTHER
    }

    /**
     * An application that is undone.
     *
     * @param at when
     * @param reason why
     */
    public record Reversal(Instant at, Reason reason) implements Serializable {
        /** Checks that both are there. */
        public Reversal {
            Dates.inCalendar(at, "at");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * What of a receipt was applied to one item.
     *
     * @param item such as an invoice
     * @param amount more than 0
     * @param applied when
     * @param by who applied it; null if no person did
     * @param reversal that undid it, not before; null if it stands
     */
    public record Line(
            String item,
            Amount amount,
            Instant applied,
            @Nullable String by,
            @Nullable Reversal reversal) implements Serializable {

        /** Checks the parts. */
        public Line {
            Require.id(item, "item");
            requirePositive(amount);
            Dates.inCalendar(applied, "applied");
            Require.optionalId(by, "by");
            Require.that(
                    reversal == null || !reversal.at().isBefore(applied),
                    "event.order",
                    "reversal",
                    "must not be before " + applied,
                    reversal);
        }

        /** Applied without a person. */
        public static Line automatic(String item, MonetaryAmount amount, Instant applied) {
            return new Line(item, Amount.from(amount), applied, null, null);
        }

        /** Applied by somebody. */
        public static Line by(String person, String item, MonetaryAmount amount, Instant applied) {
            return new Line(item, Amount.from(amount), applied, requireNonNull(person, "person"), null);
        }

        /** The same, undone. */
        public Line undone(Instant at, Reason reason) {
            return new Line(item, amount, applied, by, new Reversal(at, reason));
        }

        /** Whether no person applied it. */
        public boolean isAutomatic() {
            return by == null;
        }

        /** Whether it had been applied before an instant, and was not undone before it. */
        boolean standsAt(Instant end) {
            return applied.isBefore(end) && (reversal == null || !reversal.at().isBefore(end));
        }

        /** Whether no person applied it, and it was not undone before an instant, unless the bank took the money back: the match was right. */
        boolean isCreditedAt(Instant end) {
            return isAutomatic() && (standsAt(end) || isReturnedBefore(end));
        }

        /** Whether the bank took the money back before an instant. */
        boolean isReturnedBefore(Instant end) {
            return reversal != null
                    && reversal.reason() == Reason.RETURNED_BY_BANK
                    && reversal.at().isBefore(end);
        }

        /** When it was undone because it was wrong, if that was before an instant. */
        Optional<Instant> wrongBefore(Instant end) {
            return Optional.ofNullable(reversal)
                    .filter(undone -> undone.reason() == Reason.ERROR)
                    .map(Reversal::at)
                    .filter(at -> at.isBefore(end));
        }
    }

    /**
     * Checks the parts.
     *
     * @throws CurrencyMismatchException if a line is in another currency
     */
    public Receipt {
        Require.id(key, "key");
        requireNonNull(recordedAt, "recordedAt");
        Require.optionalId(customer, "customer");
        Dates.inCalendar(received, "received");
        requirePositive(amount);
        lines = List.copyOf(lines);
        String currency = amount.getCurrency().getCurrencyCode();
        Amount standing = Amount.zero(amount.getCurrency());
        for (Line line : lines) {
            Require.that(
                    !line.applied().isBefore(received),
                    "event.order",
                    "lines",
                    "must not be applied before " + received,
                    line.applied());
            String given = line.amount().getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("lines", currency, given);
            }
            standing = line.reversal() == null ? standing.add(line.amount()) : standing;
        }
        Require.that(
                standing.isLessThanOrEqualTo(amount),
                "receipt.lines",
                "lines",
                "must not be more than " + amount + ", without what was undone",
                standing);
        if (wentBack != null) {
            Dates.inCalendar(wentBack, "wentBack");
            Require.that(
                    !wentBack.isBefore(received),
                    "event.order",
                    "wentBack",
                    "must not be before " + received,
                    wentBack);
        }
    }

    private static void requirePositive(Amount amount) {
        Require.that(
                requireNonNull(amount, "amount").signum() > 0,
                "number.not-positive",
                "amount",
                "must be more than 0",
                amount);
    }

    /** As it comes in, recorded at once; nothing of it is applied. */
    public static Receipt received(String key, Instant received, MonetaryAmount amount) {
        return new Receipt(key, received, null, received, Amount.from(amount), false, List.of(), null);
    }

    /** The same money, of this customer. */
    public Receipt withCustomer(String newCustomer) {
        return new Receipt(
                key,
                recordedAt,
                requireNonNull(newCustomer, "newCustomer"),
                received,
                amount,
                prepayment,
                lines,
                wentBack);
    }

    /** The same as payment for an order that is not invoiced yet. */
    public Receipt asPrepayment() {
        return new Receipt(key, recordedAt, customer, received, amount, true, lines, wentBack);
    }

    /** The state with one more line, recorded when it was applied, or right after this one if that is later: two lines of one moment are two states. */
    public Receipt applied(Line line) {
        var more = new ArrayList<>(lines);
        more.add(requireNonNull(line, "line"));
        return new Receipt(key, recordedNext(line.applied()), customer, received, amount, prepayment, more, wentBack);
    }

    /**
     * The state in which the application to an item is undone, the last one that stands; recorded at once, or right after this one.
     *
     * @throws IllegalArgumentException if none to the item stands
     */
    public Receipt undone(String item, Instant at, Reason reason) {
        requireNonNull(item, "item");
        var changed = new ArrayList<>(lines);
        for (int i = changed.size() - 1; i >= 0; i--) {
            if (changed.get(i).item().equals(item) && changed.get(i).reversal() == null) {
                changed.set(i, changed.get(i).undone(at, reason));
                return new Receipt(key, recordedNext(at), customer, received, amount, prepayment, changed, wentBack);
            }
        }
        throw new InvalidArgumentException("receipt.item", "item", "must be one to which it is applied", item);
    }

    /** The state in which what was not applied went back, to the customer or the bank; recorded at once, or right after this one. */
    public Receipt wentBack(Instant at) {
        return new Receipt(
                key, recordedNext(requireNonNull(at, "at")), customer, received, amount, prepayment, lines, at);
    }

    /** The same state, recorded at another time than when it came about. */
    public Receipt asRecorded(Instant at) {
        return new Receipt(key, at, customer, received, amount, prepayment, lines, wentBack);
    }

    /** When something of it was first applied, if that was before an instant; what was undone since counts. */
    Optional<Instant> firstAppliedBefore(Instant end) {
        return lines.stream().map(Line::applied).filter(at -> at.isBefore(end)).min(Instant::compareTo);
    }

    /**
     * When all of it was first applied, if that was before an instant: with the line that used it up, or, where the rest went back, with the last line that stood then. What was undone later
     * does not change it, nor that the bank took back what was applied.
     */
    public Optional<Instant> whollyAppliedBefore(Instant end) {
        var changes = new TreeMap<Instant, Amount>();
        for (Line line : lines) {
            changes.merge(line.applied(), line.amount(), Amount::add);
            if (line.reversal() != null) {
                changes.merge(line.reversal().at(), line.amount().negate(), Amount::add);
            }
        }
        Amount applied = Amount.zero(amount.getCurrency());
        for (var change : changes.headMap(end).entrySet()) {
            applied = applied.add(change.getValue());
            if (!applied.isLessThan(amount)) {
                return Optional.of(change.getKey());
            }
        }
        if (wentBack == null || !wentBack.isBefore(end)) {
            return Optional.empty();
        }
        Instant after = wentBack.plusNanos(1);
        return lines.stream()
                .filter(line -> line.standsAt(after) || line.isReturnedBefore(after))
                .map(Line::applied)
                .max(Instant::compareTo);
    }

    /** Whether every line that was applied before an instant was so without a person, and was not undone before it, unless the bank took the money back. */
    public boolean isAutomaticBefore(Instant end) {
        return lines.stream().filter(line -> line.applied().isBefore(end)).allMatch(line -> line.isCreditedAt(end));
    }

    /** Whether what was left of it had gone back before an instant. */
    boolean wentBackBefore(Instant end) {
        return wentBack != null && wentBack.isBefore(end);
    }

    /** Whether something of it was neither applied at an instant nor gone back; what is undone after the rest went back is there again, unless the bank took it. */
    boolean isWaitingAt(Instant end) {
        if (!received.isBefore(end)) {
            return false;
        }
        Amount there = amount;
        if (wentBack != null && wentBack.isBefore(end)) {
            Instant after = wentBack.plusNanos(1);
            there = sum(line -> line.standsAt(after) && !line.isReturnedBefore(end));
        }
        return sum(line -> line.standsAt(end)).isLessThan(there);
    }

    private Amount sum(Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::amount).reduce(Amount.zero(amount.getCurrency()), Amount::add);
    }
}
