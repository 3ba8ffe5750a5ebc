package io.quittance.testkit.kpi;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks a KPI, which may throw or give no answer, so that a law can look at results alone. */
final class Asked {
    private Asked() {}

    /**
     * What the law says of the results for these figures, asked for in this order; that the KPI does not answer, with the first
     * figures for which it does not.
     */
    static <F> List<BrokenLaw> judged(Kpi<F> kpi, List<F> questions, Function<List<KpiResult>, List<BrokenLaw>> judge) {
        var results = new ArrayList<KpiResult>();
        for (F figures : questions) {
            KpiResult result;
            try {
                result = kpi.compute(figures);
            } catch (RuntimeException e) {
                return List.of(new BrokenLaw(KpiLaw.ANSWERS, "threw " + e + " for " + figures));
            }
            if (result == null) {
                return List.of(new BrokenLaw(KpiLaw.ANSWERS, "answered null for " + figures));
            }
            results.add(result);
        }
        return judge.apply(results);
    }
}
