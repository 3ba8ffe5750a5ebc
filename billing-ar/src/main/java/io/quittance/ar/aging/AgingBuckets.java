package io.quittance.ar.aging;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Buckets that share out all whole numbers of days: every age belongs to exactly one. {@code days(30, 60, 90)} are
 * current (0 and less), 1-30, 31-60, 61-90 and over 90.
 *
 * <p>A set from elsewhere may leave ages out; {@link #completing} keeps such a set as it is and lets {@link #bucketOf}
 * answer with no bucket where it has none (ar.md 4.13).
 */
public final class AgingBuckets implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<AgingBucket> buckets;

    private AgingBuckets(List<AgingBucket> buckets) {
        this.buckets = buckets;
    }

    /**
     * Current, a bucket up to and with each of these days past due, and one for all that is older.
     *
     * @param upTo rising, each more than 0: {@code 30, 60, 90}
     */
    public static AgingBuckets days(int... upTo) {
        Require.that(upTo.length > 0, "buckets.empty", "upTo", "must not be empty", null);
        var buckets = new ArrayList<AgingBucket>();
        buckets.add(new AgingBucket("current", Long.MIN_VALUE, 0));
        int last = 0;
        for (int days : upTo) {
            Require.that(days > last, "buckets.order", "upTo", "must rise and be more than 0", last + " then " + days);
            buckets.add(new AgingBucket((last + 1) + "-" + days, last + 1L, days));
            last = days;
        }
        buckets.add(new AgingBucket("over " + last, last + 1L, Long.MAX_VALUE));
        return new AgingBuckets(List.copyOf(buckets));
    }

    /**
     * Buckets of one's own, in any order; they must cover every age.
     *
     * @throws IllegalArgumentException if ages are left out or belong to two buckets, or two have one name
     */
    public static AgingBuckets of(List<AgingBucket> buckets) {
        AgingBuckets sorted = completing(buckets);
        List<AgingBucket> all = sorted.buckets;
        Require.that(
                all.get(0).from() == Long.MIN_VALUE && all.get(all.size() - 1).to() == Long.MAX_VALUE,
                "buckets.ends",
                "buckets",
                "must have no lower and no upper end",
                all.get(0).from() + " / " + all.get(all.size() - 1).to());
        for (int i = 1; i < all.size(); i++) {
            AgingBucket before = all.get(i - 1);
            AgingBucket after = all.get(i);
            Require.that(
                    before.to() + 1 == after.from(),
                    "buckets.gap",
                    "buckets",
                    "must leave no age out",
                    before.to() + 1 + " to " + (after.from() - 1));
        }
        return sorted;
    }

    /**
     * Buckets from elsewhere, in any order, that may leave ages out.
     *
     * @throws IllegalArgumentException if an age belongs to two buckets, or two have one name
     */
    public static AgingBuckets completing(List<AgingBucket> buckets) {
        var sorted = new ArrayList<>(Require.notEmpty(buckets, "buckets"));
        sorted.sort(Comparator.comparingLong(AgingBucket::from));
        var names = new HashSet<String>();
        for (int i = 0; i < sorted.size(); i++) {
            AgingBucket bucket = sorted.get(i);
            Require.that(
                    names.add(bucket.name()), "buckets.name-twice", "buckets", "must have unique names", bucket.name());
            Require.that(
                    i == 0 || sorted.get(i - 1).to() < bucket.from(),
                    "buckets.overlap",
                    "buckets",
                    "must not overlap",
                    i == 0 ? null : sorted.get(i - 1).name() + " and " + bucket.name());
        }
        return new AgingBuckets(List.copyOf(sorted));
    }

    /** From the youngest age to the oldest. */
    public List<AgingBucket> buckets() {
        return buckets;
    }

    /** The bucket of an age in whole days past due; empty only for an age that a {@link #completing} set leaves out. */
    public Optional<AgingBucket> bucketOf(long daysPastDue) {
        int index = indexOf(daysPastDue);
        return index < 0 ? Optional.empty() : Optional.of(buckets.get(index));
    }

    /** The place of that bucket in {@link #buckets()}, or -1. */
    int indexOf(long daysPastDue) {
        int low = 0;
        int high = buckets.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            AgingBucket bucket = buckets.get(middle);
            if (daysPastDue < bucket.from()) {
                high = middle - 1;
            } else if (daysPastDue > bucket.to()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgingBuckets that && buckets.equals(that.buckets);
    }

    @Override
    public int hashCode() {
        return buckets.hashCode();
    }

    @Override
    public String toString() {
        return buckets.stream().map(AgingBucket::name).toList().toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return completing(buckets);
    }
}
