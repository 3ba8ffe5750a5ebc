package io.quittance.kpi.measurement;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, as a KPI: the value of a period from the measurements that lie within it. One whose period reaches beyond it is left out ({@code BEYOND_PERIOD}), as is one in another unit ({@code OTHER_UNIT}). The count of the result is that of all
 * answers, items or persons behind the value. 90 % of 50 answers in the first half of March and 60 % of 10 in the second are 85 % in March, of 60 answers.
 */
public final class MeasurementKpi implements Kpi<EventFigures<Measurement>>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final Comparator<Measurement> LATER = Comparator.comparing(
                    (Measurement measurement) -> measurement.period().end())
            .thenComparing(Measurement::recordedAt)
            .thenComparing(Measurement::key);

    private final Measure measure;
    private final @Nullable String scope;

    private MeasurementKpi(Measure measure, @Nullable String scope) {
        this.measure = requireNonNull(measure, "measure");
        this.scope = Require.optionalId(scope, "scope");
    }

    /** Of this measure, whatever the measurements are about: of all parts, or of the whole. */
    public static MeasurementKpi of(Measure measure) {
        return new MeasurementKpi(measure, null);
    }

    /** The same of one part only, such as a team or a vendor; its id says so: {@code vendor.score[about=V-1]}. */
    public MeasurementKpi about(String newScope) {
        return new MeasurementKpi(measure, requireNonNull(newScope, "newScope"));
    }

    @Override
    public KpiDefinition definition() {
        return scope == null ? measure.definition() : measure.definition().only("about", scope);
    }

    /**
     * In the unit of the measure. Undefined if nothing was recorded ({@code NO_MEASUREMENTS}), the samples behind the value are too small ({@code TOO_FEW_ANSWERS}), the whole is recorded beside
     * parts of it ({@code MIXED_SCOPES}), the last one is asked of several parts ({@code SEVERAL_SCOPES}), what is added up is of periods that overlap, so that days would count twice
     * ({@code MIXED_PERIODS}), or amounts are in several currencies ({@code MIXED_CURRENCIES}). Periods that are the same do not overlap: two surveys of March are both of March.
     */
    @Override
    public KpiResult compute(EventFigures<Measurement> figures) {
        var basis = KpiBasis.of(definition()).period(figures.period());
        var within = new ArrayList<Measurement>();
        for (Measurement each : figures.events()) {
            if (!isOfThis(each) || figures.period().intersection(each.period()).isEmpty()) {
                continue;
            }
            if (each.measure().definition().unit() != measure.definition().unit()) {
                basis.exclusion("OTHER_UNIT");
            } else if (figures.period().contains(each.period())) {
                within.add(each);
            } else {
                basis.exclusion("BEYOND_PERIOD");
            }
        }
        return value(basis, within);
    }

    private boolean isOfThis(Measurement each) {
        return each.measure().id().equals(measure.id()) && (scope == null || scope.equals(each.scope()));
    }

    private KpiResult value(KpiBasis.Builder basis, List<Measurement> within) {
        if (within.isEmpty()) {
            return basis.count(0).undefined("NO_MEASUREMENTS", "nothing was recorded of the period");
        }
        long parts = distinct(within.stream().map(Measurement::scope));
        if (parts > 0 && within.stream().anyMatch(each -> each.scope() == null)) {
            return basis.undefined("MIXED_SCOPES", "the whole is recorded beside parts of it");
        }
        boolean isLast = measure.aggregation() == Aggregation.LAST;
        if (parts > 1 && isLast) {
            return basis.undefined("SEVERAL_SCOPES", "the last one is asked of several parts");
        }
        if (!isLast && isOverlapping(within)) {
            return basis.undefined("MIXED_PERIODS", "periods overlap and are not the same, so that days count twice");
        }
        List<Measurement> counted = isLast ? List.of(last(within)) : within;
        if (distinct(counted.stream().map(Measurement::currency)) > 1) {
            return basis.undefined("MIXED_CURRENCIES", "the amounts are in more than one currency");
        }
        BigInteger sample = sample(counted);
        if (sample.bitLength() < Long.SIZE) {
            basis.count(sample.longValueExact());
        }
        if (sample.compareTo(BigInteger.valueOf(measure.leastSample())) < 0) {
            return basis.undefined(
                    "TOO_FEW_ANSWERS", "the sample of " + sample + " is smaller than " + measure.leastSample());
        }
        basis.currency(counted.get(0).currency());
        return measure.aggregation() == Aggregation.MEAN
                ? basis.quotientOf(
                        counted.stream().map(MeasurementKpi::weighted).toList())
                : basis.sumOf(counted.stream()
                        .map(each -> new KpiItem(each.key(), each.value(), Fraction.ZERO))
                        .toList());
    }

    private static long distinct(Stream<@Nullable String> names) {
        return names.filter(Objects::nonNull).distinct().count();
    }

    /** Whether days of one part would count twice, as those of January beside the quarter that it belongs to. */
    private static boolean isOverlapping(List<Measurement> within) {
        List<Measurement> ordered = within.stream()
                .sorted(Comparator.comparing(MeasurementKpi::part).thenComparing(Measurement::period))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            Measurement before = ordered.get(i - 1);
            Measurement next = ordered.get(i);
            if (part(before).equals(part(next))
                    && !before.period().equals(next.period())
                    && before.period().intersection(next.period()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The name of the part; empty, which no part is called, of the whole. */
    private static String part(Measurement measurement) {
        String scope = measurement.scope();
        return scope == null ? "" : scope;
    }

    private static BigInteger sample(List<Measurement> counted) {
        return counted.stream()
                .map(each -> BigInteger.valueOf(each.sampleSize()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static KpiItem weighted(Measurement each) {
        Fraction weight = Fraction.of(each.sampleSize());
        return new KpiItem(each.key(), each.value().times(weight), weight);
    }

    private static Measurement last(List<Measurement> within) {
        Measurement last = within.get(0);
        for (Measurement each : within) {
            last = LATER.compare(each, last) > 0 ? each : last;
        }
        return last;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeasurementKpi that
                && measure.equals(that.measure)
                && Objects.equals(scope, that.scope);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), scope);
    }

    private Object readResolve() {
        return new MeasurementKpi(measure, scope);
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
