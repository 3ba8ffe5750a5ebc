package io.quittance.ar.risk;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.Locale;
import java.util.Optional;

/** What of a customer's {@link PaymentBehavior} a {@link RiskCondition} goes by. */
public enum RiskMeasure {
    /** Days beyond terms, weighted by amount, early money with 0 days; unknown if nothing was settled. */
    DAYS_BEYOND_TERMS,
    /** The share of money that came late, from 0 to 100; unknown if nothing was settled. */
    LATE_PERCENT,
    /** Money that settled debts, in units of the currency: how much is known of the customer. */
    SETTLED_AMOUNT,
    /** What is overdue and not contested, in units of the currency. */
    OVERDUE_AMOUNT,
    /** How many days the oldest of that is past its due date. */
    OLDEST_OVERDUE_DAYS,
    /** How many payments came back. */
    RETURNED_PAYMENTS,
    /** How many promises to pay were not kept. */
    BROKEN_PROMISES,
    /** What was given up of its debts, in units of the currency. */
    WRITTEN_OFF_AMOUNT;

    /** The exact value; empty where there is none. */
    public Optional<Fraction> of(PaymentBehavior behavior) {
        return switch (this) {
            case DAYS_BEYOND_TERMS -> behavior.daysBeyondTerms();
            case LATE_PERCENT -> behavior.latePercent();
            case SETTLED_AMOUNT -> units(behavior.settled());
            case OVERDUE_AMOUNT -> units(behavior.overdue());
            case OLDEST_OVERDUE_DAYS -> Optional.of(Fraction.of(behavior.oldestOverdueDays()));
            case RETURNED_PAYMENTS -> Optional.of(Fraction.of(behavior.returned()));
            case BROKEN_PROMISES -> Optional.of(Fraction.of(behavior.brokenPromises()));
            case WRITTEN_OFF_AMOUNT -> units(behavior.writtenOff());
        };
    }

    private static Optional<Fraction> units(Amount amount) {
        return Optional.of(Fraction.of(amount.toBigDecimal()));
    }

    /** For example {@code days beyond terms}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
