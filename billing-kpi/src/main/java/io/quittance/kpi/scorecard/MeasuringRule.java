package io.quittance.kpi.scorecard;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which value of a KPI is held against its target, where there are several. */
public enum MeasuringRule {
    /** The latest: the value at the deadline. */
    VALUE_AT_END,

    /**
     * The mean of the values, each period alike: overdue of 20 %, 16 % and 12 % at three month-ends is 16 %. A rate of a whole period is not the mean
     * of the rates of its months; compute it over the whole period and take {@link #VALUE_AT_END}.
     */
    AVERAGE_OF_PERIOD;

    /**
     * The value that counts. An average leaves out results without a value and says so by their codes, {@code NO_SALES}; if none has a value, there is
     * none, for the reason of the latest.
     *
     * @param results of one KPI and one currency, each of another period, in any order; at least one
     * @throws IllegalArgumentException if there is none, or they are of several KPIs or currencies, or a period is missing or there twice
     */
    public KpiResult of(List<KpiResult> results) {
        List<KpiResult> ordered = ordered(results);
        KpiResult last = ordered.get(ordered.size() - 1);
        return switch (this) {
            case VALUE_AT_END -> last;
            case AVERAGE_OF_PERIOD -> average(ordered, last);
        };
    }

    private static List<KpiResult> ordered(List<KpiResult> results) {
        Require.notEmpty(results, "results");
        KpiBasis first = results.get(0).basis();
        for (KpiResult result : results) {
            Require.that(
                    result.basis().kpi().equals(first.kpi()),
                    "target.kpi",
                    "results",
                    "must be of one KPI, " + first.kpi(),
                    result.basis().kpi());
            Require.that(
                    result.basis().currency().equals(first.currency()),
                    "target.currency",
                    "results",
                    "must be in one currency",
                    result.basis().currency().orElse("none"));
        }
        var ordered = new ArrayList<KpiResult>(results);
        ordered.sort(Comparator.comparing(MeasuringRule::period));
        for (int i = 1; i < ordered.size(); i++) {
            ServicePeriod period = period(ordered.get(i));
            Require.that(
                    !period(ordered.get(i - 1)).equals(period),
                    "target.period",
                    "results",
                    "must have each period once",
                    period);
        }
        return ordered;
    }

    private static KpiResult average(List<KpiResult> ordered, KpiResult last) {
        KpiBasis.Builder basis = KpiBasis.of(last.basis().definition())
                .period(whole(ordered))
                .currency(last.basis().currency().orElse(null))
                .note(AVERAGE_OF_PERIOD.name());
        Fraction sum = Fraction.ZERO;
        int count = 0;
        for (KpiResult result : ordered) {
            Optional<Fraction> value = result.value();
            if (value.isPresent()) {
                sum = sum.plus(value.get());
                count++;
            } else {
                basis.exclusion(result.match(measured -> "", undefined -> undefined.code()));
            }
        }
        basis.count(count);
        return count == 0
                ? last.match(measured -> last, undefined -> basis.undefined(undefined.code(), undefined.reason()))
                : basis.measured(sum.dividedBy(Fraction.of(count)));
    }

    /** From the first day of any to the last of any. */
    private static ServicePeriod whole(List<KpiResult> ordered) {
        LocalDate end = ordered.stream()
                .map(result -> period(result).end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new ServicePeriod(period(ordered.get(0)).start(), end);
    }

    private static ServicePeriod period(KpiResult result) {
        return Require.present(result.basis().period().orElse(null), "results.period");
    }
}
