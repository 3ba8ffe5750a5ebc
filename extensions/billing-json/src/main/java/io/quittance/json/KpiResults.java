package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Results of KPIs with the question that they answer, which makes one document: those of a month, as of its end.
 *
 * @param asOf the two times as of which all were computed; null where they were computed of figures without such a question
 * @param results in the order in which they are shown; of one KPI several too, such as those of several periods
 */
public record KpiResults(@Nullable AsOf asOf, List<KpiResult> results) implements Serializable {

    /** Copies the results. */
    public KpiResults {
        results = List.copyOf(results);
    }

    /** Results of figures that were not asked for as of any time. */
    public static KpiResults of(List<KpiResult> results) {
        return new KpiResults(null, results);
    }

    /** Results that were computed as of that time. */
    public static KpiResults of(AsOf asOf, List<KpiResult> results) {
        return new KpiResults(requireNonNull(asOf, "asOf"), results);
    }
}
