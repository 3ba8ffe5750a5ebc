package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ObligationId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * More or less is promised from a day on. What that does to what was earned before is the {@link Method}.
 *
 * @param key what makes it unique within the contract, 1 to 200 characters
 * @param obligation what changes
 * @param day the first day on which it holds
 * @param amount what the promise grows by, without tax, in whole minor units; below zero what it shrinks by; may be zero
 * @param method what is done with what was earned before
 * @param rule by which it is earned from then on; null where that does not change
 */
public record PromiseChange(
        String key,
        ObligationId obligation,
        LocalDate day,
        Amount amount,
        Method method,

        @SuppressWarnings("serial") // those of this library are serialisable, a host's if it wants its terms to be
        @Nullable
        RecognitionRule rule)
        implements RevenueFact {

    /** What a change does to what was earned before. */
    public enum Method {
        /**
         * Nothing new is agreed but the price: a bonus, a penalty, a credit for poor service, or the price of one more use. What falls
         * on what was performed already is earned on the day of the change (IFRS 15.87–88, ASC 606-10-32-42 to 32-43).
         */
        PRICE("87–88", "32-42 to 32-43"),
        /**
         * The terms are amended and the rest is no promise of its own: all is measured anew, and what should have been earned before
         * is earned on the day of the change (IFRS 15.21(b), ASC 606-10-25-13(b)).
         */
        CATCH_UP("21(b)", "25-13(b)"),
        /**
         * The terms are amended and the rest is a promise of its own: what was earned stays, and what was not is earned from the day
         * of the change on by a rule of its own (IFRS 15.21(a), ASC 606-10-25-13(a)).
         */
        PROSPECTIVE("21(a)", "25-13(a)");

        private final String ifrs15;
        private final String asc606;

        Method(String ifrs15, String asc606) {
            this.ifrs15 = ifrs15;
            this.asc606 = asc606;
        }

        /** Where the standards have it. */
        public Clause clause() {
            return new Clause(ifrs15, asc606);
        }
    }

    /** Refuses a prospective change without a rule, and a change of the price with one. */
    public PromiseChange {
        Require.id(key, "key");
        requireNonNull(obligation, "obligation");
        Dates.inCalendar(day, "day");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        requireNonNull(method, "method");
        Require.that(
                method != Method.PROSPECTIVE || rule != null,
                "change.rule",
                "rule",
                "must be given: the rest is earned by a rule of its own",
                null);
        Require.that(
                method != Method.PRICE || rule == null,
                "change.rule",
                "rule",
                "must not be given where only the price changes",
                rule);
    }

    /** A change of the price alone. */
    public static PromiseChange price(String key, ObligationId obligation, LocalDate day, MonetaryAmount amount) {
        return new PromiseChange(key, obligation, day, Amount.from(amount), Method.PRICE, null);
    }

    /** As {@link #price(String, ObligationId, LocalDate, MonetaryAmount)}, from text. */
    public static PromiseChange price(String key, String obligation, String day, MonetaryAmount amount) {
        return price(key, ObligationId.of(obligation), Dates.parse(day, "day"), amount);
    }

    /** An amendment that is caught up on its day, see {@link Method#CATCH_UP}, and earned by the rule that was there. */
    public static PromiseChange catchUp(String key, ObligationId obligation, LocalDate day, MonetaryAmount amount) {
        return new PromiseChange(key, obligation, day, Amount.from(amount), Method.CATCH_UP, null);
    }

    /** As {@link #catchUp(String, ObligationId, LocalDate, MonetaryAmount)}, from text. */
    public static PromiseChange catchUp(String key, String obligation, String day, MonetaryAmount amount) {
        return catchUp(key, ObligationId.of(obligation), Dates.parse(day, "day"), amount);
    }

    /**
     * An amendment whose rest is earned from its day on, see {@link Method#PROSPECTIVE}.
     *
     * @param rule for the rest: {@code StraightLine.over(…)} from the day on, or so many units as are still expected. Facts count for
     *     it from the day on
     */
    public static PromiseChange prospective(
            String key, ObligationId obligation, LocalDate day, MonetaryAmount amount, RecognitionRule rule) {
        return new PromiseChange(key, obligation, day, Amount.from(amount), Method.PROSPECTIVE, rule);
    }

    /** As {@link #prospective(String, ObligationId, LocalDate, MonetaryAmount, RecognitionRule)}, from text. */
    public static PromiseChange prospective(
            String key, String obligation, String day, MonetaryAmount amount, RecognitionRule rule) {
        return prospective(key, ObligationId.of(obligation), Dates.parse(day, "day"), amount, rule);
    }

    /** The same with another rule from its day on, for an amendment that changes how the whole is earned, such as its end. */
    public PromiseChange by(RecognitionRule newRule) {
        return new PromiseChange(key, obligation, day, amount, method, requireNonNull(newRule, "rule"));
    }

    /** By which it is earned from then on, if that changes. */
    public Optional<RecognitionRule> newRule() {
        return Optional.ofNullable(rule);
    }

    /** For example {@code a-1: CATCH_UP of EUR 150.00 on 2026-07-01}. */
    @Override
    public String toString() {
        return key + ": " + method + " of " + amount + " on " + day;
    }
}
