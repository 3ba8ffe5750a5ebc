package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Distribution;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.trend.Totals.Form;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One KPI cut into parts, such as by customer, with the whole beside them. The whole is computed from its own totals: it is never a mean of the parts, of which one may be 0 of 10 and the other 90 of 90.
 * Immutable; keys in order.
 */
public final class SlicedSeries implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Dimension dimension;
    private final KpiSeries whole;

    @SuppressWarnings("serial") // an unmodifiable TreeMap, which is serialisable
    private final SortedMap<String, KpiSeries> parts;

    private SlicedSeries(Dimension dimension, KpiSeries whole, Map<String, KpiSeries> parts) {
        this.dimension = requireNonNull(dimension, "dimension");
        this.whole = requireNonNull(whole, "whole");
        this.parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        String expected = whole.currency().orElse(null);
        for (Map.Entry<String, KpiSeries> part : this.parts.entrySet()) {
            String key = Require.id(part.getKey(), "key");
            Require.that(
                    part.getValue().definition().equals(whole.definition()),
                    "kpi.method",
                    "parts",
                    "must be of one KPI, " + whole.definition().id(),
                    part.getValue().definition().id());
            String wanted = dimension.equals(Dimension.CURRENCY) ? key : expected;
            String actual = part.getValue().currency().orElse(wanted);
            if (wanted != null && !wanted.equals(actual)) {
                throw new CurrencyMismatchException("parts", wanted, String.valueOf(actual));
            }
            expected = actual;
        }
    }

    /**
     * A whole and its parts.
     *
     * @param whole of all parts together; of parts by currency, in the currency of the consolidation
     * @param parts the series of each key; they may have other periods than the whole
     * @throws IllegalArgumentException if a part is of another KPI or method
     * @throws CurrencyMismatchException if a part is in another currency than the whole or another part, or one by currency in another than its key
     */
    public static SlicedSeries of(Dimension dimension, KpiSeries whole, Map<String, KpiSeries> parts) {
        return new SlicedSeries(dimension, whole, parts);
    }

    /**
     * The same from figures of the whole and of each key, by period.
     *
     * @throws IllegalArgumentException as {@link KpiSeries#of}
     */
    public static <F> SlicedSeries of(
            Dimension dimension,
            Kpi<F> kpi,
            Map<ServicePeriod, ? extends F> whole,
            Map<String, ? extends Map<ServicePeriod, ? extends F>> parts) {
        var series = new TreeMap<String, KpiSeries>();
        parts.forEach((key, figures) -> series.put(key, KpiSeries.of(kpi, figures)));
        return new SlicedSeries(dimension, KpiSeries.of(kpi, whole), series);
    }

    /**
     * The same from figures that can be cut: {@code of(CUSTOMER, DisputedShare.byCount(zone), months, each -> each.by(IssuedInvoice::customer))}. A key has a result in the periods in which there is
     * something of it.
     *
     * @param figures of each period, in any order
     * @param parts the figures of each key, of those of a period
     */
    public static <F> SlicedSeries of(
            Dimension dimension,
            Kpi<F> kpi,
            Collection<? extends F> figures,
            Function<? super F, ? extends Map<String, ? extends F>> parts) {
        var results = new TreeMap<String, List<KpiResult>>();
        for (F each : figures) {
            parts.apply(each)
                    .forEach((key, part) -> results.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(kpi.compute(part)));
        }
        var series = new TreeMap<String, KpiSeries>();
        results.forEach((key, some) -> series.put(key, KpiSeries.of(some)));
        return new SlicedSeries(
                dimension,
                KpiSeries.of(figures.stream().map((F each) -> kpi.compute(each)).toList()),
                series);
    }

    /**
     * The same from what has the figures of any period, such as the readings of a ledger and those of each collector: {@code of(COLLECTOR, OriginDso.byMonth(), months, readings, readings.by(collectors), LedgerReadings::origins)}.
     * Each key has a result in every period.
     *
     * @param periods in any order
     * @param whole that of all keys together
     * @param figures those of a period
     * @throws IllegalArgumentException as {@link KpiSeries#of}
     */
    public static <S, F> SlicedSeries of(
            Dimension dimension,
            Kpi<F> kpi,
            Collection<ServicePeriod> periods,
            S whole,
            Map<String, ? extends S> parts,
            BiFunction<? super S, ServicePeriod, ? extends F> figures) {
        requireNonNull(figures, "figures");
        var series = new TreeMap<String, KpiSeries>();
        parts.forEach((key, part) ->
                series.put(key, KpiSeries.of(kpi, periods, (ServicePeriod period) -> figures.apply(part, period))));
        return new SlicedSeries(
                dimension, KpiSeries.of(kpi, periods, (ServicePeriod period) -> figures.apply(whole, period)), series);
    }

    /**
     * The same from events, each of which belongs to at most one key: {@code ofEvents(CUSTOMER, BillingVolume.net(), months, IssuedInvoice::customer)}. Each key has a result in every
     * period, also where it has no events in it.
     *
     * @param figures of each period, in any order
     * @param key the key of an event; one that has none, which is null, counts in the whole alone
     */
    public static <E extends KpiEvent> SlicedSeries ofEvents(
            Dimension dimension,
            Kpi<EventFigures<E>> kpi,
            Collection<EventFigures<E>> figures,
            Function<? super E, ? extends @Nullable String> key) {
        List<EventFigures<E>> all = List.copyOf(figures);
        List<SortedMap<String, EventFigures<E>>> cut =
                all.stream().map(each -> each.<String>by(key)).toList();
        var keys = new TreeSet<String>();
        cut.forEach(each -> keys.addAll(each.keySet()));
        var parts = new TreeMap<String, KpiSeries>();
        for (String name : keys) {
            var results = new ArrayList<KpiResult>();
            for (int i = 0; i < all.size(); i++) {
                EventFigures<E> none =
                        EventFigures.of(all.get(i).period(), all.get(i).asOf(), List.of());
                results.add(kpi.compute(cut.get(i).getOrDefault(name, none)));
            }
            parts.put(name, KpiSeries.of(results));
        }
        return new SlicedSeries(
                dimension, KpiSeries.of(all.stream().map(kpi::compute).toList()), parts);
    }

    /** By what the whole is cut. */
    public Dimension dimension() {
        return dimension;
    }

    /** What was computed. */
    public KpiDefinition definition() {
        return whole.definition();
    }

    /** All parts together. */
    public KpiSeries whole() {
        return whole;
    }

    /** The series of each key, in order of the keys; unmodifiable. */
    public SortedMap<String, KpiSeries> parts() {
        return parts;
    }

    /** The series of one key, if there is one. */
    public Optional<KpiSeries> part(String key) {
        return Optional.ofNullable(parts.get(requireNonNull(key, "key")));
    }

    /** The result of each key in a period, in order of the keys; those without a result in it are not there, those without a value are. */
    public SortedMap<String, KpiResult> at(ServicePeriod period) {
        var results = new TreeMap<String, KpiResult>();
        parts.forEach((key, series) -> series.at(period).ifPresent(result -> results.put(key, result)));
        return Collections.unmodifiableSortedMap(results);
    }

    /**
     * A key and its place.
     *
     * @param place 1 for the best; equal values have equal places, and the next one is as if they had not: 1, 1, 3
     * @param key which part
     * @param result with a value
     */
    public record Ranked(int place, String key, KpiResult result) implements Serializable {
        /** Checks the place and that there is a value. */
        public Ranked {
            Require.that(place >= 1, "trend.place", "place", "must be 1 or more", place);
            Require.id(key, "key");
            Require.that(
                    requireNonNull(result, "result").value().isPresent(),
                    "trend.ranked",
                    "result",
                    "must have a value",
                    result.basis());
        }
    }

    /**
     * The keys of a period, the best first by the direction of the KPI, equal ones by key; of a KPI that informs, the largest first. Keys without a value, or with one
     * that is not meaningful, have no place: days of negative sales are not the best.
     *
     * @throws IllegalArgumentException if the values are amounts in several currencies
     */
    public List<Ranked> ranking(ServicePeriod period) {
        requireComparable();
        Comparator<Fraction> order =
                definition().direction() == Direction.LOWER ? Comparator.naturalOrder() : Comparator.reverseOrder();
        var valued = new ArrayList<Valued>();
        at(period)
                .forEach((key, result) ->
                        Change.meaning(result).ifPresent(value -> valued.add(new Valued(key, result, value))));
        valued.sort(Comparator.comparing(Valued::value, order).thenComparing(Valued::key));
        var ranking = new ArrayList<Ranked>();
        int place = 1;
        for (int i = 0; i < valued.size(); i++) {
            Valued each = valued.get(i);
            place = i > 0 && each.value().equals(valued.get(i - 1).value()) ? place : i + 1;
            ranking.add(new Ranked(place, each.key(), each.result()));
        }
        return List.copyOf(ranking);
    }

    private record Valued(String key, KpiResult result, Fraction value) {}

    /**
     * The values of the keys in a period, each counting once, for percentiles by a named method: {@code distribution(march).percentile(new BigDecimal("90"), INCLUSIVE)}. Keys without a value,
     * or with one that is not meaningful, are not in it. Its mean is not the whole.
     *
     * @throws IllegalArgumentException if the values are amounts in several currencies
     */
    public Distribution distribution(ServicePeriod period) {
        requireComparable();
        return Distribution.of(at(period).values().stream()
                .flatMap(each -> Change.meaning(each).stream())
                .toList());
    }

    private void requireComparable() {
        Require.that(
                definition().unit() != KpiUnit.MONEY || !dimension.equals(Dimension.CURRENCY),
                "trend.currencies",
                "dimension",
                "must not be currency where amounts are compared",
                definition().id());
    }

    /**
     * What each key contributes to the change of the whole. A key without a result in one of the two periods had no part in it; one whose result does not tell its totals is in the rest. Where
     * every key has the denominator of the whole, as weeks are for all, only the numerators are cut. Where the values of keys do not follow from their totals as that of the whole does, and where the
     * keys are currencies, there is none, {@code NOT_ADDITIVE}.
     *
     * @throws IllegalArgumentException if the whole has no result in one of the periods
     */
    public Contributions contributions(ServicePeriod base, ServicePeriod now) {
        var change = new Change(result(whole, base, "base"), result(whole, now, "now"));
        Optional<Form> form = Totals.form(change.base());
        if (form.isEmpty()
                || dimension.equals(Dimension.CURRENCY)
                || !follows(change.base(), base)
                || !follows(change.now(), now)) {
            return Contributions.without(
                    dimension, change, change.absolute().value().isEmpty() ? "UNDEFINED" : "NOT_ADDITIVE");
        }
        Map<String, Totals> were = totals(base, form.get());
        Map<String, Totals> are = totals(now, form.get());
        boolean areSeveral = !were.isEmpty() && !are.isEmpty() && were.size() + are.size() > 2;
        return areSeveral && isCommon(were, change.base()) && isCommon(are, change.now())
                ? Contributions.of(dimension, change, numerators(were), numerators(are))
                : Contributions.of(dimension, change, were, are);
    }

    /** Whether each key with a numerator has the factor of the whole. */
    private boolean follows(KpiResult all, ServicePeriod period) {
        Optional<Fraction> factor = Totals.factor(all);
        return factor.isEmpty()
                || at(period).values().stream()
                        .flatMap(each -> Totals.factor(each).stream())
                        .allMatch(factor.get()::equals);
    }

    private Map<String, Totals> totals(ServicePeriod period, Form form) {
        var totals = new TreeMap<String, Totals>();
        at(period).forEach((key, result) -> Totals.of(result, form).ifPresent(each -> totals.put(key, each)));
        return totals;
    }

    private static boolean isCommon(Map<String, Totals> parts, KpiResult all) {
        return all.basis()
                .denominator()
                .filter(below -> parts.values().stream()
                        .allMatch(each -> each.denominator().equals(below)))
                .isPresent();
    }

    private static Map<String, Totals> numerators(Map<String, Totals> parts) {
        var numerators = new TreeMap<String, Totals>();
        parts.forEach((key, each) -> numerators.put(key, new Totals(each.numerator(), Fraction.ZERO)));
        return numerators;
    }

    /** The change of each key that has a result in both periods, in order of the keys. */
    public SortedMap<String, Change> changes(ServicePeriod base, ServicePeriod now) {
        var changes = new TreeMap<String, Change>();
        parts.forEach((key, series) -> series.at(base)
                .ifPresent(was -> series.at(now).ifPresent(is -> changes.put(key, new Change(was, is)))));
        return Collections.unmodifiableSortedMap(changes);
    }

    /**
     * The changes beyond a limit, the gravest first: that of the whole, explained by the keys and by items where the results list them, and those of keys, explained by items.
     *
     * @throws IllegalArgumentException if the whole has no result in one of the periods, or the limit cannot be held against the KPI
     */
    public List<ChangeFinding> findings(ServicePeriod base, ServicePeriod now, ChangeLimit limit) {
        Contributions explanation = contributions(base, now);
        Stream<ChangeFinding> ofWhole =
                limit.find(explanation.change()).stream().map(finding -> withItems(finding.explainedBy(explanation)));
        Stream<ChangeFinding> ofParts = changes(base, now).entrySet().stream()
                .flatMap(each -> limit.find(each.getValue()).stream()
                        .map(finding -> withItems(finding.within(new Slice(dimension, each.getKey())))));
        return Stream.concat(ofWhole, ofParts)
                .sorted(ChangeFinding.GRAVEST_FIRST)
                .toList();
    }

    private static ChangeFinding withItems(ChangeFinding finding) {
        Change change = finding.change();
        boolean hasItems = !change.base().basis().items().isEmpty()
                || !change.now().basis().items().isEmpty();
        return hasItems && finding.by(Dimension.ITEM).isEmpty()
                ? finding.explainedBy(Contributions.ofItems(change))
                : finding;
    }

    private static KpiResult result(KpiSeries series, ServicePeriod period, String argument) {
        Optional<KpiResult> result = series.at(period);
        Require.that(result.isPresent(), "trend.period", argument, "must be a period of the series", period);
        return result.orElseThrow();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlicedSeries that
                && dimension.equals(that.dimension)
                && whole.equals(that.whole)
                && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return dimension.hashCode() * 31 + parts.keySet().hashCode();
    }

    /** For example {@code dso.simple by customer, 12 keys}. */
    @Override
    public String toString() {
        return definition().id() + " by " + dimension + ", " + parts.size() + (parts.size() == 1 ? " key" : " keys");
    }

    private Object readResolve() {
        return new SlicedSeries(dimension, whole, parts);
    }
}
