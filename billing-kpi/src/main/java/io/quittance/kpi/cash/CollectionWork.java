package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What is to be collected by those who call and write, and what of it customers have promised: a worklist as it stands.
 *
 * @param period at whose end it stands so, which results then carry; null if it is not known
 * @param lines in one currency
 */
public record CollectionWork(@Nullable ServicePeriod period, List<Line> lines) implements Serializable {

    /**
     * Copies the lines.
     *
     * @throws IllegalArgumentException if an id is there twice
     * @throws CurrencyMismatchException if amounts are in two currencies
     */
    public CollectionWork {
        lines = List.copyOf(lines);
        var ids = new HashSet<String>();
        for (Line line : lines) {
            Require.that(ids.add(line.id()), "kpi.line-twice", "lines", "must have each id once", line.id());
            String expected = lines.get(0).toCollect().getCurrency().getCurrencyCode();
            for (Amount amount : List.of(line.toCollect(), line.promised())) {
                String given = amount.getCurrency().getCurrencyCode();
                if (!given.equals(expected)) {
                    throw new CurrencyMismatchException("lines", expected, given);
                }
            }
        }
    }

    /** Without a period. */
    public CollectionWork(List<Line> lines) {
        this(null, lines);
    }

    /** The same at the end of a period, which the results then carry. */
    public CollectionWork withPeriod(ServicePeriod newPeriod) {
        return new CollectionWork(requireNonNull(newPeriod, "newPeriod"), lines);
    }

    /**
     * A customer or an item that is worked on.
     *
     * @param id of it
     * @param toCollect what is to be collected, 0 or more
     * @param promised what of it is promised, 0 or more; without promises that were broken or withdrawn
     */
    public record Line(String id, Amount toCollect, Amount promised) implements Serializable {
        /** Checks the amounts. */
        public Line {
            Require.id(id, "id");
            notNegative(toCollect, "toCollect");
            notNegative(promised, "promised");
        }

        private static void notNegative(Amount amount, String argument) {
            Require.that(
                    requireNonNull(amount, argument).signum() >= 0,
                    "number.negative",
                    argument,
                    "must not be negative",
                    amount);
        }

        /** Of any amounts. */
        public static Line of(String id, MonetaryAmount toCollect, MonetaryAmount promised) {
            return new Line(id, Amount.from(toCollect), Amount.from(promised));
        }
    }
}
