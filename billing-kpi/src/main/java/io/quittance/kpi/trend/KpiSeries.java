package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Distribution;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The results of one KPI in periods one after another, such as days sales outstanding by month, in one currency. A result without a value keeps its place and its reason; days that
 * no period covers are {@link #gaps()}. A period that is open yet is a period like others, of the days elapsed so far. Immutable; in order of time.
 */
public final class KpiSeries implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a list made by Stream.toList, which is serialisable
    private final List<KpiResult> results;

    private final @Nullable String currency;

    private KpiSeries(Collection<KpiResult> given) {
        for (KpiResult result : Require.notEmpty(given, "results")) {
            period(result);
        }
        results = given.stream().sorted(Comparator.comparing(KpiSeries::period)).toList();
        String found = null;
        for (int i = 0; i < results.size(); i++) {
            KpiBasis basis = results.get(i).basis();
            Require.that(
                    basis.definition().equals(definition()),
                    "kpi.method",
                    "results",
                    "must be of one KPI, " + definition().id(),
                    basis.kpi());
            Require.that(
                    i == 0
                            || !period(results.get(i - 1))
                                    .end()
                                    .isAfter(period(results.get(i)).start()),
                    "trend.overlap",
                    "results",
                    "must be of periods that do not overlap",
                    period(results.get(i)));
            String code = basis.currency().orElse(found);
            if (found != null && !found.equals(code)) {
                throw new CurrencyMismatchException("results", found, String.valueOf(code));
            }
            found = code;
        }
        currency = found;
    }

    /**
     * A series of results in any order.
     *
     * @param results at least one, each of a period of its own
     * @throws IllegalArgumentException if there is none, they are of several KPIs or methods, or periods are missing or overlap
     * @throws CurrencyMismatchException if they are in two currencies
     */
    public static KpiSeries of(Collection<KpiResult> results) {
        return new KpiSeries(List.copyOf(results));
    }

    /**
     * The series of a KPI of any figures.
     *
     * @param figures of each period, and about that period
     * @throws IllegalArgumentException as above, or if figures are of another period than theirs
     */
    public static <F> KpiSeries of(Kpi<F> kpi, Map<ServicePeriod, ? extends F> figures) {
        requireNonNull(kpi, "kpi");
        var results = new ArrayList<KpiResult>();
        figures.forEach((period, each) -> results.add(ofPeriod(kpi.compute(each), period)));
        return new KpiSeries(results);
    }

    /**
     * The series of a KPI whose figures are found by period, as {@code LedgerFigures::of} and {@code EventLog.figures} find them.
     *
     * @param periods in any order
     */
    public static <F> KpiSeries of(
            Kpi<F> kpi, Collection<ServicePeriod> periods, Function<ServicePeriod, ? extends F> figures) {
        requireNonNull(kpi, "kpi");
        requireNonNull(figures, "figures");
        return new KpiSeries(periods.stream()
                .map((ServicePeriod period) -> ofPeriod(kpi.compute(figures.apply(period)), period))
                .toList());
    }

    private static KpiResult ofPeriod(KpiResult result, ServicePeriod period) {
        Optional<ServicePeriod> measured = result.basis().period();
        Require.that(
                measured.filter(period::equals).isPresent(),
                "trend.period",
                "figures",
                "must be of the period " + period,
                measured.map(Object::toString).orElse("none"));
        return result;
    }

    /** What was computed. */
    public KpiDefinition definition() {
        return results.get(0).basis().definition();
    }

    /** The ISO 4217 code of the amounts, if there are any. */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /** All results, the oldest first; at least one. */
    public List<KpiResult> results() {
        return results;
    }

    /** Their periods, the oldest first. */
    public List<ServicePeriod> periods() {
        return results.stream().map(KpiSeries::period).toList();
    }

    /** The newest result. */
    public KpiResult latest() {
        return results.get(results.size() - 1);
    }

    /** The result of exactly this period, if there is one. */
    public Optional<KpiResult> at(ServicePeriod period) {
        requireNonNull(period, "period");
        return results.stream().filter(each -> period(each).equals(period)).findFirst();
    }

    /** The result of the period that ends where this one begins; none before the first, and after a gap. */
    public Optional<KpiResult> before(ServicePeriod period) {
        requireNonNull(period, "period");
        return results.stream()
                .filter(each -> period(each).end().equals(period.start()))
                .findFirst();
    }

    /**
     * The result of the same period last year, from the first day to the end a year before; none if there is no such period. That of February 2024, of 29 days, is
     * February 2023, of 28.
     */
    public Optional<KpiResult> yearBefore(ServicePeriod period) {
        LocalDate start = period.start().minusYears(1);
        LocalDate end = period.end().minusYears(1);
        return results.stream()
                .filter(each ->
                        period(each).start().equals(start) && period(each).end().equals(end))
                .findFirst();
    }

    /** How the result of a period differs from that of the period before; empty if one of the two is not there. */
    public Optional<Change> changeFromBefore(ServicePeriod period) {
        return before(period).flatMap(base -> at(period).map(now -> new Change(base, now)));
    }

    /** How the result of a period differs from that of the same period last year; empty if one of the two is not there. */
    public Optional<Change> changeFromYearBefore(ServicePeriod period) {
        return yearBefore(period).flatMap(base -> at(period).map(now -> new Change(base, now)));
    }

    /** The change of each period from the one before it, the oldest first; none over a gap. */
    public List<Change> changes() {
        return periods().stream()
                .flatMap(period -> changeFromBefore(period).stream())
                .toList();
    }

    /** The days between the first and the last that no period covers. */
    public List<ServicePeriod> gaps() {
        return whole().without(periods());
    }

    /** From the first day of the first period to the last day of the last. */
    public ServicePeriod whole() {
        return new ServicePeriod(
                period(results.get(0)).start(), period(latest()).end());
    }

    /** The values, without results that have none, or one that is not meaningful: for percentiles over time. Their mean is no value of the whole time. */
    public Distribution distribution() {
        return Distribution.of(
                results.stream().flatMap(each -> Change.meaning(each).stream()).toList());
    }

    static ServicePeriod period(KpiResult result) {
        return Require.present(result.basis().period().orElse(null), "results.period");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KpiSeries that && results.equals(that.results);
    }

    @Override
    public int hashCode() {
        return results.hashCode();
    }

    /** For example {@code dso.simple in 12 periods of [2026-01-01, 2027-01-01)}. */
    @Override
    public String toString() {
        return definition().id() + " in " + results.size() + (results.size() == 1 ? " period of " : " periods of ")
                + whole();
    }

    private Object readResolve() {
        return new KpiSeries(results);
    }
}
