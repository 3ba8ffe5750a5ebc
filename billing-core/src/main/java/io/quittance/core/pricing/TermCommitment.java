package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
 * <p>A drawdown pays, like a prepaid balance, after all else: never more than earlier true-ups were paid in the end, and never
 * so much that a period costs less than its minimum. Of 60 a month, true-ups of 60 that 90 % were taken off leave 6 to draw
 * down; 100 carried into a period that costs 150, of which 100 is the minimum, pay 50 of it and 50 are left.
 *
 * <p>What counts towards term and period is a matter of {@link Conventions#spendBasis()}: with 50 % off 100 used, 80 over the
 * term lack 30 after discounts and nothing before them.
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
     * @param charged the charges of the term so far, when the commitment looked at them
     * @param billed what was billed for them in the end, after all that is agreed, true-ups included: 40 that the terms'
     *     minimum lifted to 100 are 100. Where spend counts before discounts, what would have been billed without them
     * @param carried what true-ups paid for and was not drawn down yet; zero or more
     */
    public record Progress(Fraction charged, Fraction billed, Fraction carried) implements Serializable {
        /** Before the first period. */
        public static final Progress NONE = new Progress(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

        /** Checks that all are there, and that nothing carried is negative. */
        public Progress {
            requireNonNull(charged, "charged");
            requireNonNull(billed, "billed");
            requireNonNull(carried, "carried");
            Require.that(carried.signum() >= 0, "number.negative", "carried", "must not be negative", carried);
        }
    }

    /**
     * What a commitment adds to the charges of a period, before anything is drawn down.
     *
     * @param charged the charges that count towards it
     * @param overage the surcharge on what lies beyond the term's commitment; negative where it costs less than its price
     * @param trueUp what lifts the period to its minimum, or the term to its own
     * @param minimum the least that the period costs, prorated and rounded
     */
    public record Lift(Fraction charged, Step overage, Step trueUp, Fraction minimum) implements Serializable {
        /** Checks that all are there. */
        public Lift {
            requireNonNull(charged, "charged");
            requireNonNull(overage, "overage");
            requireNonNull(trueUp, "trueUp");
            requireNonNull(minimum, "minimum");
        }

        /** Overage and true-up together. */
        public Fraction amount() {
            return overage.amount().plus(trueUp.amount());
        }

        /** What of the true-up lifts the period, not the term. */
        private Fraction shortfall() {
            return minimum.minus(charged).minus(overage.amount()).max(Fraction.ZERO);
        }
    }

    /**
     * What became of a period after all that is agreed beside the commitment, before anything is drawn down.
     *
     * @param billed what the period costs
     * @param counted what of it counts towards the commitment, which need not be the same
     * @param lifted what is left of {@link Lift#amount()}: 6 where 90 % were taken off 60
     * @param least what the period costs at least by what else is agreed; zero where there is nothing
     */
    public record Outcome(Fraction billed, Fraction counted, Fraction lifted, Fraction least) implements Serializable {
        /** Checks that all are there. */
        public Outcome {
            requireNonNull(billed, "billed");
            requireNonNull(counted, "counted");
            requireNonNull(lifted, "lifted");
            requireNonNull(least, "least");
        }
    }

    /**
     * What a period bills beside its charges.
     *
     * @param steps the overage, the true-up, the end of an overage below its price, and the drawdown, in this order
     * @param after what has been spent of the commitment after the period
     */
    public record Settlement(List<Step> steps, Progress after) implements Serializable {
        /** Copies the steps; refuses other than four. */
        public Settlement {
            steps = List.copyOf(steps);
            requireNonNull(after, "after");
            Require.that(
                    steps.size() == 4,
                    "settlement.steps",
                    "steps",
                    "must be overage, true-up, overage-limit and drawdown",
                    steps.stream().map(Step::part).toList());
        }

        /** The surcharge on what lies beyond the term's commitment. */
        public Fraction overage() {
            return steps.get(0).amount();
        }

        /** What lifts the period to its minimum, or the term to its own. */
        public Fraction trueUp() {
            return steps.get(1).amount();
        }

        /** What was paid for by earlier true-ups; zero or more. */
        public Fraction drawdown() {
            return steps.get(3).amount().negated();
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
     * What a period bills beside its charges, where it is served as a whole and nothing else is agreed.
     *
     * @param charges the charges of the period, rounded; negative where more was given back
     * @param before what had been spent before
     * @param last whether it is the last period of the term
     * @param rounding of minimum, overage and true-up, each by itself
     */
    public Settlement settle(Fraction charges, Progress before, boolean last, Rounding rounding) {
        Expression least = Expression.of(periodMinimum == null ? BigDecimal.ZERO : periodMinimum);
        return settle(lift(charges, before, last, least, rounding), before, last, rounding);
    }

    /**
     * As {@link #settle(Fraction, Progress, boolean, Rounding)}, where only a part of the period may be served: its minimum is
     * prorated and rounded.
     *
     * @param part the days that are served, of which the period's minimum is prorated
     */
    public Settlement settle(Fraction charges, Progress before, boolean last, ServedPart part, Rounding rounding) {
        return settle(lift(charges, before, last, part, rounding), before, last, rounding);
    }

    private Settlement settle(Lift lift, Progress before, boolean last, Rounding rounding) {
        Fraction due = lift.charged().plus(lift.amount());
        return settle(lift, new Outcome(due, due, lift.amount(), Fraction.ZERO), before, last, rounding);
    }

    /**
     * What is added to the charges of a period where other things are agreed beside the commitment, which may come later:
     * {@link #settle(Lift, Outcome, Progress, boolean, Rounding)} then ends the period.
     *
     * @param charges what counts towards the commitment, rounded; negative where more was given back
     * @param before what had been spent before
     * @param last whether it is the last period of the term
     * @param part the days that are served, of which the period's minimum is prorated
     * @param rounding of minimum, overage and true-up, each by itself
     */
    public Lift lift(Fraction charges, Progress before, boolean last, ServedPart part, Rounding rounding) {
        Expression least = part.of(periodMinimum == null ? BigDecimal.ZERO : periodMinimum);
        return lift(charges, before, last, least, rounding);
    }

    private Lift lift(Fraction charges, Progress before, boolean last, Expression least, Rounding rounding) {
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
        Expression due = overage.amount().signum() == 0 ? charged : charged.plus(Expression.of(overage.amount()));
        Expression shortfall = periodMinimum == null ? zero : minimum.minus(due).max(zero);
        Expression lacking =
                whole.minus(Expression.of(before.billed())).minus(due).rounded(rounding);
        Step trueUp = step("true-up", last ? shortfall.max(lacking) : shortfall, "true-up to the commitment: {1}");
        return new Lift(charges, overage, trueUp, minimum.value());
    }

    /**
     * Ends a period: what the commitment bills in it, and what has been spent of it then. An overage below its price takes off
     * no more than there is, and a drawdown pays what lies above the period's minimum and {@link Outcome#least()}, and in the
     * last period above what the term still lacks.
     *
     * @param lift what was added to the charges
     * @param outcome what the period came to
     * @param before what had been spent before
     * @param last whether it is the last period of the term
     * @param rounding the units of the drawdown, which is rounded down
     */
    public Settlement settle(Lift lift, Outcome outcome, Progress before, boolean last, Rounding rounding) {
        Expression zero = Expression.of(0);
        Step limit = step(
                "overage-limit",
                Expression.of(lift.overage().amount())
                        .negated()
                        .max(zero)
                        .min(Expression.of(outcome.billed()).negated().max(zero)),
                "nothing is below its price where nothing is due: {1}");
        Expression least = Expression.of(lift.minimum().max(outcome.least()));
        Expression above = Expression.of(outcome.billed()).minus(least);
        if (last) {
            Fraction billed = before.billed().plus(outcome.counted());
            above = above.min(Expression.of(billed).minus(Expression.of(termMinimum)));
        }
        Expression drawn = carriesOver ? above.max(zero).min(Expression.of(before.carried())) : zero;
        Step drawdown = step(
                "drawdown",
                drawn.rounded(Rounding.of(rounding.scale(), RoundingMode.DOWN)).negated(),
                "paid for by earlier true-ups: {1}");
        var after = new Progress(
                before.charged().plus(lift.charged()),
                before.billed().plus(counted(lift, outcome)).plus(drawdown.amount()),
                carriesOver ? before.carried().plus(drawdown.amount()).plus(paid(lift, outcome)) : Fraction.ZERO);
        return new Settlement(List.of(lift.overage(), lift.trueUp(), limit, drawdown), after);
    }

    /** What counts towards the term: no less than nothing where a lower price beyond the term made it less. */
    private static Fraction counted(Lift lift, Outcome outcome) {
        Fraction lower = lift.overage().amount().negated().max(Fraction.ZERO);
        return outcome.counted().plus(lower.min(outcome.counted().negated().max(Fraction.ZERO)));
    }

    /** What a period's true-up was paid in the end: no more than is left of it, nor than the period costs. */
    private static Fraction paid(Lift lift, Outcome outcome) {
        Fraction takenOff = lift.amount().minus(outcome.lifted()).max(Fraction.ZERO);
        return lift.trueUp()
                .amount()
                .minus(takenOff)
                .min(lift.shortfall())
                .min(outcome.billed())
                .max(Fraction.ZERO);
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
