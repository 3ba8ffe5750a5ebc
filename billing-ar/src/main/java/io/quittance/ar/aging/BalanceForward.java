package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * Aging of accounts that are not kept by item (ar.md 4.13): a balance for each period, of which money pays the oldest first. Of 500.00 that are
 * older, 300.00 and 100.00 of the current period, a receipt of 600.00 leaves 0.00, 200.00 and 100.00. What is paid more than all is a credit in
 * the youngest.
 *
 * @param periods what is owed of each, from the oldest, which holds all before it too, to the current one; only the last may be below zero,
 *     and only where nothing is owed of the others
 */
public record BalanceForward(List<Amount> periods) implements Serializable {

    /** Checks the balances. */
    public BalanceForward {
        periods = List.copyOf(Require.notEmpty(periods, "periods"));
        Amount youngest = periods.get(periods.size() - 1);
        for (int i = 0; i < periods.size(); i++) {
            Amount amount = MinorUnits.require(periods.get(i), youngest.getCurrency(), "periods[" + i + "]");
            boolean isLast = i == periods.size() - 1;
            Require.that(
                    isLast || (youngest.signum() < 0 ? amount.signum() == 0 : amount.signum() >= 0),
                    "aging.balance-forward",
                    "periods[" + i + "]",
                    youngest.signum() < 0 ? "must be 0 beside a credit" : "must be 0 or more",
                    amount);
        }
    }

    /** The balances of these periods, from the oldest to the current one. */
    public static BalanceForward of(List<? extends MonetaryAmount> periods) {
        return new BalanceForward(periods.stream().map(Amount::from).toList());
    }

    /** After something is charged in the current period. */
    public BalanceForward charged(MonetaryAmount amount) {
        Amount charge = positive(amount);
        return with(periods.size() - 1, periods.get(periods.size() - 1).add(charge));
    }

    /** After money or a credit arrived: it pays the oldest period first, and what is over is a credit in the current one. */
    public BalanceForward received(MonetaryAmount amount) {
        Amount left = positive(amount);
        var next = new ArrayList<Amount>();
        for (Amount owed : periods) {
            Amount paid = owed.min(left); // of a credit all of it: it joins what is over
            next.add(owed.subtract(paid));
            left = left.subtract(paid);
        }
        int last = next.size() - 1;
        next.set(last, next.get(last).subtract(left));
        return new BalanceForward(next);
    }

    private static Amount positive(MonetaryAmount amount) {
        Amount exact = MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(exact.signum() > 0, "aging.amount", "amount", "must be more than 0", exact);
        return exact;
    }

    private BalanceForward with(int index, Amount amount) {
        var next = new ArrayList<>(periods);
        next.set(index, amount);
        return new BalanceForward(next);
    }

    /** After the current period is over: each balance goes to the next older period, the two oldest become one; a credit stays in the new one. */
    public BalanceForward rolled() {
        int count = periods.size();
        Amount zero = Amount.zero(periods.get(0).getCurrency());
        Amount youngest = periods.get(count - 1);
        if (count == 1 || youngest.signum() < 0) {
            return this;
        }
        var next = new ArrayList<Amount>();
        next.add(periods.get(0).add(periods.get(1)));
        next.addAll(periods.subList(2, count));
        next.add(zero);
        return new BalanceForward(next);
    }

    /** What is owed in all; below zero for a credit. */
    public Amount total() {
        return periods.stream().reduce(Amount.zero(periods.get(0).getCurrency()), Amount::add);
    }
}
