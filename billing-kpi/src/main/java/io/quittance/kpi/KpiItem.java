package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.Comparator;

/**
 * One of the items behind a value, such as an invoice, and what of the numerator and of the denominator is its. Those of all items of a result
 * are its numerator, and its denominator unless that is of none of them, such as days. An overdue invoice of 40.00 among 100.00 open has 40 of both,
 * one that is not due has 0 and 60.
 *
 * @param id of the invoice, payment, case or other thing
 * @param numerator what of the numerator is its; 0 if nothing
 * @param denominator what of the denominator is its; 0 if nothing
 */
public record KpiItem(String id, Fraction numerator, Fraction denominator) implements Serializable {
    /** By id. */
    public static final Comparator<KpiItem> BY_ID = Comparator.comparing(KpiItem::id);

    /** Checks that it has a name. */
    public KpiItem {
        Require.id(id, "id");
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
    }

    /** One item of a count: 1 in the denominator, and 1 in the numerator if it is one of those. */
    public static KpiItem counted(String id, boolean isPart) {
        return new KpiItem(id, isPart ? Fraction.ONE : Fraction.ZERO, Fraction.ONE);
    }
}
