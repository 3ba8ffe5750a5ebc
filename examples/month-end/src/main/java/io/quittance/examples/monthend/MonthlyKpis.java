package io.quittance.examples.monthend;

import io.quittance.core.money.PercentileMethod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AgeShare;
import io.quittance.kpi.collection.AverageCollectionPeriod;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysBeyondTerms;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.DaysToPayPercentile;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.OpenShare;
import io.quittance.kpi.collection.OriginDso;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.RollRate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is measured of each month: the family of days sales outstanding, and what else a ledger answers. */
final class MonthlyKpis {
    private static final List<Kpi<CollectionFigures>> DSO = List.of(
            DaysSalesOutstanding.simple(),
            DaysSalesOutstanding.average(),
            DaysSalesOutstanding.rolling(3),
            DaysSalesOutstanding.rolling(12),
            DaysSalesOutstanding.monthAnnualised(),
            DaysSalesOutstanding.countback(),
            DaysSalesOutstanding.bestPossible());

    private static final List<Kpi<OriginFigures>> DSO_BY_ORIGIN = List.of(OriginDso.byInvoice(), OriginDso.byMonth());

    private static final List<Kpi<CollectionFigures>> COLLECTION = List.of(
            new AverageDaysDelinquent(),
            OutstandingReceivables.net(),
            OutstandingReceivables.gross(),
            OutstandingReceivables.overdue(),
            ReceivablesTurnover.ofPeriod(),
            new AverageCollectionPeriod(),
            CollectionEffectiveness.ofPeriod(),
            CollectionRate.ofPeriod(),
            CollectionRate.gross(),
            CollectionRate.ofDueCohortByDueDate(),
            CollectionRate.ofDueCohortByPeriodEnd(),
            OverdueShare.byAmount(),
            OverdueShare.byCount(),
            AgeShare.current(),
            AgeShare.overNinetyDays(),
            new AverageDaysLate());

    private static final List<Kpi<EventFigures<PaidInvoice>>> PAID = List.of(
            DaysToPay.average(),
            DaysToPay.weighted(),
            DaysToPayPercentile.of(50, PercentileMethod.INCLUSIVE),
            DaysToPayPercentile.of(90, PercentileMethod.INCLUSIVE),
            DaysBeyondTerms.signedWeighted(),
            OpenShare.ofInvoices());

    private static final List<Kpi<Migration>> ROLLED = List.of(RollRate.cohort(1), RollRate.cohort(2));

    private MonthlyKpis() {}

    /**
     * The figures of a month.
     *
     * @param migration from the month end before; null of the first month
     */
    record Figures(
            CollectionFigures collection,
            OriginFigures origins,
            EventFigures<PaidInvoice> paid,
            @Nullable Migration migration) {}

    /** One balance and the same sales, and as many answers as there are methods. */
    static List<KpiDefinition> dsoFamily() {
        return Stream.concat(definitions(DSO), definitions(DSO_BY_ORIGIN)).toList();
    }

    /** What rolls on from one age to the next. */
    static List<KpiDefinition> rollRates() {
        return definitions(ROLLED).toList();
    }

    /** The definitions of all of them, in the order in which they are shown. */
    static List<KpiDefinition> all() {
        return Stream.of(dsoFamily().stream(), definitions(COLLECTION), definitions(PAID), rollRates().stream())
                .flatMap(each -> each)
                .toList();
    }

    /** The results of a month by id, in the same order. */
    static Map<String, KpiResult> of(Figures month) {
        var results = new LinkedHashMap<String, KpiResult>();
        put(results, DSO, month.collection());
        put(results, DSO_BY_ORIGIN, month.origins());
        put(results, COLLECTION, month.collection());
        put(results, PAID, month.paid());
        Migration migration = month.migration();
        if (migration != null) {
            put(results, ROLLED, migration);
        }
        return results;
    }

    private static <F> void put(Map<String, KpiResult> results, List<Kpi<F>> kpis, F figures) {
        kpis.forEach(kpi -> results.put(kpi.id(), kpi.compute(figures)));
    }

    private static <F> Stream<KpiDefinition> definitions(List<Kpi<F>> kpis) {
        return kpis.stream().map(Kpi::definition);
    }
}
