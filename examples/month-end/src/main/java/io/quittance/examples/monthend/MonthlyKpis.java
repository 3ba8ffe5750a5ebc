package io.quittance.examples.monthend;

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
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.ReceivablesTurnover;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is measured of each month: the family of days sales outstanding, and what else the figures of a ledger answer. */
final class MonthlyKpis {
    /** One balance and the same sales, and as many answers as there are methods. */
    static final List<Kpi<CollectionFigures>> DSO_FAMILY = List.of(
            DaysSalesOutstanding.simple(),
            DaysSalesOutstanding.average(),
            DaysSalesOutstanding.rolling(3),
            DaysSalesOutstanding.rolling(12),
            DaysSalesOutstanding.countback(),
            DaysSalesOutstanding.monthAnnualised(),
            DaysSalesOutstanding.bestPossible());

    private static final List<Kpi<CollectionFigures>> OTHERS = List.of(
            new AverageDaysDelinquent(),
            OutstandingReceivables.net(),
            OutstandingReceivables.gross(),
            OutstandingReceivables.overdue(),
            ReceivablesTurnover.ofPeriod(),
            new AverageCollectionPeriod(),
            CollectionEffectiveness.ofPeriod(),
            CollectionRate.ofPeriod(),
            CollectionRate.ofDueCohortByDueDate(),
            CollectionRate.ofDueCohortByPeriodEnd(),
            OverdueShare.byAmount(),
            OverdueShare.byCount(),
            AgeShare.current(),
            new AverageDaysLate());

    private MonthlyKpis() {}

    /** The definitions of all of them, in the order in which they are shown. */
    static List<KpiDefinition> definitions() {
        return fromFigures().map(Kpi::definition).toList();
    }

    /** The results of a month by id, in the same order. */
    static Map<String, KpiResult> of(CollectionFigures figures) {
        var results = new LinkedHashMap<String, KpiResult>();
        fromFigures().forEach(kpi -> results.put(kpi.id(), kpi.compute(figures)));
        return results;
    }

    private static Stream<Kpi<CollectionFigures>> fromFigures() {
        return Stream.concat(DSO_FAMILY.stream(), OTHERS.stream());
    }
}
