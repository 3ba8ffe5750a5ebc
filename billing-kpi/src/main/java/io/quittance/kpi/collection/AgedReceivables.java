package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What is open by age, with the part of each age that is expected to be lost. Rates are a policy of the host, or a {@link LossRate}; leave out what is
 * insured, and what is provided for one by one.
 *
 * @param period at whose end it is so, which results then carry; null if it is not known
 * @param buckets one for each age, at least one, of one currency
 */
public record AgedReceivables(@Nullable ServicePeriod period, List<Bucket> buckets) implements Serializable {

    /**
     * Copies the buckets.
     *
     * @throws IllegalArgumentException if there is none, or two have one name
     * @throws CurrencyMismatchException if amounts are in two currencies
     */
    public AgedReceivables {
        buckets = Require.notEmpty(List.copyOf(buckets), "buckets");
        var names = new HashSet<String>();
        for (Bucket bucket : buckets) {
            Require.that(
                    names.add(bucket.name()), "kpi.bucket-twice", "buckets", "must be there once each", bucket.name());
        }
        OneCurrency.require("buckets", buckets.stream().map(Bucket::open).toList());
    }

    /** Without a period. */
    public AgedReceivables(List<Bucket> buckets) {
        this(null, buckets);
    }

    /** The same at the end of a period, which the results then carry. */
    public AgedReceivables withPeriod(ServicePeriod newPeriod) {
        return new AgedReceivables(requireNonNull(newPeriod, "newPeriod"), buckets);
    }

    /**
     * What is open of an age.
     *
     * @param name such as {@code 31-60}
     * @param open negative where credits outweigh
     * @param lossPercent what of it is expected to be lost, from 0 to 100; exact, so that a rate of 2000 / 23000 stays 8.6956… %
     */
    public record Bucket(String name, Amount open, Fraction lossPercent) implements Serializable {
        /** Checks the name and the rate. */
        public Bucket {
            Require.id(name, "name");
            requireNonNull(open, "open");
            requireNonNull(lossPercent, "lossPercent");
            Require.that(
                    lossPercent.signum() >= 0 && lossPercent.compareTo(Quotients.HUNDRED) <= 0,
                    "number.percentage",
                    "lossPercent",
                    "must be between 0 and 100",
                    lossPercent);
        }

        /** A bucket with an exact rate. */
        public static Bucket of(String name, MonetaryAmount open, Fraction lossPercent) {
            return new Bucket(name, Amount.from(open), lossPercent);
        }

        /** A bucket with a rate in percent: {@code 0.5} is half a percent. */
        public static Bucket of(String name, MonetaryAmount open, BigDecimal lossPercent) {
            return of(name, open, Fraction.of(Require.percentage(lossPercent, "lossPercent")));
        }

        /** What is expected to be lost, exactly: 320000 at 1 % are 3200. */
        public Fraction loss() {
            return open.toFraction().times(lossPercent).dividedBy(Quotients.HUNDRED);
        }
    }

    /**
     * The same with what is expected of the future (IFRS 9, 5.5.17 c): each rate so many times as much, at most 100. 2.2 % become 2.75 % by 1.25.
     *
     * @param factor more than 0; 1 expects what was
     */
    public AgedReceivables lookingAhead(BigDecimal factor) {
        Fraction times = Fraction.of(Require.positive(factor, "factor"));
        return new AgedReceivables(
                period,
                buckets.stream()
                        .map(bucket -> new Bucket(
                                bucket.name(),
                                bucket.open(),
                                bucket.lossPercent().times(times).min(Quotients.HUNDRED)))
                        .toList());
    }
}
