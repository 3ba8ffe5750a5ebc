package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What of a customer's debts was given up within a period, and what of that came after all: the movements of bad debts that the roll-forward of an
 * allowance has (kpi.md, {@code allowance.rollforward}): {@code opening + writtenOff - reversed = closing}. Write-offs within settlements count as those by
 * themselves. What is given up and taken back on the same day is no movement.
 *
 * <p>100.00 written off in March, of which 30.00 come in June: the second quarter opens with 100.00, 30.00 are reversed and recovered, and 70.00 are left.
 *
 * @param customer whose debts
 * @param period the days that are looked at
 * @param opening what was written off before the first day, 0 or more
 * @param movements by day, then by debt, all within the period
 */
public record WriteOffs(CustomerId customer, ServicePeriod period, Amount opening, List<WriteOffMovement> movements)
        implements Serializable {
    /** Copies the movements and checks that what is written off is never below 0. */
    public WriteOffs {
        requireNonNull(customer, "customer");
        requireNonNull(period, "period");
        movements = List.copyOf(movements);
        String currency = opening.getCurrency().getCurrencyCode();
        Require.that(opening.signum() >= 0, "write-off.amount", "opening", "must be 0 or more", opening);
        Amount balance = opening;
        for (int i = 0; i < movements.size(); i++) {
            WriteOffMovement movement = movements.get(i);
            String given = movement.writtenOff().getCurrency().getCurrencyCode();
            if (!given.equals(currency)) {
                throw new CurrencyMismatchException("movements[" + i + "]", currency, given);
            }
            Require.that(
                    period.contains(movement.date()),
                    "write-off.day",
                    "movements[" + i + "].date",
                    "must be within " + period,
                    movement.date());
            balance = balance.add(movement.change());
        }
        Require.that(
                balance.signum() >= 0, "write-off.amount", "movements", "must leave 0 or more written off", balance);
    }

    /**
     * What a ledger knows of it.
     *
     * @param knownAt what was recorded by then
     * @throws IllegalArgumentException if the ledger goes on from a snapshot
     */
    public static WriteOffs of(CustomerLedger ledger, ServicePeriod period, Instant knownAt) {
        var counting = new WriteOffCounting(ledger.currency());
        ledger.steps(AsOf.of(period.lastDay(), knownAt)).forEach(counting::read);
        return new WriteOffs(ledger.customer(), period, counting.before(period.start()), counting.from(period.start()));
    }

    /** What was given up within the period. */
    public Amount writtenOff() {
        return sum(WriteOffMovement::writtenOff);
    }

    /** What was taken back of it within the period, of whatever period it was. */
    public Amount reversed() {
        return sum(WriteOffMovement::reversed);
    }

    /** What of {@link #reversed()} came as money. */
    public Amount recovered() {
        return sum(WriteOffMovement::recovered);
    }

    /** What is written off after the last day. */
    public Amount closing() {
        return opening.add(sum(WriteOffMovement::change));
    }

    private Amount sum(Function<WriteOffMovement, Amount> part) {
        return movements.stream().map(part).reduce(Amount.zero(opening.getCurrency()), Amount::add);
    }
}
