package io.quittance.ar.risk;

import io.quittance.core.money.Fraction;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What of a customer's {@link PaymentBehavior} a {@link RiskCondition} goes by. */
public enum RiskMeasure {
    /** Days beyond terms, weighted by amount, early money with 0 days; unknown if nothing was settled. */
    DAYS_BEYOND_TERMS(PaymentBehavior::daysBeyondTerms),
    /** The share of money that came late, from 0 to 100; unknown if nothing was settled. */
    LATE_PERCENT(PaymentBehavior::latePercent),
    /** Money that settled debts, in units of the currency: how much is known of the customer. */
    SETTLED_AMOUNT(behavior -> Optional.of(Fraction.of(behavior.settled().toBigDecimal()))),
    /** What is overdue and not contested, in units of the currency. */
    OVERDUE_AMOUNT(behavior -> Optional.of(Fraction.of(behavior.overdue().toBigDecimal()))),
    /** How many days the oldest of that is past its due date. */
    OLDEST_OVERDUE_DAYS(behavior -> Optional.of(Fraction.of(behavior.oldestOverdueDays()))),
    /** How many payments came back. */
    RETURNED_PAYMENTS(behavior -> Optional.of(Fraction.of(behavior.returned()))),
    /** How many promises to pay were not kept. */
    BROKEN_PROMISES(behavior -> Optional.of(Fraction.of(behavior.brokenPromises()))),
    /** What was given up of its debts, in units of the currency. */
    WRITTEN_OFF_AMOUNT(behavior -> Optional.of(Fraction.of(behavior.writtenOff().toBigDecimal())));

    private final Function<PaymentBehavior, Optional<Fraction>> value;

    RiskMeasure(Function<PaymentBehavior, Optional<Fraction>> value) {
        this.value = value;
    }

    /** The exact value; empty where there is none. */
    public Optional<Fraction> of(PaymentBehavior behavior) {
        return value.apply(behavior);
    }

    /** For example {@code days beyond terms}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
