package io.quittance.kpi.scorecard;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which value of a KPI is held against its target, where there are several. */
public enum MeasuringRule {
    /** The one whose period ends last: the value at the deadline. */
    VALUE_AT_END,

    /**
     * The average of the values. Of quotients, totals first (kpi.md, section 0): each counts by what stands below its line, so that overdue of 20 % of 100.00 and of 50 % of 300.00 is 42.5 %,
     * noted {@code TOTALS_FIRST}. Of values that are no quotients it is the mean, each period alike: 20, 16 and 12 are 16.
     */
    AVERAGE_OF_PERIOD;

    /**
     * The value that counts. An average leaves out results without a value and says so by their codes, {@code NO_SALES}, and those noted {@code NOT_MEANINGFUL}; if none is left, it is the
     * latest, without a value or without a meaning. What is noted of those that count, or left out of them, is so of the average.
     *
     * @param results of one KPI and one currency, each of a period that ends on another day, in any order; at least one
     * @throws IllegalArgumentException if there is none, or they are of several KPIs or currencies, a period is missing, two end on one day, or one of an average lies within another
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
                    result.basis().definition().equals(first.definition()),
                    "target.kpi",
                    "results",
                    "must be computed alike, " + first.definition().name(),
                    result.basis().definition().name());
        }
        requireOneCurrency(results);
        var ordered = new ArrayList<KpiResult>(results);
        ordered.sort(Comparator.comparing((KpiResult result) -> period(result).end()));
        for (int i = 1; i < ordered.size(); i++) {
            ServicePeriod period = period(ordered.get(i));
            Require.that(
                    !period(ordered.get(i - 1)).end().equals(period.end()),
                    "target.period",
                    "results",
                    "must end on different days",
                    period);
        }
        return ordered;
    }

    /** A result without a value may have no currency. */
    private static void requireOneCurrency(List<KpiResult> results) {
        List<String> currencies = results.stream()
                .flatMap(result -> result.basis().currency().stream())
                .distinct()
                .sorted()
                .toList();
        Require.that(currencies.size() <= 1, "target.currency", "results", "must be in one currency", currencies);
    }

    private static KpiResult average(List<KpiResult> ordered, KpiResult last) {
        requireApart(ordered);
        KpiBasis.Builder basis = KpiBasis.of(last.basis().definition())
                .period(whole(ordered))
                .currency(ordered.stream()
                        .flatMap(result -> result.basis().currency().stream())
                        .findFirst()
                        .orElse(null))
                .note(AVERAGE_OF_PERIOD.name());
        var counted = new ArrayList<KpiResult.Measured>();
        for (KpiResult result : ordered) {
            String leftOut = result.match(
                    measured -> {
                        if (!measured.basis().isMeaningful()) {
                            return "NOT_MEANINGFUL";
                        }
                        counted.add(measured);
                        basis.flagsOf(measured);
                        return "";
                    },
                    undefined -> undefined.code());
            if (!leftOut.isEmpty()) {
                basis.exclusion(leftOut);
            }
        }
        if (counted.isEmpty()) {
            return last.match(
                    measured -> last, undefined -> basis.count(0).undefined(undefined.code(), undefined.reason()));
        }
        boolean areQuotients = counted.stream().allMatch(MeasuringRule::isQuotient);
        if (areQuotients) {
            basis.note("TOTALS_FIRST");
        }
        return basis.count(counted.size())
                .quotientOf(
                        counted.stream().map(each -> item(each, areQuotients)).toList());
    }

    private static boolean isQuotient(KpiResult.Measured result) {
        return result.basis().numerator().isPresent()
                && result.basis()
                        .denominator()
                        .filter(below -> below.signum() > 0)
                        .isPresent();
    }

    /** The period as one of the items behind the average. */
    private static KpiItem item(KpiResult.Measured result, boolean isQuotient) {
        Fraction weight = isQuotient ? result.basis().denominator().orElse(Fraction.ONE) : Fraction.ONE;
        return new KpiItem(period(result).toString(), result.exact().times(weight), weight);
    }

    /** None may lie within another: its days would count twice. */
    private static void requireApart(List<KpiResult> ordered) {
        for (int i = 1; i < ordered.size(); i++) {
            ServicePeriod longer = period(ordered.get(i));
            // ordered by end, so that a period within it is one that begins later
            for (int j = i - 1; j >= 0 && period(ordered.get(j)).end().isAfter(longer.start()); j--) {
                ServicePeriod earlier = period(ordered.get(j));
                Require.that(
                        !longer.contains(earlier),
                        "target.period",
                        "results",
                        "must not lie within " + longer,
                        earlier);
            }
        }
    }

    /** From the first day of any to the last of any. */
    private static ServicePeriod whole(List<KpiResult> ordered) {
        LocalDate end = ordered.stream()
                .map(result -> period(result).end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate start = ordered.stream()
                .map(result -> period(result).start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new ServicePeriod(start, end);
    }

    private static ServicePeriod period(KpiResult result) {
        return Require.present(result.basis().period().orElse(null), "results.period");
    }
}
