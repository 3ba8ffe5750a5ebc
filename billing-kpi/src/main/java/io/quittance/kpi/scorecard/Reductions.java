package io.quittance.kpi.scorecard;

import io.quittance.core.internal.Require;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Reduction;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.cash.CashApplicationAccuracy;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.OutstandingReceivables;

/**
 * The reductions that role scorecards name, each of the KPI that it is a reduction of: (base − now) / base × 100, in percent, better the higher it is. A {@link Reduction} of your own is made
 * by {@link Reduction#of}.
 */
public final class Reductions {
    private Reductions() {}

    /** {@code billing.error-reduction}: of the share of invoices that are wrong, since their number moves with the volume. From 4 % to 3 % is 25 %. */
    public static Reduction billingErrors() {
        return Reduction.of(new BillingErrorRate().definition())
                .named("billing.error-reduction", "Reduction in billing errors");
    }

    /**
     * {@code cash-app.error-reduction}: of the share of receipts that are applied wrongly, 100 less the accuracy. From an accuracy of 95 % to one of 97 % is 40 %: from 5 % wrong to 3 %.
     *
     * @param accuracy of which errors, by its window and weight; the results are those of {@link CashApplicationAccuracy#asErrorRate()}
     */
    public static Reduction cashApplicationErrors(CashApplicationAccuracy accuracy) {
        return Reduction.of(accuracy.asErrorRate().definition())
                .named("cash-app.error-reduction", "Reduction in cash application errors");
    }

    /** {@code payment-speed}: of the weighted average days to pay; positive is faster. From 40 days to 30 is 25 %. */
    public static Reduction paymentSpeed() {
        return Reduction.of(DaysToPay.weighted().definition())
                .named("payment-speed", "Increase in average payment speed");
    }

    /** {@code receivables.reduction}: of all that is outstanding, net. From 200.00 to 150.00 is 25 %. */
    public static Reduction receivables() {
        return Reduction.of(OutstandingReceivables.net().definition())
                .named("receivables.reduction", "Reduction in outstanding receivables");
    }

    /** {@code overdue.reduction}: of what is past due. From 100.00 to 85.00 is 15 %. */
    public static Reduction overdue() {
        return Reduction.of(OutstandingReceivables.overdue().definition())
                .named("overdue.reduction", "Reduction in overdue payments");
    }

    /**
     * {@code process.time-reduction}: of the time that a process takes. From a median of 10 days to one of 8 is 20 %; a median is not compared with a mean, since both results must be of the
     * same definition.
     *
     * @param cycleTime in days or hours, better the lower it is, such as {@code billing.cycle-time.median}
     */
    public static Reduction processTime(KpiDefinition cycleTime) {
        Require.that(
                cycleTime.unit() == KpiUnit.DAYS || cycleTime.unit() == KpiUnit.HOURS,
                "reduction.time",
                "cycleTime",
                "must be in days or hours",
                cycleTime.id() + " in " + cycleTime.unit());
        Require.that(
                cycleTime.direction() == Direction.LOWER,
                "reduction.time",
                "cycleTime",
                "must be better the lower it is",
                cycleTime.id());
        return Reduction.of(cycleTime).named("process.time-reduction", "Reduction in processing time");
    }
}
