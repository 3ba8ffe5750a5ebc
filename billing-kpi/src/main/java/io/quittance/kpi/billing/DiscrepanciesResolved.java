package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How many billing discrepancies were resolved, in percent, whatever the outcome. 4 were open when the month began and 6 were raised in it; of the 4, all were resolved in the month, of the 6
 * only 3: 70 % of the stock, 50 % of the cohort.
 *
 * @param method of which cases
 * @param zone in which days begin
 */
public record DiscrepanciesResolved(Method method, ZoneId zone)
        implements Kpi<EventFigures<DisputeCase>>, Serializable {
    /** Of which cases. */
    public enum Method {
        /** Of all that were open at the start or raised in the period. */
        STOCK(KpiDefinition.of(
                        "discrepancy.resolved.stock",
                        "Billing discrepancies resolved, of the stock",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "cases resolved in the period / (cases open at its start + cases raised in it) × 100")
                .undefinedWhen("none was open or raised (NO_CASES)")),
        /** Of those that were raised in the period. */
        COHORT(KpiDefinition.of(
                        "discrepancy.resolved.cohort",
                        "Billing discrepancies resolved, of those raised",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "cases raised in the period and resolved by its end / cases raised in the period × 100")
                .undefinedWhen("none was raised (NO_CASES)"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of words
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    /** Checks that both are there. */
    public DiscrepanciesResolved {
        requireNonNull(method, "method");
        requireNonNull(zone, "zone");
    }

    /** Of all that could be resolved in the period: open at its start, or raised in it. */
    public static DiscrepanciesResolved ofStock(ZoneId zone) {
        return new DiscrepanciesResolved(Method.STOCK, zone);
    }

    /** Of those that were raised in the period, resolved by its end. */
    public static DiscrepanciesResolved ofCohort(ZoneId zone) {
        return new DiscrepanciesResolved(Method.COHORT, zone);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent; undefined if there is no case. */
    @Override
    public KpiResult compute(EventFigures<DisputeCase> figures) {
        ServicePeriod period = figures.period();
        Instant start = period.startIn(zone);
        Instant end = period.endIn(zone);
        List<KpiItem> items = figures.events().stream()
                .filter(one -> period.contains(one.opened(), zone) || (method == Method.STOCK && one.isOpenAt(start)))
                .map(one -> KpiItem.counted(one.key(), !one.isOpenAt(end)))
                .toList();
        return KpiBasis.of(definition())
                .period(period)
                .share(
                        items,
                        "NO_CASES",
                        method == Method.STOCK
                                ? "no case was open at the start of the period or raised in it"
                                : "no case was raised in the period");
    }

    @Override
    public int hashCode() {
        return 31 * id().hashCode() + zone.getId().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
