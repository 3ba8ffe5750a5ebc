package io.quittance.core.contract;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A phase of a charge's life, in which it costs a part of its price: {@code Phase.trial("P14D")} is free for 14 days, {@code
 * Phase.discount("P3M", "20")} takes 20 % off for three months, so that 80 % are charged. See {@link Phases} for their days.
 */
public final class Phase implements Serializable {
    /** Why less is charged. */
    public enum Kind {
        /** It is tried, free. */
        TRIAL,
        /** It is not used in full yet. */
        RAMP_UP,
        /** It is offered for less. */
        DISCOUNT
    }

    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_MONTHS = 1_200;
    private static final int MAX_DAYS = 36_525;

    private final Kind kind;
    private final Period length;
    private final BigDecimal percent;

    private Phase(Kind kind, Period length, BigDecimal percent) {
        this.kind = requireNonNull(kind, "kind");
        long months = requireNonNull(length, "length").toTotalMonths();
        long days = length.get(DAYS);
        Require.that(
                (months == 0) != (days == 0) && months >= 0 && months <= MAX_MONTHS && days >= 0 && days <= MAX_DAYS,
                "phase.length",
                "length",
                "must be whole months or whole days, more than zero, at most 100 years",
                length);
        this.length = length.normalized();
        this.percent = Require.plain(Require.percentage(percent, "percent"));
        Require.that(
                kind != Kind.TRIAL || percent.signum() == 0,
                "phase.trial",
                "percent",
                "must be 0 for a trial",
                percent);
    }

    /**
     * Nothing is charged.
     *
     * @param length whole months and years, or whole days, more than zero, at most 100 years
     */
    public static Phase trial(Period length) {
        return new Phase(Kind.TRIAL, length, BigDecimal.ZERO);
    }

    /** As {@link #trial(Period)}, for an ISO period such as {@code P14D}. */
    public static Phase trial(String length) {
        return trial(Dates.parsePeriod(length, "length"));
    }

    /**
     * So many percent of the price are charged.
     *
     * @param length whole months and years, or whole days, more than zero, at most 100 years
     * @param percent 0 to 100; 25 of 100.00 are 25.00
     */
    public static Phase rampUp(Period length, BigDecimal percent) {
        return new Phase(Kind.RAMP_UP, length, percent);
    }

    /** As {@link #rampUp(Period, BigDecimal)}, from text. */
    public static Phase rampUp(String length, String percent) {
        return rampUp(Dates.parsePeriod(length, "length"), Require.decimal(percent, "percent"));
    }

    /**
     * So many percent are taken off the price.
     *
     * @param length whole months and years, or whole days, more than zero, at most 100 years
     * @param percentOff 0 to 100; 20 of 100.00 leave 80.00
     */
    public static Phase discount(Period length, BigDecimal percentOff) {
        return new Phase(Kind.DISCOUNT, length, HUNDRED.subtract(Require.percentage(percentOff, "percentOff")));
    }

    /** As {@link #discount(Period, BigDecimal)}, from text. */
    public static Phase discount(String length, String percentOff) {
        return discount(Dates.parsePeriod(length, "length"), Require.decimal(percentOff, "percentOff"));
    }

    /** Why less is charged. */
    public Kind kind() {
        return kind;
    }

    /** How long, in whole months or whole days. */
    public Period length() {
        return length;
    }

    /** How many percent of the price are charged, 0 to 100; 80 for a discount of 20 %. */
    public BigDecimal percent() {
        return percent;
    }

    /** By what the price is multiplied: 4/5 for a discount of 20 %. */
    public Fraction factor() {
        return Fraction.of(percent).dividedBy(Fraction.of(HUNDRED));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phase that
                && kind == that.kind
                && length.equals(that.length)
                && percent.equals(that.percent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind.name(), length, percent);
    }

    /** For example {@code TRIAL for P14D} or {@code DISCOUNT for P3M: 80% of the price}. */
    @Override
    public String toString() {
        return kind + " for " + length + (kind == Kind.TRIAL ? "" : ": " + percent.toPlainString() + "% of the price");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Phase(kind, length, percent);
    }
}
