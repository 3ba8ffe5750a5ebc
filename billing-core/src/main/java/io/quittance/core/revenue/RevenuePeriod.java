package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;

/**
 * What a period did to a contract: its revenue is what is earned by its end less what was earned by its beginning, so that periods
 * that meet add up. It rolls the balance forward: opening + billed − earned = closing (IFRS 15.116 and 118, ASC 606-10-50-8 and
 * 50-10). A year of 1,200.00 billed on its first day has in January 0.00 + 1,200.00 − 101.92 = 1,098.08 deferred.
 *
 * @param period the days
 * @param opening the figures at the end of the day before
 * @param closing the figures at the end of its last day
 */
public record RevenuePeriod(ServicePeriod period, ContractRevenue opening, ContractRevenue closing)
        implements Serializable {
    /** Where the standards ask for balances at both ends and what changed them. */
    public static final Clause CLAUSE = new Clause("116–118", "50-8 to 50-10");

    /** Refuses figures of other days or of two contracts. */
    public RevenuePeriod {
        requireNonNull(period, "period");
        Require.that(
                opening.day().equals(period.start().minusDays(1)),
                "revenue.day",
                "opening.day",
                "must be the day before " + period,
                opening.day());
        Require.that(
                closing.day().equals(period.lastDay()),
                "revenue.day",
                "closing.day",
                "must be the last day of " + period,
                closing.day());
        Require.that(
                closing.contract().equals(opening.contract()),
                "revenue.contract",
                "closing.contract",
                "must be " + opening.contract(),
                closing.contract());
    }

    /** What was invoiced less what was credited in the period. */
    public Amount billed() {
        return closing.billed().subtract(opening.billed());
    }

    /** The revenue of the period; below zero where more was taken back than performed. */
    public Amount earned() {
        return closing.earned().subtract(opening.earned());
    }

    /** How what is promised changed in the period; what is agreed in it counts. */
    public Amount promised() {
        return closing.promised().subtract(opening.promised());
    }

    /** Opening + billed − earned = closing, each a balance of deferred less unbilled. */
    public Explanation explanation() {
        return Explanation.of(
                "revenue.roll-forward",
                "{0} + {1} billed - {2} earned = {3}",
                opening.balance(),
                billed(),
                earned(),
                closing.balance());
    }

    /** For example {@code [2026-01-01, 2026-02-01): EUR 101.92 earned, EUR 1098.08 deferred, EUR 0.00 unbilled}. */
    @Override
    public String toString() {
        return period + ": " + earned() + " earned, " + closing.deferred() + " deferred, " + closing.unbilled()
                + " unbilled";
    }
}
