package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ObligationId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures of one obligation at the end of a day, and why.
 *
 * <p>What is deferred and what is unbilled are above zero where something is promised. Of what is given back, whose promise is below
 * zero, both are below zero: a credit is the mirror of its charge, so that the two add up to what is left of it.
 *
 * @param obligation which one
 * @param day the day at whose end they hold
 * @param promised by the terms of the day; zero before it was agreed
 * @param billed up to and with the day
 * @param earned up to and with the day
 * @param clauses where the standards have the rule, and the changes of terms that were made; empty before it was agreed
 * @param explanations how what is earned comes about, in reading order
 */
public record ObligationRevenue(
        ObligationId obligation,
        LocalDate day,
        Amount promised,
        Amount billed,
        Amount earned,
        List<Clause> clauses,
        List<Explanation> explanations)
        implements RevenueFigures {

    /** Refuses amounts of different currencies. */
    public ObligationRevenue {
        requireNonNull(obligation, "obligation");
        requireNonNull(day, "day");
        requireNonNull(promised, "promised");
        MinorUnits.require(billed, promised.getCurrency(), "billed");
        MinorUnits.require(earned, promised.getCurrency(), "earned");
        clauses = List.copyOf(clauses);
        explanations = List.copyOf(explanations);
    }

    @Override
    public Amount deferred() {
        return oneSide(balance());
    }

    @Override
    public Amount unbilled() {
        return oneSide(balance().negate());
    }

    /** What of a difference lies on the side of the promise. */
    private Amount oneSide(Amount difference) {
        Amount zero = Amount.zero(promised.getCurrency());
        return promised.signum() < 0 ? difference.min(zero) : difference.max(zero);
    }

    /** For example {@code platform by 2026-01-31: EUR 101.92 of EUR 1200.00 earned, EUR 1200.00 billed}. */
    @Override
    public String toString() {
        return obligation + " by " + day + ": " + earned + " of " + promised + " earned, " + billed + " billed";
    }
}
