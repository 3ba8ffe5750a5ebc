package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
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
 * How many days of deductions are open at the end of the period: open / (deducted in the period / its days). Give it cases of deductions, and of one currency. 300.00 open and 900.00 deducted in 30
 * days are 10 days.
 *
 * @param zone in which days begin
 */
public record DaysDeductionsOutstanding(ZoneId zone) implements Kpi<EventFigures<DisputeCase>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "ddo",
                    "Days deductions outstanding",
                    KpiUnit.DAYS,
                    Direction.LOWER,
                    "deductions open at the end of the period / (deductions opened in the period / days of the period)")
            .undefinedWhen("none was opened (NO_DEDUCTIONS); several currencies (MIXED_CURRENCIES)");

    /** Checks that the zone is there. */
    public DaysDeductionsOutstanding {
        requireNonNull(zone, "zone");
    }

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In days; undefined if nothing was deducted in the period, or amounts are in several currencies. */
    @Override
    public KpiResult compute(EventFigures<DisputeCase> figures) {
        ServicePeriod period = figures.period();
        Instant end = period.endIn(zone);
        KpiBasis.Builder basis = KpiBasis.of(DEFINITION).period(period);
        List<DisputeCase> cases = figures.events().stream()
                .filter(one -> one.isOpenAt(end) || period.contains(one.opened(), zone))
                .toList();
        if (!basis.inOneCurrency(cases.stream().map(DisputeCase::amount))) {
            return basis.undefined("MIXED_CURRENCIES", "the deductions are in more than one currency");
        }
        Fraction perDay = Fraction.of(1, period.days());
        List<KpiItem> items = cases.stream()
                .map(one -> new KpiItem(
                        one.key(),
                        part(one, one.isOpenAt(end)),
                        part(one, period.contains(one.opened(), zone)).times(perDay)))
                .toList();
        return basis.items(items)
                .count(items.size())
                .quotient(
                        items.stream().map(KpiItem::numerator).reduce(Fraction.ZERO, Fraction::plus),
                        items.stream().map(KpiItem::denominator).reduce(Fraction.ZERO, Fraction::plus),
                        Fraction.ONE,
                        "NO_DEDUCTIONS",
                        "nothing was deducted in the period");
    }

    private static Fraction part(DisputeCase one, boolean isPart) {
        return isPart ? one.amount().toFraction() : Fraction.ZERO;
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
