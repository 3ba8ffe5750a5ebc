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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, as a KPI: the value of a period from the measurements that lie within it. One whose period reaches beyond it is left out ({@code BEYOND_PERIOD}). 90 % of 50 answers in the first
 * half of March and 60 % of 10 in the second are 85 % in March.
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

    /** The same of one part only, such as a team or a vendor. */
    public MeasurementKpi about(String newScope) {
        return new MeasurementKpi(measure, requireNonNull(newScope, "newScope"));
    }

    @Override
    public KpiDefinition definition() {
        return measure.definition();
    }

    /**
     * In the unit of the measure. Undefined if nothing was recorded ({@code NO_MEASUREMENTS}), the samples together are too small ({@code TOO_FEW_ANSWERS}), the whole is recorded beside
     * parts of it ({@code MIXED_SCOPES}), the last one is asked of several parts ({@code SEVERAL_SCOPES}), or amounts are in several currencies ({@code MIXED_CURRENCIES}).
     */
    @Override
    public KpiResult compute(EventFigures<Measurement> figures) {
        var basis = KpiBasis.of(definition()).period(figures.period());
        var within = new ArrayList<Measurement>();
        for (Measurement each : figures.events()) {
            if (!isOfThis(each)) {
                continue;
            }
            if (figures.period().contains(each.period())) {
                within.add(each);
            } else if (figures.period().intersection(each.period()).isPresent()) {
                basis.exclusion("BEYOND_PERIOD");
            }
        }
        return value(basis, within);
    }

    private boolean isOfThis(Measurement each) {
        return each.measure().id().equals(measure.id())
                && each.measure().definition().unit() == measure.definition().unit()
                && (scope == null || scope.equals(each.scope()));
    }

    private KpiResult value(KpiBasis.Builder basis, List<Measurement> within) {
        Fraction sample = Fraction.ZERO;
        for (Measurement each : within) {
            sample = sample.plus(Fraction.of(each.sampleSize()));
        }
        basis.count(within.size());
        if (within.isEmpty()) {
            return basis.undefined("NO_MEASUREMENTS", "nothing was recorded of the period");
        }
        if (sample.compareTo(Fraction.of(measure.leastSample())) < 0) {
            return basis.undefined(
                    "TOO_FEW_ANSWERS", "the sample of " + sample + " is smaller than " + measure.leastSample());
        }
        long parts = distinct(within.stream().map(Measurement::scope));
        if (parts > 0 && within.stream().anyMatch(each -> each.scope() == null)) {
            return basis.undefined("MIXED_SCOPES", "the whole is recorded beside parts of it");
        }
        if (parts > 1 && measure.aggregation() == Aggregation.LAST) {
            return basis.undefined("SEVERAL_SCOPES", "the last one is asked of several parts");
        }
        if (distinct(within.stream().map(Measurement::currency)) > 1) {
            return basis.undefined("MIXED_CURRENCIES", "the amounts are in more than one currency");
        }
        basis.currency(within.get(0).currency());
        return switch (measure.aggregation()) {
            case SUM -> sum(basis, within);
            case MEAN -> mean(basis, within, sample);
            case LAST -> last(basis, within);
        };
    }

    private static long distinct(Stream<@Nullable String> names) {
        return names.filter(Objects::nonNull).distinct().count();
    }

    private static KpiResult sum(KpiBasis.Builder basis, List<Measurement> within) {
        Fraction sum = Fraction.ZERO;
        var items = new ArrayList<KpiItem>();
        for (Measurement each : within) {
            sum = sum.plus(each.value());
            items.add(new KpiItem(each.key(), each.value(), Fraction.ZERO));
        }
        return basis.items(items).numerator(sum).measured(sum);
    }

    private static KpiResult mean(KpiBasis.Builder basis, List<Measurement> within, Fraction sample) {
        Fraction sum = Fraction.ZERO;
        var items = new ArrayList<KpiItem>();
        for (Measurement each : within) {
            Fraction weight = Fraction.of(each.sampleSize());
            Fraction weighted = each.value().times(weight);
            sum = sum.plus(weighted);
            items.add(new KpiItem(each.key(), weighted, weight));
        }
        return basis.items(items).numerator(sum).denominator(sample).measured(sum.dividedBy(sample));
    }

    private static KpiResult last(KpiBasis.Builder basis, List<Measurement> within) {
        Measurement last = within.get(0);
        for (Measurement each : within) {
            last = LATER.compare(each, last) > 0 ? each : last;
        }
        return basis.items(List.of(new KpiItem(last.key(), last.value(), Fraction.ZERO)))
                .numerator(last.value())
                .measured(last.value());
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

    @Override
    public String toString() {
        return scope == null ? id() : id() + " about " + scope;
    }
}
