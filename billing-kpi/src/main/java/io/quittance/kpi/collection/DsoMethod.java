package io.quittance.kpi.collection;

import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;

/** The formulas of days sales outstanding. */
enum DsoMethod {
    SIMPLE(
            "dso.simple",
            "Days sales outstanding, simple",
            "closing receivables / credit sales of the period × days of the period",
            "no sales (NO_SALES)",
            "Oracle JD Edwards, current balance divided by sales"),
    AVERAGE(
            "dso.average",
            "Days sales outstanding, average balance",
            "(opening + closing receivables) / 2 / credit sales of the period × days of the period",
            "no sales (NO_SALES)",
            "The Motley Fool, days sales outstanding"),
    AVERAGE_OF(
            "dso.average",
            "Days sales outstanding, average of n + 1 balances",
            "mean of the balances at the beginning of each of the last n periods and at the end of the last / credit sales of these periods × their days",
            "no sales (NO_SALES), fewer than n periods or n + 1 balances (HISTORY_TOO_SHORT)",
            "derived"),
    ROLLING(
            "dso.rolling",
            "Days sales outstanding, rolling n periods",
            "closing receivables / credit sales of the last n periods × their days",
            "no sales (NO_SALES), fewer than n periods (HISTORY_TOO_SHORT)",
            "SAP S/4HANA, rolling average months of revenue"),
    ROLLING_AVERAGE(
            "dso.rolling",
            "Days sales outstanding, rolling n periods, average of m balances",
            "mean of the last m closing balances / credit sales of the last n periods × their days",
            "no sales (NO_SALES), fewer than n periods or m balances (HISTORY_TOO_SHORT)",
            "SAP S/4HANA, rolling average months of receivables and of revenue"),
    SAP_CLASSIC(
            "dso.sap-classic",
            "Days sales outstanding, SAP R/3",
            "mean of the last 3 closing balances / mean credit sales of the last 3 periods × 30",
            "no sales (NO_SALES), fewer than 3 periods or balances (HISTORY_TOO_SHORT)",
            "SAP, report S_ALR_87012167"),
    SAP_CLASSIC_BW(
            "dso.sap-classic.bw",
            "Days sales outstanding, SAP BW",
            "closing receivables / credit sales of the period before × 30",
            "no sales (NO_SALES), no period before (HISTORY_TOO_SHORT)",
            "SAP BW, query 0FIAR_C02_Q1001"),
    MONTH_ANNUALISED(
            "dso.month-annualised",
            "Days sales outstanding, month annualised",
            "closing receivables / (credit sales of the month × 12) × 365",
            "no sales (NO_SALES), a period of fewer than 28 or more than 31 days, or a month in progress (NOT_A_MONTH)",
            "common practice"),
    BEST_POSSIBLE(
            "dso.best-possible",
            "Best possible days sales outstanding",
            "receivables that are not past due / credit sales of the period × days of the period",
            "no sales (NO_SALES)",
            "Credit Research Foundation"),
    MONTHS_OF_YEAR(
            "dso.months-of-year",
            "Receivables in months of a year's sales",
            "closing receivables / credit sales of the year × 12",
            "no sales (NO_SALES), a period of fewer than 360 or more than 366 days (NOT_A_YEAR)",
            "AccountingWEB, debtor days"),
    COUNTBACK(
            "dso.countback",
            "Days sales outstanding, countback",
            "days of the newest periods whose sales the closing receivables use up, the last one in part; a period without sales counts its days",
            "never; 0 where nothing is owed",
            "Oracle JD Edwards, table F03B16"),
    COUNTBACK_STOP(
            "dso.countback.stop",
            "Days sales outstanding, countback that stops",
            "as dso.countback, but ends at a period without sales",
            "never; 0 where nothing is owed",
            "Oracle Hyperion Financial Management"),
    COUNTBACK_THIRTY(
            "dso.countback.30-day-months",
            "Days sales outstanding, countback of 30-day months",
            "as dso.countback, with 30 days for each period, and for a month in progress those that have passed",
            "never; 0 where nothing is owed",
            "Benji Pays, count back method"),
    COUNTBACK_STOP_THIRTY(
            "dso.countback.stop.30-day-months",
            "Days sales outstanding, countback of 30-day months that stops",
            "as dso.countback.stop, with 30 days for each period, and for a month in progress those that have passed",
            "never; 0 where nothing is owed",
            "Benji Pays, count back method"),
    COUNTBACK_MONTHS(
            "dso.countback.months",
            "Months sales outstanding, countback",
            "as dso.countback, with 1 for each period, and for a month in progress 1/30 for each day that has passed",
            "never; 0 where nothing is owed",
            "AccountingWEB, count back method"),
    COUNTBACK_STOP_MONTHS(
            "dso.countback.stop.months",
            "Months sales outstanding, countback that stops",
            "as dso.countback.stop, with 1 for each period, and for a month in progress 1/30 for each day that has passed",
            "never; 0 where nothing is owed",
            "AccountingWEB, count back method");

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
    private final KpiDefinition definition;

    DsoMethod(String id, String name, String formula, String undefinedWhen, String source) {
        KpiUnit unit = id.contains("months-of") || id.endsWith(".months") ? KpiUnit.MONTHS : KpiUnit.DAYS;
        definition = KpiDefinition.of(id, name, unit, Direction.LOWER, formula)
                .undefinedWhen(undefinedWhen)
                .definedBy(source);
    }

    /** Whether it is of a number of periods that a user chooses. */
    boolean isOfPeriods() {
        return this == AVERAGE_OF || this == ROLLING || this == ROLLING_AVERAGE;
    }

    /** The definition; one of a number of periods, or of balances, has them in id and name. */
    KpiDefinition definition(int periods, int balances) {
        boolean isOfBalances = this == ROLLING_AVERAGE;
        return isOfPeriods()
                ? new KpiDefinition(
                        definition.id() + "." + periods + (isOfBalances ? ".average-" + balances : ""),
                        definition.name() + ", n = " + periods + (isOfBalances ? ", m = " + balances : ""),
                        definition.unit(),
                        definition.direction(),
                        definition.indicator(),
                        definition.formula(),
                        definition.undefinedWhen(),
                        definition.source())
                : definition;
    }
}
