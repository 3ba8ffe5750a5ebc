package io.quittance.testkit.kpi;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.testkit.BrokenLaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The laws of KPIs as plain functions: each answers with the laws that are broken, and with an empty list if all is well. A KPI that
 * throws, or answers with null, breaks {@link KpiLaw#ANSWERS} by each of them, with the figures for which it did. They know nothing of
 * jqwik or JUnit.
 */
public final class KpiLaws {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final String MISSING = "MISSING_INPUT";

    private KpiLaws() {}

    /** Whether the KPI answers, always alike, under its own name, and with a code where it has no value. */
    public static <F> List<BrokenLaw> broken(Kpi<F> kpi, F figures) {
        return Asked.judged(kpi, List.of(figures, figures), results -> {
            KpiResult result = results.get(0);
            var broken = new ArrayList<>(expect(KpiLaw.SAME_ANSWER, result, results.get(1), figures));
            String id = kpi.id();
            if (id == null || !ID.matcher(id).matches() || !result.basis().kpi().equals(id)) {
                broken.add(new BrokenLaw(
                        KpiLaw.NAMED,
                        "the result of '" + id + "' is of '" + result.basis().kpi() + "'"));
            }
            code(result)
                    .filter(code -> !CODE.matcher(code).matches())
                    .ifPresent(code -> broken.add(new BrokenLaw(KpiLaw.REASON, "code '" + code + "': " + figures)));
            return List.copyOf(broken);
        });
    }

    /** Whether the KPI has values of two units. */
    public static <F> List<BrokenLaw> brokenByUnit(Kpi<F> kpi, F one, F other) {
        return Asked.judged(kpi, List.of(one, other), results -> {
            Optional<KpiUnit> first = unit(results.get(0));
            Optional<KpiUnit> second = unit(results.get(1));
            return first.isEmpty() || second.isEmpty() || first.equals(second)
                    ? List.of()
                    : List.of(new BrokenLaw(
                            KpiLaw.UNIT, results.get(0) + " of " + one + ", but " + results.get(1) + " of " + other));
        });
    }

    /**
     * Whether the KPI has a value for nothing.
     *
     * @param nothing figures without any figure
     */
    public static <F> List<BrokenLaw> brokenByNoFigures(Kpi<F> kpi, F nothing) {
        return Asked.judged(
                kpi,
                List.of(nothing),
                results -> results.get(0).value().isEmpty()
                        ? List.of()
                        : List.of(new BrokenLaw(KpiLaw.NO_FIGURES, results.get(0) + " of nothing")));
    }

    /**
     * Whether the result is of another period or currency than the figures.
     *
     * @param period of the figures; empty if they have none
     * @param currency of the figures, by its code; empty if they have none
     */
    public static <F> List<BrokenLaw> brokenByBasis(
            Kpi<F> kpi, F figures, Optional<ServicePeriod> period, Optional<String> currency) {
        return Asked.judged(kpi, List.of(figures), results -> {
            KpiBasis basis = results.get(0).basis();
            return basis.period().equals(period) && basis.currency().equals(currency)
                    ? List.of()
                    : List.of(new BrokenLaw(
                            KpiLaw.BASIS,
                            basis.period() + " and " + basis.currency() + " instead of " + period + " and " + currency
                                    + ": " + figures));
        });
    }

    /**
     * Whether the same figures in another order give another result.
     *
     * @param reordered the same as {@code figures}
     */
    public static <F> List<BrokenLaw> brokenByOrder(Kpi<F> kpi, F figures, F reordered) {
        return Asked.judged(
                kpi,
                List.of(figures, reordered),
                results -> expect(KpiLaw.ORDER, results.get(0), results.get(1), reordered));
    }

    /**
     * Whether what is neutral changes the value, or gives one where there was none.
     *
     * @param more {@code figures}, and what does not count for the KPI
     */
    public static <F> List<BrokenLaw> brokenByNeutral(Kpi<F> kpi, F figures, F more) {
        return Asked.judged(
                kpi,
                List.of(figures, more),
                results -> results.get(0).value().equals(results.get(1).value())
                                && code(results.get(0)).equals(code(results.get(1)))
                        ? List.of()
                        : List.of(new BrokenLaw(
                                KpiLaw.NEUTRAL, results.get(0) + ", but " + results.get(1) + " with " + more)));
    }

    /**
     * Whether so many times the amounts change a value that is not money, or give another amount than so many times the first.
     *
     * @param scaled {@code figures}, each of whose amounts is {@code factor} times as much
     * @param factor 1 or more
     */
    public static <F> List<BrokenLaw> brokenByScale(Kpi<F> kpi, F figures, F scaled, int factor) {
        return Asked.judged(kpi, List.of(figures, scaled), results -> {
            boolean money = unit(results.get(0)).equals(Optional.of(KpiUnit.MONEY));
            Fraction times = money ? Fraction.of(factor) : Fraction.ONE;
            Optional<Fraction> expected = results.get(0).value().map(times::times);
            return results.get(1).value().equals(expected)
                            && code(results.get(0)).equals(code(results.get(1)))
                    ? List.of()
                    : List.of(new BrokenLaw(
                            KpiLaw.SCALE,
                            results.get(0) + ", but " + results.get(1) + " of amounts " + factor + " times as large: "
                                    + scaled));
        });
    }

    /**
     * Whether the value lies beyond its bounds.
     *
     * @param lowest that can be
     * @param highest that can be
     */
    public static <F> List<BrokenLaw> brokenByBounds(Kpi<F> kpi, F figures, Fraction lowest, Fraction highest) {
        return Asked.judged(
                kpi,
                List.of(figures),
                results -> results.get(0)
                                .value()
                                .filter(value -> value.compareTo(lowest) < 0 || value.compareTo(highest) > 0)
                                .isEmpty()
                        ? List.of()
                        : List.of(new BrokenLaw(
                                KpiLaw.BOUNDS,
                                results.get(0) + " is not from " + lowest + " to " + highest + ": " + figures)));
    }

    /**
     * Whether the value is not what its basis says, or lacks although the basis has a denominator that is not 0.
     *
     * @param factor 100 for a percentage
     */
    public static <F> List<BrokenLaw> brokenByQuotient(Kpi<F> kpi, F figures, Fraction factor) {
        return Asked.judged(kpi, List.of(figures), results -> {
            KpiResult result = results.get(0);
            if (code(result).equals(Optional.of(MISSING))) {
                return List.of();
            }
            Optional<Fraction> above = result.basis().numerator();
            Optional<Fraction> below = result.basis().denominator();
            if (above.isEmpty() || below.isEmpty()) {
                return List.of(new BrokenLaw(KpiLaw.QUOTIENT, result + " without what it is made of: " + figures));
            }
            Optional<Fraction> expected = below.filter(denominator -> denominator.signum() != 0)
                    .map(denominator -> above.get().times(factor).dividedBy(denominator));
            return result.value().equals(expected)
                    ? List.of()
                    : List.of(new BrokenLaw(
                            KpiLaw.QUOTIENT,
                            result + " of " + above.get() + " / " + below.get() + " × " + factor + ": " + figures));
        });
    }

    /** Whether the KPI can be serialised, to a copy that is equal to it and answers alike. */
    public static <F> List<BrokenLaw> brokenByCopy(Kpi<F> kpi, F figures) {
        return Asked.judged(kpi, List.of(figures), results -> {
            Kpi<F> copy;
            try {
                copy = copy(kpi);
            } catch (IOException | ClassNotFoundException | RuntimeException e) {
                return List.of(new BrokenLaw(KpiLaw.SERIAL_COPY, "cannot be copied: " + e));
            }
            var broken = new ArrayList<BrokenLaw>();
            if (!copy.equals(kpi)) {
                broken.add(new BrokenLaw(KpiLaw.SERIAL_COPY, copy + " is not equal to " + kpi));
            }
            broken.addAll(Asked.judged(
                    copy,
                    List.of(figures),
                    again -> expect(KpiLaw.SERIAL_COPY, results.get(0), again.get(0), figures)));
            return List.copyOf(broken);
        });
    }

    private static Optional<String> code(KpiResult result) {
        return result.match(measured -> Optional.empty(), undefined -> Optional.of(undefined.code()));
    }

    private static Optional<KpiUnit> unit(KpiResult result) {
        return result.match(measured -> Optional.of(measured.unit()), undefined -> Optional.empty());
    }

    private static List<BrokenLaw> expect(KpiLaw law, KpiResult expected, KpiResult actual, Object figures) {
        return expected.equals(actual)
                ? List.of()
                : List.of(new BrokenLaw(law, actual + " instead of " + expected + ": " + figures));
    }

    @SuppressWarnings("unchecked") // a copy is of the class of its original
    private static <F> Kpi<F> copy(Kpi<F> kpi) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(kpi);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Kpi<F>) in.readObject();
        }
    }
}
