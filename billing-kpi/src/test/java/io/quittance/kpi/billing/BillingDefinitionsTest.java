package io.quittance.kpi.billing;

import static io.quittance.kpi.Direction.HIGHER;
import static io.quittance.kpi.Direction.INFORMATIONAL;
import static io.quittance.kpi.Direction.LOWER;
import static io.quittance.kpi.Indicator.LAGGING;
import static io.quittance.kpi.Indicator.LEADING;
import static io.quittance.kpi.KpiUnit.COUNT;
import static io.quittance.kpi.KpiUnit.DAYS;
import static io.quittance.kpi.KpiUnit.HOURS;
import static io.quittance.kpi.KpiUnit.MONEY;
import static io.quittance.kpi.KpiUnit.PERCENT;
import static io.quittance.kpi.KpiUnit.RATIO;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quittance.kpi.Direction;
import io.quittance.kpi.Indicator;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.time.CalendarDays;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each KPI of billing is, as docs/kpis.md promises it: the method is part of the id, the name and the formula. */
class BillingDefinitionsTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final BusinessHours ALWAYS = BusinessHours.roundTheClock(UTC);
    private static final String APQC = "APQC, invoices error free the first time";
    private static final String NONE_ISSUED = "none was issued (NO_INVOICES)";
    private static final String MIXED = "; several currencies (MIXED_CURRENCIES)";

    static Stream<Arguments> definitions() {
        return Stream.of(accuracy(), adjustments(), volume(), times(), items(), disputes())
                .flatMap(part -> part);
    }

    private static Arguments row(
            Kpi<?> kpi,
            String id,
            String name,
            KpiUnit unit,
            Direction direction,
            Indicator indicator,
            String formula,
            String undefinedWhen,
            String source) {
        return arguments(kpi, new KpiDefinition(id, name, unit, direction, indicator, formula, undefinedWhen, source));
    }

    private static Stream<Arguments> accuracy() {
        String undefined = NONE_ISSUED + "; for none the days have passed (WINDOW_OPEN)";
        InvoiceAccuracy within = InvoiceAccuracy.within(30);
        return Stream.of(
                row(
                        within,
                        "billing.accuracy.within-30-days.count",
                        "Billing accuracy by corrections within 30 days",
                        PERCENT,
                        HIGHER,
                        LAGGING,
                        "(invoices issued - invoices with a correction for an error within 30 days) / invoices issued × 100, of invoices issued in the period at least 30 days ago",
                        undefined,
                        APQC),
                row(
                        within.asErrorRate(),
                        "billing.error-rate.within-30-days.count",
                        "Billing errors by corrections within 30 days",
                        PERCENT,
                        LOWER,
                        LAGGING,
                        "invoices with a correction for an error within 30 days / invoices issued × 100, of invoices issued in the period at least 30 days ago",
                        undefined,
                        APQC),
                row(
                        within.byAmount(),
                        "billing.accuracy.within-30-days.amount",
                        "Billing accuracy by corrections within 30 days",
                        PERCENT,
                        HIGHER,
                        LAGGING,
                        "(amount of invoices issued - amount of invoices with a correction for an error within 30 days) / amount of invoices issued × 100, of invoices issued in the period at least 30 days ago",
                        undefined + MIXED,
                        APQC),
                row(
                        within.byLines().asErrorRate(),
                        "billing.error-rate.within-30-days.lines",
                        "Billing errors by corrections within 30 days",
                        PERCENT,
                        LOWER,
                        LAGGING,
                        "lines of invoices corrected for an error within 30 days / lines of invoices issued × 100, of invoices issued in the period at least 30 days ago",
                        undefined,
                        APQC));
    }

    private static Stream<Arguments> adjustments() {
        return Stream.of(
                row(
                        AdjustmentRate.byCount(),
                        "billing.adjust-rate.count",
                        "Billing adjustments",
                        PERCENT,
                        LOWER,
                        LAGGING,
                        "corrections made in the period / invoices issued in it × 100",
                        NONE_ISSUED,
                        "derived"),
                row(
                        AdjustmentRate.byAmount(),
                        "billing.adjust-rate.amount",
                        "Billing adjustments",
                        PERCENT,
                        LOWER,
                        LAGGING,
                        "amounts, without sign, of corrections made in the period / amount of invoices issued in it × 100",
                        NONE_ISSUED + MIXED,
                        "derived"),
                row(
                        AdjustmentRate.byCount().because(Correction.Reason.CONTRACT_CHANGE),
                        "billing.adjust-rate.count.contract-change",
                        "Billing adjustments for contract change",
                        PERCENT,
                        LOWER,
                        LAGGING,
                        "corrections made in the period for contract change / invoices issued in it × 100",
                        NONE_ISSUED,
                        "derived"),
                row(
                        AdjustmentRate.byAmount().because(Correction.Reason.ERROR),
                        "billing.adjust-rate.amount.error",
                        "Billing adjustments for error",
                        PERCENT,
                        LOWER,
                        LAGGING,
                        "amounts, without sign, of corrections made in the period for error / amount of invoices issued in it × 100",
                        NONE_ISSUED + MIXED,
                        "derived"),
                row(
                        AutomationShare.ofAll(),
                        "automation.share",
                        "Share of automatic operations",
                        PERCENT,
                        HIGHER,
                        LAGGING,
                        "operations in the period without a person / operations in the period × 100",
                        "nothing was done (NO_OPERATIONS)",
                        "derived"),
                row(
                        AutomationShare.of(Operation.Kind.DUNNED),
                        "automation.share.dunned",
                        "Share of automatic operations, dunned",
                        PERCENT,
                        HIGHER,
                        LAGGING,
                        "operations dunned in the period without a person / operations dunned in the period × 100",
                        "nothing was done (NO_OPERATIONS)",
                        "derived"));
    }

    private static Stream<Arguments> volume() {
        String nobody = "nobody worked (NO_STAFF)";
        return Stream.of(
                row(
                        BillingVolume.lines(),
                        "billing.volume.lines",
                        "Lines invoiced",
                        COUNT,
                        INFORMATIONAL,
                        LAGGING,
                        "number of lines of invoices issued in the period",
                        "never",
                        "derived"),
                row(
                        BillingVolume.net(),
                        "billing.volume.net",
                        "Billed, net of credits",
                        MONEY,
                        INFORMATIONAL,
                        LAGGING,
                        "amount of invoices issued in the period - amounts of corrections made in it",
                        "nothing was billed or corrected (NO_INVOICES)" + MIXED,
                        "derived"),
                row(
                        BillingProductivity.invoices(),
                        "billing.productivity.invoices",
                        "Invoices per full-time person",
                        RATIO,
                        HIGHER,
                        LAGGING,
                        "invoices issued in the period by persons / full-time equivalents",
                        nobody,
                        "derived"),
                row(
                        BillingProductivity.lines(),
                        "billing.productivity.lines",
                        "Lines invoiced per full-time person",
                        RATIO,
                        HIGHER,
                        LAGGING,
                        "lines of invoices issued in the period by persons / full-time equivalents",
                        nobody,
                        "derived"),
                row(
                        BillingProductivity.invoices().perHour(),
                        "billing.productivity.invoices.per-hour",
                        "Invoices per hour of work",
                        RATIO,
                        HIGHER,
                        LAGGING,
                        "invoices issued in the period by persons / hours that they worked",
                        nobody,
                        "derived"),
                row(
                        BillingProductivity.lines().perHour(),
                        "billing.productivity.lines.per-hour",
                        "Lines invoiced per hour of work",
                        RATIO,
                        HIGHER,
                        LAGGING,
                        "lines of invoices issued in the period by persons / hours that they worked",
                        nobody,
                        "derived"),
                row(
                        RepeatBusiness.inPeriod(),
                        "repeat-business.in-period",
                        "Repeat business in the period",
                        PERCENT,
                        HIGHER,
                        LAGGING,
                        "customers with two or more invoices issued in the period / customers with one or more × 100",
                        NONE_ISSUED,
                        "derived"),
                row(
                        RepeatBusiness.ever().withoutRenewals(),
                        "repeat-business.ever.without-renewals",
                        "Repeat business, without renewals",
                        PERCENT,
                        HIGHER,
                        LAGGING,
                        "customers with an invoice in the period and another in it or before / customers with one or more in the period × 100, without renewals",
                        NONE_ISSUED,
                        "derived"));
    }

    private static Stream<Arguments> times() {
        String none = "there is none (NO_INVOICES)";
        return Stream.of(
                row(
                        BillingTime.generation(Statistic.MEAN),
                        "billing.generation-time.mean",
                        "Time to generate an invoice, mean",
                        DAYS,
                        LOWER,
                        LAGGING,
                        "mean of calendar days from cut-off to issue, of invoices with the latter in the period",
                        none,
                        "APQC 9.2.2, in calendar days"),
                row(
                        BillingTime.invoicingLag(Statistic.MEDIAN),
                        "billing.invoicing-lag.median",
                        "Invoicing lag, median",
                        DAYS,
                        LOWER,
                        LAGGING,
                        "median of calendar days from end of service to sending, of invoices with the latter in the period",
                        none,
                        "APQC 9.2.2, in calendar days"),
                row(
                        BillingTime.cycle(Statistic.P90).in(ALWAYS),
                        "billing.cycle-time.business-hours.p90",
                        "Billing cycle time in business hours, 90th percentile (nearest rank)",
                        HOURS,
                        LOWER,
                        LAGGING,
                        "90th percentile (nearest rank) of business hours from first gathering to sending, of invoices with the latter in the period",
                        none,
                        "derived"),
                row(
                        new AdvanceBilling(Statistic.MAX),
                        "billing.advance-time.max",
                        "Days billed in advance, maximum",
                        DAYS,
                        INFORMATIONAL,
                        LAGGING,
                        "maximum of calendar days from sending to end of service, of invoices sent in the period before the service ended",
                        "none was billed in advance (NO_INVOICES)",
                        "derived"),
                row(
                        SentOnTime.within(2),
                        "billing.on-time.within-2-days",
                        "Invoices sent on time",
                        PERCENT,
                        HIGHER,
                        LAGGING,
                        "invoices sent at most 2 days after they were due to be sent / invoices due to be sent in the period whose days have passed × 100",
                        "none was due to be sent whose days have passed (NO_INVOICES)",
                        "derived"));
    }

    private static Stream<Arguments> items() {
        String undefined = "nothing was delivered (NO_DELIVERIES); for none the days have passed (WINDOW_OPEN)" + MIXED;
        return Stream.of(
                row(
                        BillingLeakage.after(30),
                        "billing.leakage.after-30-days",
                        "Billing leakage",
                        PERCENT,
                        LOWER,
                        LAGGING,
                        "entitled and not billed 30 days after the cut-off, item by item / entitled × 100, of items delivered in the period",
                        undefined,
                        "derived"),
                row(
                        BillingLeakage.after(30).asOverbilled(),
                        "billing.overbilled.after-30-days",
                        "Overbilled",
                        PERCENT,
                        LOWER,
                        LAGGING,
                        "billed and not entitled 30 days after the cut-off, item by item / entitled × 100, of items delivered in the period",
                        undefined,
                        "derived"));
    }

    private static Stream<Arguments> disputes() {
        var days = new CalendarDays(UTC);
        return Stream.of(
                row(
                        DisputeAge.mean(days),
                        "dispute.age.mean",
                        "Age of open disputes, mean",
                        DAYS,
                        LOWER,
                        LEADING,
                        "mean of calendar days from opening to the end of the period, of the cases open then",
                        "none is open (NO_CASES)",
                        "derived"),
                row(
                        DisputeAge.max(ALWAYS),
                        "dispute.age.business-hours.max",
                        "Age of open disputes in business hours, maximum",
                        HOURS,
                        LOWER,
                        LEADING,
                        "maximum of business hours from opening to the end of the period, of the cases open then",
                        "none is open (NO_CASES)",
                        "derived"),
                row(
                        DisputeCycleTime.median(days),
                        "dispute.cycle-time.median",
                        "Time to resolve disputes, median",
                        DAYS,
                        LOWER,
                        LAGGING,
                        "median of calendar days from opening to resolution, of the cases resolved in the period",
                        "none was resolved (NO_RESOLUTIONS)",
                        "derived"),
                row(
                        DisputeCycleTime.p90(ALWAYS).withoutWaiting(),
                        "dispute.processing-time.business-hours.p90",
                        "Time to process disputes in business hours, 90th percentile (nearest rank)",
                        HOURS,
                        LOWER,
                        LAGGING,
                        "90th percentile (nearest rank) of business hours from opening to resolution, without waiting for the customer, of the cases resolved in the period",
                        "none was resolved (NO_RESOLUTIONS)",
                        "derived"),
                row(
                        DiscrepanciesResolved.ofCohort(UTC),
                        "discrepancy.resolved.cohort",
                        "Billing discrepancies resolved, of those raised",
                        PERCENT,
                        HIGHER,
                        LAGGING,
                        "cases raised in the period and resolved by its end / cases raised in the period × 100",
                        "none was raised (NO_CASES)",
                        "derived"),
                row(
                        DisputedShare.byCount(UTC),
                        "billing.dispute-rate.count",
                        "Disputed of what was invoiced, by number",
                        PERCENT,
                        LOWER,
                        LEADING,
                        "invoices issued in the period of which something was contested / invoices issued in it × 100",
                        "none was issued (NO_INVOICES)",
                        "derived"),
                row(
                        DisputedShare.byAmount(UTC),
                        "billing.dispute-rate.amount",
                        "Disputed of what was invoiced, by amount",
                        PERCENT,
                        LOWER,
                        LEADING,
                        "contested of the invoices issued in the period, all cases of an invoice together and at most the invoice / amount of invoices issued in it × 100",
                        "none was issued (NO_INVOICES); several currencies (MIXED_CURRENCIES)",
                        "derived"),
                row(
                        DisputeCount.unresolved(UTC),
                        "dispute.count.unresolved",
                        "Unresolved discrepancies",
                        COUNT,
                        LOWER,
                        LEADING,
                        "number of cases open at the end of the period",
                        "never",
                        "SAP, open and solved disputes"),
                row(
                        DisputeCount.unresolved(UTC).forReason("PRICING"),
                        "dispute.count.unresolved[reason=PRICING]",
                        "Unresolved discrepancies, reason PRICING",
                        COUNT,
                        LOWER,
                        LEADING,
                        "number of cases open at the end of the period",
                        "never",
                        "SAP, open and solved disputes"));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void isWhatIsPromised(Kpi<?> kpi, KpiDefinition promised) {
        Assertions.assertThat(kpi.definition())
                .isEqualTo(promised)
                .usingRecursiveComparison()
                .isEqualTo(promised);
    }
}
