package io.quittance.kpi.trend;

import io.quittance.kpi.measurement.Aggregation;
import io.quittance.kpi.measurement.Measure;
import io.quittance.kpi.measurement.Measurements;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The KPIs that are quotients of totals of their period, so that the totals of several periods are those of all of them: what is counted in one period is counted in no other, on whatever day it is asked. Not those with a
 * balance above or below the line (days sales outstanding, overdue, a collection rate of opening receivables), nor those of which customers or persons count in several periods, nor those that ask how things stood
 * at the end of the period.
 */
final class Flows {
    /** Without what is measured. */
    static final Set<String> COMPUTED = Set.of(
            "collection-rate.gross",
            "collection-rate.net",
            "collection-rate.due-cohort.by-due-date",
            "days-late.average",
            "days-late.late-only",
            "days-to-pay.average",
            "days-to-pay.weighted",
            "days-beyond-terms.signed.average",
            "days-beyond-terms.signed.weighted",
            "days-beyond-terms.clamped.weighted",
            "bad-debt.to-sales.expense",
            "bad-debt.to-sales.write-offs",
            "bad-debt.to-sales.net-write-offs",
            "write-off.pct.sales",
            "billing.error-rate",
            "billing.accuracy",
            "billing.on-time",
            "billing.adjust-rate.count",
            "billing.adjust-rate.count.error",
            "billing.adjust-rate.count.contract-change",
            "billing.adjust-rate.count.goodwill",
            "billing.adjust-rate.count.return",
            "billing.adjust-rate.amount",
            "billing.adjust-rate.amount.error",
            "billing.adjust-rate.amount.contract-change",
            "billing.adjust-rate.amount.goodwill",
            "billing.adjust-rate.amount.return",
            "billing.generation-time.mean",
            "billing.invoicing-lag.mean",
            "billing.cycle-time.mean",
            "billing.generation-time.business-hours.mean",
            "billing.invoicing-lag.business-hours.mean",
            "billing.cycle-time.business-hours.mean",
            "billing.stage-time.drafting.mean",
            "billing.stage-time.drafting.business-hours.mean",
            "billing.stage-time.approval.mean",
            "billing.stage-time.approval.business-hours.mean",
            "billing.stage-time.sending.mean",
            "billing.stage-time.sending.business-hours.mean",
            "billing.productivity.invoices.per-hour",
            "billing.productivity.lines.per-hour",
            "automation.share",
            "automation.share.generated",
            "automation.share.sent",
            "automation.share.matched",
            "automation.share.dunned",
            "dispute.cycle-time.mean",
            "dispute.cycle-time.business-hours.mean",
            "dispute.processing-time.mean",
            "dispute.processing-time.business-hours.mean",
            "credit.approval",
            "credit.approval.in-part",
            "credit.review-timeliness",
            "docs.accuracy.checked",
            "reminders.per-week",
            "reporting.frequency.of-planned",
            "reporting.frequency.per-week",
            "inquiry.resolution.mean",
            "vendor.on-time",
            "vendor.resolution.mean");

    /** With what is measured and weighted by its sample size. */
    static final Set<String> IDS = Stream.concat(
                    COMPUTED.stream(),
                    Measurements.all().stream()
                            .filter(measure -> measure.aggregation() == Aggregation.MEAN)
                            .map((Measure measure) -> measure.definition().id()))
            .collect(Collectors.toCollection(TreeSet::new));

    /** Whether it is one of them, or one of a part: what is right for all reminders is right for those of one level, {@code reminders.per-week[level=2]}. */
    static boolean has(String id) {
        return IDS.contains(id.replaceFirst("\\[.+]", ""));
    }

    private Flows() {}
}
