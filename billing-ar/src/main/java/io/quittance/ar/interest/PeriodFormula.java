package io.quittance.ar.interest;

import io.quittance.core.money.Fraction;

/** How a charge by the period follows from a rate (Oracle Receivables, late charges; ar.md 4.17). */
public enum PeriodFormula {
    /** What is overdue × rate, however late: 1500.00 at 20 % are 300.00. */
    FLAT,
    /** What is overdue × rate × days late / days of the period: 1500.00 at 20 % for 10 of 30 days are 100.00. */
    SIMPLE,
    /** As simple, on earlier charges, too: with 80.00 of them, 105.33. */
    COMPOUND;

    /** What is charged, exactly. */
    Fraction charge(Fraction overdue, Fraction priorCharges, Fraction rate, Fraction periods) {
        return switch (this) {
            case FLAT -> overdue.times(rate);
            case SIMPLE -> overdue.times(rate).times(periods);
            case COMPOUND -> overdue.plus(priorCharges).times(rate).times(periods);
        };
    }
}
