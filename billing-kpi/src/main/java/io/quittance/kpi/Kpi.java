package io.quittance.kpi;

/**
 * One way to compute one key performance indicator. Implementations are immutable and give equal answers to equal
 * questions. A KPI of your own is one class.
 *
 * @param <F> the figures that it is computed from
 */
public interface Kpi<F> {

    /**
     * The name of the KPI and of its method, made of lower-case words, dots and hyphens: {@code dso.countback}. One name
     * often stands for several formulas, so the method is part of it.
     */
    String id();

    /** Computes it. A figure that is missing or a denominator of zero gives an undefined result, not an exception. */
    KpiResult compute(F figures);
}
