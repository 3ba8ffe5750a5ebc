package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.AgedReceivables.Bucket;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What is open by segment of customers and age, each segment with loss rates of its own (IFRS 9, B5.5.35), and what of it no rate applies to: what is insured, and customers that are judged one by one.
 *
 * @param period at whose end it is so, which results then carry; null if it is not known
 * @param segments at least one, of one currency
 */
public record SegmentedReceivables(@Nullable ServicePeriod period, List<Segment> segments) implements Serializable {

    /**
     * Copies the segments.
     *
     * @throws IllegalArgumentException if there is none, or two have one name
     * @throws CurrencyMismatchException if amounts are in two currencies
     */
    public SegmentedReceivables {
        segments = Require.notEmpty(List.copyOf(segments), "segments");
        onceEach(segments.stream().map(Segment::name).toList(), "segments");
        var amounts = new ArrayList<Amount>();
        for (Segment segment : segments) {
            segment.buckets().forEach(bucket -> amounts.add(bucket.open()));
            segment.excluded().forEach(part -> amounts.add(part.amount()));
        }
        OneCurrency.require("segments", amounts);
    }

    /** Without a period. */
    public SegmentedReceivables(List<Segment> segments) {
        this(null, segments);
    }

    /** The same at the end of a period, which the results then carry. */
    public SegmentedReceivables withPeriod(ServicePeriod newPeriod) {
        return new SegmentedReceivables(requireNonNull(newPeriod, "newPeriod"), segments);
    }

    /** Why no loss rate applies. */
    public enum Reason {
        /** An insurance or collateral covers it. */
        INSURED,
        /** The customer is disputed or insolvent, and its loss is judged by itself. */
        INDIVIDUALLY_JUDGED
    }

    /**
     * A part of what is open in a bucket to which no rate applies.
     *
     * @param id of the receivable or customer
     * @param bucket the name of the bucket in which it is
     * @param reason why
     * @param amount 0 or more; what is insured of a customer that is judged by itself is given once
     */
    public record Excluded(String id, String bucket, Reason reason, Amount amount) implements Serializable {
        /** Checks the parts. */
        public Excluded {
            Require.id(id, "id");
            Require.id(bucket, "bucket");
            requireNonNull(reason, "reason");
            Require.that(
                    requireNonNull(amount, "amount").signum() >= 0,
                    "number.negative",
                    "amount",
                    "must not be negative",
                    amount);
        }

        /** Of any amount. */
        public static Excluded of(String id, String bucket, Reason reason, MonetaryAmount amount) {
            return new Excluded(id, bucket, reason, Amount.from(amount));
        }

        /** That of no other part of a segment. */
        String key() {
            return bucket + "/" + reason + "/" + id;
        }
    }

    /**
     * Customers that pay alike.
     *
     * @param name such as {@code retail}
     * @param buckets what is open by age with the rates of the segment, what is excluded not deducted; at least one
     * @param excluded what no rate applies to, each once
     */
    public record Segment(String name, List<Bucket> buckets, List<Excluded> excluded) implements Serializable {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if there is no bucket, one is there twice, something is excluded twice or of no bucket,
         *     or names are too long to stand together in the id of an item
         */
        public Segment {
            Require.id(name, "name");
            buckets = Require.notEmpty(List.copyOf(buckets), "buckets");
            excluded = List.copyOf(excluded);
            Set<String> names = onceEach(buckets.stream().map(Bucket::name).toList(), "buckets");
            onceEach(excluded.stream().map(Excluded::key).toList(), "excluded");
            for (String bucket : names) {
                Require.id(name + "/" + bucket, "buckets");
            }
            for (Excluded part : excluded) {
                Require.id(name + "/" + part.key(), "excluded");
                Require.that(
                        names.contains(part.bucket()),
                        "kpi.bucket",
                        "excluded",
                        "must be in one of the buckets of " + name,
                        part.bucket());
            }
        }

        /** With nothing excluded. */
        public Segment(String name, List<Bucket> buckets) {
            this(name, buckets, List.of());
        }

        /** What of a bucket its rate applies to: below 0 where credits and what is excluded outweigh. */
        Fraction exposure(Bucket bucket) {
            Fraction left = bucket.open().toFraction();
            for (Excluded part : excluded) {
                if (part.bucket().equals(bucket.name())) {
                    left = left.minus(part.amount().toFraction());
                }
            }
            return left;
        }
    }

    private static Set<String> onceEach(List<String> names, String argument) {
        var once = new HashSet<String>();
        for (String name : names) {
            Require.that(once.add(name), "kpi.bucket-twice", argument, "must be there once each", name);
        }
        return once;
    }
}
