package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much smaller a KPI has become, in percent of what it was: (base − now) / base × 100. From 15 to 12 is 20 %, from 12 to 15 is −25 %. It is better
 * the higher it is, if the KPI is better the lower it is.
 */
public final class Reduction implements Kpi<Reduction.Results>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final Fraction HUNDRED = Fraction.of(100);

    private final KpiDefinition measured;
    private final @Nullable String ownId;
    private final @Nullable String ownName;
    private final transient KpiDefinition definition;

    private Reduction(KpiDefinition measured, @Nullable String ownId, @Nullable String ownName) {
        this.measured = requireNonNull(measured, "measured");
        this.ownId = ownId;
        this.ownName = ownName;
        definition = new KpiDefinition(
                ownId == null ? measured.id() + ".reduction" : ownId,
                ownName == null ? measured.name() + ", reduction" : ownName,
                KpiUnit.PERCENT,
                direction(measured.direction()),
                measured.indicator(),
                "(base − now) / base × 100 of " + measured.id(),
                "base is 0 (BASE_ZERO), or either has no value (its reason)",
                "derived");
    }

    /**
     * What a KPI was and is.
     *
     * @param base what it was
     * @param now what it is
     */
    public record Results(KpiResult base, KpiResult now) implements Serializable {
        /** Checks that both are of one KPI, with one method, and in one currency: days of EUR are not compared with days of USD. */
        public Results {
            String expected = requireNonNull(base, "base").basis().kpi();
            String given = requireNonNull(now, "now").basis().kpi();
            Require.that(
                    base.basis().definition().equals(now.basis().definition()),
                    "kpi.method",
                    "now",
                    "must be computed as base is, by " + expected,
                    given);
            Require.that(
                    base.basis().currency().isEmpty()
                            || now.basis().currency().isEmpty()
                            || base.basis().currency().equals(now.basis().currency()),
                    "kpi.currency",
                    "now",
                    "must be in the currency of base",
                    now.basis().currency().orElse("none"));
        }
    }

    /** The reduction of a KPI, such as of {@code OutstandingReceivables.net()}: its id is that of the KPI with {@code .reduction}. */
    public static Reduction of(KpiDefinition measured) {
        return new Reduction(measured, null, null);
    }

    /** The same by a name of its own: {@code receivables.reduction}, {@code billing.error-reduction}, {@code payment-speed}. */
    public Reduction named(String id, String name) {
        return new Reduction(measured, Require.id(id, "id"), Require.id(name, "name"));
    }

    @Override
    public KpiDefinition definition() {
        return definition;
    }

    private static Direction direction(Direction measured) {
        return switch (measured) {
            case LOWER -> Direction.HIGHER;
            case HIGHER -> Direction.LOWER;
            case INFORMATIONAL -> Direction.INFORMATIONAL;
        };
    }

    /**
     * In percent; undefined if the base is 0 or one of the results is, and noted {@code NOT_MEANINGFUL} where the base is negative. What is noted of either
     * result, or left out of it, is so of this one. Where one period is not {@linkplain KpiBasis#isAsLongAs as long} as the other, such as a month and a quarter, it is noted
     * {@code PERIOD_LENGTHS_DIFFER}: the length of the period changes most KPIs. The period of the basis is that of now.
     *
     * @throws IllegalArgumentException if the results are of another KPI
     */
    @Override
    public KpiResult compute(Results figures) {
        KpiResult base = figures.base();
        KpiResult now = figures.now();
        Require.that(
                base.basis().definition().equals(measured),
                "kpi.method",
                "base",
                "must be of " + measured.id(),
                base.basis().kpi());
        KpiBasis.Builder basis = KpiBasis.of(definition)
                .period(now.basis().period().orElse(null))
                .currency(now.basis().currency().orElse(null))
                .flagsOf(base)
                .flagsOf(now);
        if (!now.basis().isAsLongAs(base.basis())) {
            basis.note("PERIOD_LENGTHS_DIFFER");
        }
        return base.match(
                was -> now.match(
                        is -> basis.quotient(
                                was.exact().minus(is.exact()), was.exact(), HUNDRED, "BASE_ZERO", "base is 0"),
                        none -> basis.undefinedAs("now", none)),
                none -> basis.undefinedAs("base", none));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reduction that
                && measured.equals(that.measured)
                && Objects.equals(ownId, that.ownId)
                && Objects.equals(ownName, that.ownName);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new Reduction(measured, ownId, ownName);
    }

    @Override
    public String toString() {
        return id();
    }
}
