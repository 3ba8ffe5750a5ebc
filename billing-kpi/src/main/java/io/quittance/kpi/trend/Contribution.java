package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.Comparator;

/**
 * What one customer, reason or item has done to a change.
 *
 * @param key which one
 * @param base its totals before; {@link Totals#NONE} if it had no part in them
 * @param now its totals now; {@link Totals#NONE} if it has no part in them
 * @param amount its part of the change, in the unit of the KPI, with the sign of its effect on the value
 */
public record Contribution(String key, Totals base, Totals now, Fraction amount) implements Serializable {
    /** The largest first, whatever the sign; those as large by key. */
    public static final Comparator<Contribution> LARGEST_FIRST = Comparator.comparing(
                    (Contribution each) -> each.amount().max(each.amount().negated()))
            .reversed()
            .thenComparing(Contribution::key);

    /** Checks that all is there. */
    public Contribution {
        Require.id(key, "key");
        requireNonNull(base, "base");
        requireNonNull(now, "now");
        requireNonNull(amount, "amount");
    }

    /** What has become of it. */
    public enum Kind {
        /** It had no part in the base. */
        NEW,
        /** It has no part in the result of now. */
        GONE,
        /** It has part in both, with other totals. */
        CHANGED,
        /** Its totals are the same. It may contribute all the same: what is 10 of 100 is more than 10 of 200. */
        UNCHANGED
    }

    /** What has become of it. */
    public Kind kind() {
        if (base.equals(now)) {
            return Kind.UNCHANGED;
        }
        if (base.equals(Totals.NONE)) {
            return Kind.NEW;
        }
        return now.equals(Totals.NONE) ? Kind.GONE : Kind.CHANGED;
    }
}
