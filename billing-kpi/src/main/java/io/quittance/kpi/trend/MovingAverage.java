package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.trend.Totals.Form;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The average of a KPI over each {@code periods} consecutive periods of a series, computed from totals: of 1 of 10 (10 %) and 45 of 90 (50 %) it is 46 of 100, 46 %, and not 30 %.
 *
 * <p>A sum, such as what was billed or is owed, is added up and divided by the number of periods. A quotient is made of the sums of its numerators and of its denominators. That is right where both are totals of the period, and what is
 * counted in one period is counted in no other: shares and means of what was invoiced, paid, settled, corrected or resolved in it, and measurements weighted by sample size; docs/trends.md lists them. It is wrong for a balance above or below the
 * line, as in days sales outstanding or overdue, and for medians and percentiles; these are refused. Compute those over the whole time of each average instead.
 *
 * @param periods how many, 2 or more
 * @param own ids of KPIs of yours for which it is right
 */
public record MovingAverage(int periods, SortedSet<String> own) implements Serializable {
    private static final Fraction NO_FACTOR = Fraction.ZERO;

    /** Checks the number of periods. */
    public MovingAverage {
        Require.that(periods >= 2, "trend.periods", "periods", "must be 2 or more", periods);
        own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
        own.forEach(id -> Require.id(id, "own"));
    }

    /** Of so many periods: 3 months, 12 months. */
    public static MovingAverage of(int periods) {
        return new MovingAverage(periods, new TreeSet<>());
    }

    /** The same, also for a KPI of yours whose numerator and denominator are both totals of the period. */
    public MovingAverage alsoFor(String kpi) {
        var all = new TreeSet<String>(own);
        all.add(requireNonNull(kpi, "kpi"));
        return new MovingAverage(periods, all);
    }

    /**
     * The averages, the oldest first, each of the period from the first day of its first period to the last day of its last; none if the series is shorter. Undefined where there is a gap between its periods ({@code GAP}), one of its results does not tell its
     * totals, or no amount of the series its currency (the reason of that result), or the denominators add up to 0. What is left out of one of its results is left out of the average.
     *
     * @throws IllegalArgumentException if it is not right for the KPI, or its numerator counts a different number of times in the periods, as the days of months do
     */
    public List<KpiResult> of(KpiSeries series) {
        List<KpiResult> results = requireNonNull(series, "series").results();
        Form form = form(series);
        Optional<Fraction> factor = form == Form.QUOTIENT ? factor(series) : Optional.of(Fraction.ONE);
        var averages = new ArrayList<KpiResult>();
        for (int i = periods; i <= results.size(); i++) {
            averages.add(average(results.subList(i - periods, i), form, factor.orElse(NO_FACTOR), series));
        }
        return List.copyOf(averages);
    }

    private Form form(KpiSeries series) {
        KpiDefinition kpi = series.definition();
        boolean isFlow = Flows.has(kpi.id()) || own.contains(kpi.id());
        Form found = isFlow ? Form.QUOTIENT : Form.SUM;
        for (KpiResult result : series.results()) {
            Optional<Form> form = Totals.form(result);
            if (result.value().isPresent()) {
                Require.that(
                        form.filter(is -> is == Form.SUM || isFlow).isPresent(),
                        "trend.flow",
                        "series",
                        "must be of a KPI whose numerator and denominator are totals of the period",
                        kpi.id());
                found = form.orElse(found);
            }
        }
        return found;
    }

    private static Optional<Fraction> factor(KpiSeries series) {
        List<Fraction> factors = series.results().stream()
                .flatMap(each -> Totals.factor(each).stream())
                .distinct()
                .toList();
        Require.that(
                factors.size() <= 1,
                "trend.factor",
                "series",
                "must count its numerator as often in each period, " + (factors.isEmpty() ? "" : factors.get(0))
                        + " times",
                factors.size() <= 1 ? null : factors.get(1));
        return factors.stream().findFirst();
    }

    private KpiBasis.Builder basis(KpiSeries series) {
        KpiDefinition kpi = series.definition();
        return KpiBasis.of(new KpiDefinition(
                        DerivedId.of(kpi.id(), ".moving-average." + periods),
                        kpi.name() + ", moving average",
                        kpi.unit(),
                        kpi.direction(),
                        kpi.indicator(),
                        "of the totals of " + periods + " periods: " + kpi.id(),
                        "a gap (GAP), a period without totals (its reason), or as " + kpi.id(),
                        "derived"))
                .currency(series.currency().orElse(null));
    }

    private KpiResult average(List<KpiResult> window, Form form, Fraction factor, KpiSeries series) {
        KpiBasis.Builder basis = basis(series);
        boolean isWithoutCurrency =
                series.definition().unit() == KpiUnit.MONEY && series.currency().isEmpty();
        ServicePeriod first = KpiSeries.period(window.get(0));
        ServicePeriod last = KpiSeries.period(window.get(window.size() - 1));
        var whole = new ServicePeriod(first.start(), last.end());
        basis.period(whole).count(window.size());
        if (!whole.without(window.stream().map(KpiSeries::period).toList()).isEmpty()) {
            return basis.undefined("GAP", "a period between them is missing");
        }
        Totals all = Totals.NONE;
        for (KpiResult each : window) {
            Optional<Totals> totals = Totals.of(each, form);
            if (totals.isEmpty() || isWithoutCurrency) {
                return each.match(
                        measured -> basis.undefined("NO_TOTALS", "a value does not tell its totals"),
                        undefined -> basis.undefined(undefined.code(), undefined.reason()));
            }
            all = all.plus(totals.get());
            each.basis().exclusions().forEach(basis::exclusion);
        }
        Fraction below = form == Form.SUM ? Fraction.of(periods) : all.denominator();
        if (factor.equals(NO_FACTOR) && all.numerator().signum() != 0) {
            return basis.numerator(all.numerator())
                    .denominator(below)
                    .undefined("FACTOR_UNKNOWN", "no period of the series has a value that is not 0");
        }
        return basis.quotient(all.numerator(), below, factor, code(window), "the denominators add up to 0");
    }

    /** The code of the newest result without a value. */
    private static String code(List<KpiResult> window) {
        String code = "DENOMINATOR_ZERO";
        for (KpiResult each : window) {
            String found = code;
            code = each.match(measured -> found, undefined -> undefined.code());
        }
        return code;
    }
}
