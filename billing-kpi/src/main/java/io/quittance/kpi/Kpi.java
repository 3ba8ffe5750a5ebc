package io.quittance.kpi;

/**
 * One way to compute one key performance indicator. Implementations are immutable and give equal answers to equal
 * questions. A KPI of your own is one class.
 *
 * @param <F> the figures that it is computed from
 */
public interface Kpi<F> {

    /** What it is: id with method, unit, direction, formula. */
    KpiDefinition definition();

    /** The id of its definition, such as {@code dso.countback}. */
    default String id() {
        return definition().id();
    }

    /** Computes it. A figure that is missing or a denominator of zero gives an undefined result, not an exception. */
    KpiResult compute(F figures);
}
