package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a KPI was and what it is. From 40 to 46 days it has changed by 6 days and by 15 %, for the worse. The base is the period before, the same period last
 * year, or any other result of the same KPI; a figure that is only stated is one too: {@code KpiBasis.of(definition).period(period).measured(value)}.
 *
 * @param base what it was
 * @param now what it is, in the currency of the base
 */
public record Change(KpiResult base, KpiResult now) implements Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);

    /**
     * Checks that both can be compared.
     *
     * @throws IllegalArgumentException if they are of two KPIs or methods, in two currencies, or the period of now begins before that of the base
     */
    public Change {
        KpiBasis was = requireNonNull(base, "base").basis();
        KpiBasis is = requireNonNull(now, "now").basis();
        Require.that(
                was.definition().equals(is.definition()),
                "kpi.method",
                "now",
                "must be computed as base is, by " + was.kpi(),
                is.kpi());
        Require.that(
                was.currency().isEmpty()
                        || is.currency().isEmpty()
                        || was.currency().equals(is.currency()),
                "kpi.currency",
                "now",
                "must be in the currency of base, " + was.currency().orElse(""),
                is.currency().orElse(""));
        Require.that(
                was.period().isEmpty()
                        || is.period().isEmpty()
                        || !is.period()
                                .get()
                                .start()
                                .isBefore(was.period().get().start()),
                "trend.order",
                "now",
                "must not be of a time before base, "
                        + was.period().map(Object::toString).orElse(""),
                is.period().map(Object::toString).orElse(""));
    }

    /** The KPI whose results these are. */
    public KpiDefinition definition() {
        return now.basis().definition();
    }

    /**
     * now − base, in the unit of the KPI: points, where that is percent. Undefined where one of the two is, for its reason. What is noted of either, or left out of it, is so of the change: one from or to a
     * value that is {@code NOT_MEANINGFUL} is not meaningful itself. Noted {@code PERIOD_LENGTHS_DIFFER} where one period is not {@linkplain KpiBasis#isAsLongAs as long} as the other, such as a month and a
     * quarter.
     */
    public KpiResult absolute() {
        KpiDefinition kpi = definition();
        KpiBasis.Builder basis = basis(KpiDefinition.of(
                        DerivedId.of(kpi.id(), ".change"),
                        kpi.name() + ", change",
                        kpi.unit(),
                        kpi.direction(),
                        "now − base of " + kpi.id())
                .undefinedWhen("either has no value (its reason)"));
        return ofBoth(basis, (was, is) -> basis.measured(is.minus(was)));
    }

    /**
     * (now − base) / base × 100, in percent. Undefined where one of the two is, for its reason, and where the base is 0, {@code BASE_ZERO}; noted {@code
     * NOT_MEANINGFUL} where the base is negative; else with the notes of both, as {@link #absolute}.
     */
    public KpiResult relative() {
        KpiDefinition kpi = definition();
        KpiBasis.Builder basis = basis(KpiDefinition.of(
                        DerivedId.of(kpi.id(), ".change.relative"),
                        kpi.name() + ", change in percent",
                        KpiUnit.PERCENT,
                        kpi.direction(),
                        "(now − base) / base × 100 of " + kpi.id())
                .undefinedWhen("base is 0 (BASE_ZERO), or either has no value (its reason)"));
        return ofBoth(basis, (was, is) -> basis.quotient(is.minus(was), was, HUNDRED, "BASE_ZERO", "base is 0"));
    }

    /** Whether it is for the better; unknown where one of the two has no value, or one that is not meaningful. */
    public Verdict verdict() {
        return meaning(absolute()).map(this::verdict).orElse(Verdict.UNKNOWN);
    }

    /** The value of a result, if it means what it says. */
    static Optional<Fraction> meaning(KpiResult result) {
        return result.value().filter(value -> result.basis().isMeaningful());
    }

    private Verdict verdict(Fraction moved) {
        if (moved.signum() == 0) {
            return Verdict.SAME;
        }
        return switch (definition().direction()) {
            case HIGHER -> moved.signum() > 0 ? Verdict.BETTER : Verdict.WORSE;
            case LOWER -> moved.signum() < 0 ? Verdict.BETTER : Verdict.WORSE;
            case INFORMATIONAL -> Verdict.MOVED;
        };
    }

    /** The currency of both, if they have one. */
    public Optional<String> currency() {
        return now.basis().currency().or(() -> base.basis().currency());
    }

    private KpiBasis.Builder basis(KpiDefinition definition) {
        KpiBasis.Builder basis = KpiBasis.of(definition)
                .period(now.basis().period().orElse(null))
                .currency(currency().orElse(null))
                .flagsOf(base)
                .flagsOf(now);
        return now.basis().isAsLongAs(base.basis()) ? basis : basis.note("PERIOD_LENGTHS_DIFFER");
    }

    private KpiResult ofBoth(KpiBasis.Builder basis, BiFunction<Fraction, Fraction, KpiResult> change) {
        return base.match(
                was -> now.match(is -> change.apply(was.exact(), is.exact()), none -> basis.undefinedAs("now", none)),
                none -> basis.undefinedAs("base", none));
    }
}
