package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off a price: a percentage of what is left of it, or an amount, never more than is left. It applies to the
 * charge that names it or, among the terms of a contract, to the charges in its scope, all unless some are named.
 *
 * <p>{@code Discount.percent("launch", "20")} takes 60.00 off 300.00; {@code Discount.amount("voucher", "12")} takes 6.00 off
 * 6.00. Free units are {@code Charge.free}.
 */
public final class Discount implements Serializable {
    /** What the value of a discount means. */
    public enum Kind {
        /** So many percent of what is left: 19 means 19 %. */
        PERCENT,
        /** So much, in the currency of the contract. */
        AMOUNT
    }

    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String id;
    private final Kind kind;
    private final BigDecimal value;

    @SuppressWarnings("serial") // an unmodifiable tree set, which is serialisable
    private final SortedSet<ChargeId> scope;

    private Discount(String id, Kind kind, BigDecimal value, SortedSet<ChargeId> scope) {
        this.id = Require.id(id, "discount");
        this.kind = requireNonNull(kind, "kind");
        this.value = Require.notNegative(value, "value");
        Require.that(
                kind == Kind.AMOUNT || value.compareTo(HUNDRED) <= 0,
                "discount.percent",
                "value",
                "must be at most 100",
                value.toPlainString());
        this.scope = scope;
    }

    /**
     * A percentage of what is left.
     *
     * @param id unique among the discounts of a contract; what is used of a discount is known by it
     * @param percent 0 to 100; 19 means 19 %
     */
    public static Discount percent(String id, BigDecimal percent) {
        return new Discount(id, Kind.PERCENT, percent, Collections.emptySortedSet());
    }

    /** As {@link #percent(String, BigDecimal)}, from text. */
    public static Discount percent(String id, String percent) {
        return percent(id, Require.decimal(percent, "value"));
    }

    /**
     * An amount, or as much of it as is left of the price.
     *
     * @param id unique among the discounts of a contract
     * @param amount in the currency of the contract, zero or more; in a contract whose shares are not exact no finer than its
     *     lines, so that no more is taken than this
     */
    public static Discount amount(String id, BigDecimal amount) {
        return new Discount(id, Kind.AMOUNT, amount, Collections.emptySortedSet());
    }

    /** As {@link #amount(String, BigDecimal)}, from text. */
    public static Discount amount(String id, String amount) {
        return amount(id, Require.decimal(amount, "value"));
    }

    /** The same, for that charge and those that were named before only. */
    public Discount on(ChargeId charge) {
        return on(List.of(requireNonNull(charge, "charge")));
    }

    /** As {@link #on(ChargeId)}, for all of these at once. */
    public Discount on(Collection<ChargeId> charges) {
        var more = new TreeSet<>(scope);
        charges.forEach(charge -> more.add(requireNonNull(charge, "charge")));
        return new Discount(id, kind, value, Collections.unmodifiableSortedSet(more));
    }

    /** As {@link #on(ChargeId)}. */
    public Discount on(String charge) {
        return on(new ChargeId(charge));
    }

    /** Unique among the discounts of a contract. */
    public String id() {
        return id;
    }

    /** What {@link #value()} means. */
    public Kind kind() {
        return kind;
    }

    /** Percent, or an amount in the currency of the contract. */
    public BigDecimal value() {
        return value;
    }

    /** The charges that it applies to; empty for all. */
    public SortedSet<ChargeId> scope() {
        return scope;
    }

    /** Whether it applies to that charge. */
    public boolean appliesTo(ChargeId charge) {
        return scope.isEmpty() || scope.contains(charge);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Discount that
                && id.equals(that.id)
                && kind == that.kind
                && value.compareTo(that.value) == 0
                && scope.equals(that.scope);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, kind.name(), value.stripTrailingZeros(), scope);
    }

    /** For example {@code launch: 20%}. */
    @Override
    public String toString() {
        return id + ": " + value.toPlainString() + (kind == Kind.PERCENT ? "%" : "")
                + (scope.isEmpty() ? "" : " on " + scope);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Discount(id, kind, value, Collections.unmodifiableSortedSet(new TreeSet<>(scope)));
    }
}
