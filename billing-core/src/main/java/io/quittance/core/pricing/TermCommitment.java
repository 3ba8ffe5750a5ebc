package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer commits to spend over a whole term of several periods, and at least in each of them. Every period bills its
 * charges, lifted to the period's minimum; the last one takes the larger of that shortfall and of what the term still lacks.
 *
 * <p>1200 a year with 60 a month, and charges of 48, 120, 60 and then nothing: true-ups of 12, 0, 0, 60 eight times, and 480
 * in the last month, so that 1200 are billed (FOCUS, spend agreements).
 *
 * <p>With {@link #carryingOver()} what a period's true-up paid for is drawn down by later periods that use more than their
 * minimum. What is used beyond the term's whole commitment costs {@link #overageFactor()} times its price.
 *
 * <p>Where only a part of a period is served, the period's minimum is prorated by days like a {@link SpendMinimum}, unless
 * {@link Conventions#minimumProration()} says otherwise: 15 of 31 days of 60 are 29.03. The term's own commitment is that of
 * the term, however many days it has.
 */
public final class TermCommitment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal termMinimum;
    private final @Nullable BigDecimal periodMinimum;
    private final BigDecimal overageFactor;
    private final boolean carriesOver;

    private TermCommitment(
            BigDecimal termMinimum, @Nullable BigDecimal periodMinimum, BigDecimal overageFactor, boolean carriesOver) {
        this.termMinimum = Require.notNegative(termMinimum, "termMinimum");
        this.periodMinimum = periodMinimum == null ? null : Require.notNegative(periodMinimum, "periodMinimum");
        this.overageFactor = Require.notNegative(overageFactor, "overageFactor");
        this.carriesOver = carriesOver;
    }

    /**
     * What had been spent of a commitment before a period.
     *
     * @param charged the charges of the term so far
     * @param billed what was billed for them, true-ups included
     * @param carried what true-ups paid for and was not drawn down yet
     */
    public record Progress(Fraction charged, Fraction billed, Fraction carried) implements Serializable {
        /** Before the first period. */
        public static final Progress NONE = new Progress(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

        /** Checks that all are there. */
        public Progress {
            requireNonNull(charged, "charged");
            requireNonNull(billed, "billed");
            requireNonNull(carried, "carried");
        }
    }

    /**
     * What a period bills beside its charges.
     *
     * @param steps the overage, the drawdown and the true-up, in this order
     * @param after what has been spent of the commitment after the period
     */
    public record Settlement(List<Step> steps, Progress after) implements Serializable {
        /** Copies the steps. */
        public Settlement {
            steps = List.copyOf(steps);
            requireNonNull(after, "after");
        }

        /** The surcharge on what lies beyond the term's commitment. */
        public Fraction overage() {
            return steps.get(0).amount();
        }

        /** What was paid for by earlier true-ups; zero or more. */
        public Fraction drawdown() {
            return steps.get(1).amount().negated();
        }

        /** What lifts the period to its minimum, or the term to its own. */
        public Fraction trueUp() {
            return steps.get(2).amount();
        }
    }

    /** At least so much over the term; no minimum for a period, overage at the same price, no carry-over. */
    public static TermCommitment of(BigDecimal termMinimum) {
        return new TermCommitment(termMinimum, null, BigDecimal.ONE, false);
    }

    /** As {@link #of(BigDecimal)}, from text. */
    public static TermCommitment of(String termMinimum) {
        return of(Require.decimal(termMinimum, "termMinimum"));
    }

    /** The same, with at least so much in each period, and a part of it in a part of one. */
    public TermCommitment perPeriod(BigDecimal minimum) {
        return new TermCommitment(termMinimum, requireNonNull(minimum, "minimum"), overageFactor, carriesOver);
    }

    /** As {@link #perPeriod(BigDecimal)}, from text. */
    public TermCommitment perPeriod(String minimum) {
        return perPeriod(Require.decimal(minimum, "periodMinimum"));
    }

    /** The same, where what lies beyond the term's commitment costs so many times its price. */
    public TermCommitment overageFactor(BigDecimal factor) {
        return new TermCommitment(termMinimum, periodMinimum, factor, carriesOver);
    }

    /** As {@link #overageFactor(BigDecimal)}, from text. */
    public TermCommitment overageFactor(String factor) {
        return overageFactor(Require.decimal(factor, "overageFactor"));
    }

    /** The same, where what true-ups paid for is drawn down by later periods. */
    public TermCommitment carryingOver() {
        return new TermCommitment(termMinimum, periodMinimum, overageFactor, true);
    }

    /** What is spent at least over the term. */
    public BigDecimal termMinimum() {
        return termMinimum;
    }

    /** What is spent at least in each period, if anything. */
    public Optional<BigDecimal> periodMinimum() {
        return Optional.ofNullable(periodMinimum);
    }

    /** How many times its price what lies beyond the term's commitment costs. */
    public BigDecimal overageFactor() {
        return overageFactor;
    }

    /** Whether what true-ups paid for is drawn down by later periods. */
    public boolean carriesOver() {
        return carriesOver;
    }

    /**
     * What a period bills beside its charges, where it is served as a whole.
     *
     * @param charges the charges of the period, rounded; negative where more was given back
     * @param before what had been spent before
     * @param last whether it is the last period of the term
     * @param rounding of minimum, overage and true-up, each by itself
     */
    public Settlement settle(Fraction charges, Progress before, boolean last, Rounding rounding) {
        Expression least = Expression.of(periodMinimum == null ? BigDecimal.ZERO : periodMinimum);
        return settle(charges, before, last, least, rounding);
    }

    /**
     * As {@link #settle(Fraction, Progress, boolean, Rounding)}, where only a part of the period may be served: its minimum is
     * prorated by days, and rounded.
     *
     * @param service the days that are served, within {@code period}
     * @param period the whole period; the same as {@code service} for a minimum that is not prorated
     */
    public Settlement settle(
            Fraction charges,
            Progress before,
            boolean last,
            ServicePeriod service,
            ServicePeriod period,
            Rounding rounding) {
        Expression least = ServedPart.of(periodMinimum == null ? BigDecimal.ZERO : periodMinimum, service, period);
        return settle(charges, before, last, least, rounding);
    }

    private Settlement settle(Fraction charges, Progress before, boolean last, Expression least, Rounding rounding) {
        Expression zero = Expression.of(0);
        Expression charged = Expression.of(charges);
        Expression whole = Expression.of(termMinimum);
        Expression minimum = least.rounded(rounding);
        Expression unspent = whole.minus(Expression.of(before.charged())).max(zero);
        Step overage = step(
                "overage",
                charged.minus(unspent)
                        .max(zero)
                        .times(Expression.of(overageFactor.subtract(BigDecimal.ONE)))
                        .rounded(rounding),
                "beyond the commitment of the term: {1}");
        Expression drawn = carriesOver ? charged.minus(minimum).max(zero).min(Expression.of(before.carried())) : zero;
        Step drawdown = step("drawdown", drawn.negated(), "paid for by earlier true-ups: {1}");
        Fraction due = charges.plus(overage.amount()).plus(drawdown.amount());
        Expression shortfall =
                periodMinimum == null ? zero : minimum.minus(charged).max(zero);
        Expression lacking = whole.minus(Expression.of(before.billed()))
                .minus(Expression.of(due))
                .rounded(rounding);
        Step trueUp = step("true-up", last ? shortfall.max(lacking) : shortfall, "true-up to the commitment: {1}");
        var after = new Progress(
                before.charged().plus(charges),
                before.billed().plus(due).plus(trueUp.amount()),
                carriesOver ? before.carried().plus(drawdown.amount()).plus(shortfall.value()) : Fraction.ZERO);
        return new Settlement(List.of(overage, drawdown, trueUp), after);
    }

    private static Step step(String part, Expression formula, String pattern) {
        return Step.of(part, Fraction.ZERO, formula, "terms.commitment." + part, pattern);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TermCommitment that
                && termMinimum.compareTo(that.termMinimum) == 0
                && Objects.equals(stripped(periodMinimum), stripped(that.periodMinimum))
                && overageFactor.compareTo(that.overageFactor) == 0
                && carriesOver == that.carriesOver;
    }

    @Override
    public int hashCode() {
        return Objects.hash(stripped(termMinimum), stripped(periodMinimum), stripped(overageFactor), carriesOver);
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    /** For example {@code 1200 over the term, 60 per period}. */
    @Override
    public String toString() {
        return termMinimum.toPlainString() + " over the term"
                + (periodMinimum == null ? "" : ", " + periodMinimum.toPlainString() + " per period")
                + (overageFactor.compareTo(BigDecimal.ONE) == 0
                        ? ""
                        : ", overage at " + overageFactor.toPlainString() + " times the price")
                + (carriesOver ? ", carried over" : "");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new TermCommitment(termMinimum, periodMinimum, overageFactor, carriesOver);
    }
}
