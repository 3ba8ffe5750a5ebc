package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * Money that was paid on what was promised or dunned, or, negative, that came back. 100.00 with the value date 10 March that were applied to it on 5 April were paid on 10 March, and whoever
 * asks as of 31 March does not know it yet. What a bank takes back counts on the day of what it undoes, too: -100.00 of 10 March, applied on 20 April.
 *
 * @param day on which it counts: the value date
 * @param applied the day from which on it belongs to this, not before {@code day}
 * @param amount not 0
 */
public record PaidPart(LocalDate day, LocalDate applied, Amount amount) implements Serializable {
    /** Checks the parts. */
    public PaidPart {
        Dates.inCalendar(day, "day");
        Dates.inCalendar(applied, "applied");
        Require.that(!applied.isBefore(day), "event.order", "applied", "must not be before " + day, applied);
        Require.that(requireNonNull(amount, "amount").signum() != 0, "paid.amount", "amount", "must not be 0", amount);
    }

    /** Any amount, applied on its day. */
    public static PaidPart of(LocalDate day, MonetaryAmount amount) {
        return new PaidPart(day, day, Amount.from(amount));
    }

    /** The same, applied on a later day. */
    public PaidPart appliedOn(LocalDate later) {
        return new PaidPart(day, later, amount);
    }

    /**
     * Copies the parts and checks that they are in the currency of what is to be paid.
     *
     * @throws CurrencyMismatchException if one is not
     */
    static List<PaidPart> of(List<PaidPart> parts, Amount owed) {
        List<PaidPart> copy = List.copyOf(parts);
        for (PaidPart part : copy) {
            String expected = owed.getCurrency().getCurrencyCode();
            String given = part.amount().getCurrency().getCurrencyCode();
            if (!given.equals(expected)) {
                throw new CurrencyMismatchException("paid", expected, given);
            }
        }
        return copy;
    }

    /** What of the parts counts from the first to the last day, both included, as of a day; from 0 to {@code owed}. */
    static Amount sum(List<PaidPart> parts, LocalDate first, LocalDate last, LocalDate asOf, Amount owed) {
        Amount sum = Amount.zero(owed.getCurrency());
        for (PaidPart part : parts) {
            boolean isWithin = !part.day().isBefore(first) && !part.day().isAfter(last);
            sum = isWithin && !part.applied().isAfter(asOf) ? sum.add(part.amount()) : sum;
        }
        return sum.max(Amount.zero(owed.getCurrency())).min(owed);
    }
}
