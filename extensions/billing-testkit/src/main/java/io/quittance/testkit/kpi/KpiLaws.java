package io.quittance.testkit.kpi;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.testkit.BrokenLaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The laws of KPIs as plain functions: each answers with the laws that are broken, and with an empty list if all is well. A KPI that
 * throws, or answers with null, breaks {@link KpiLaw#ANSWERS} by each of them, with the figures for which it did. They know nothing of
 * jqwik or JUnit.
 */
public final class KpiLaws {
    private static final String MISSING = "MISSING_INPUT";

    private KpiLaws() {}

    /**
     * Whether the KPI answers, always alike, under its own name, with no value where its denominator is 0, and with items that add up to what it is made
     * of.
     */
    public static <F> List<BrokenLaw> broken(Kpi<F> kpi, F figures) {
        return Asked.judged(kpi, List.of(figures, figures), results -> {
            KpiResult result = results.get(0);
            var broken = new ArrayList<>(expect(KpiLaw.SAME_ANSWER, result, results.get(1), figures));
            String id = kpi.id();
            if (!kpi.definition().id().equals(id) || !result.basis().kpi().equals(id)) {
                broken.add(new BrokenLaw(
                        KpiLaw.NAMED,
                        "the result of '" + id + "' is of '" + result.basis().kpi() + "'"));
            }
            broken.addAll(brokenByBasisItself(result, figures));
            return List.copyOf(broken);
        });
    }

    private static List<BrokenLaw> brokenByBasisItself(KpiResult result, Object figures) {
        var broken = new ArrayList<BrokenLaw>();
        KpiBasis basis = result.basis();
        if (result.value().isPresent()
                && basis.denominator().filter(below -> below.signum() == 0).isPresent()) {
            broken.add(new BrokenLaw(KpiLaw.NOT_BY_ZERO, result + " of a denominator of 0: " + figures));
        }
        if (!basis.items().isEmpty()
                && !(isSum(basis, basis.numerator(), KpiItem::numerator)
                        && (basis.items().stream()
                                        .allMatch(item -> item.denominator().signum() == 0)
                                || isSum(basis, basis.denominator(), KpiItem::denominator)))) {
            broken.add(new BrokenLaw(KpiLaw.ITEMS, result + " has items " + basis.items() + ": " + figures));
        }
        return broken;
    }

    private static boolean isSum(KpiBasis basis, Optional<Fraction> whole, Function<KpiItem, Fraction> part) {
        Fraction sum = basis.items().stream().map(part).reduce(Fraction.ZERO, Fraction::plus);
        return whole.filter(stated -> !stated.equals(sum)).isEmpty();
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
     * Whether the result is of another period than the figures.
     *
     * @param period of the figures
     */
    public static <F> List<BrokenLaw> brokenByPeriod(Kpi<F> kpi, F figures, ServicePeriod period) {
        return Asked.judged(
                kpi,
                List.of(figures),
                results -> results.get(0).basis().period().equals(Optional.of(period))
                        ? List.of()
                        : List.of(new BrokenLaw(
                                KpiLaw.BASIS,
                                results.get(0).basis().period() + " instead of " + period + ": " + figures)));
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
     * Whether what parts of the figures are made of does not add up to what the whole is made of: numerator, denominator, and how many were counted. A value that has no numerator is one.
     *
     * @param parts the same as {@code whole} together, such as the invoices of some customers and those of the others, or two halves of a period
     */
    public static <F> List<BrokenLaw> brokenByParts(Kpi<F> kpi, F whole, List<F> parts) {
        var questions = new ArrayList<F>();
        questions.add(whole);
        questions.addAll(parts);
        return Asked.judged(kpi, questions, results -> {
            KpiResult all = results.get(0);
            List<KpiResult> each = results.subList(1, results.size());
            boolean addsUp = sum(each, KpiLaws::above).equals(above(all))
                    && sum(each, result -> result.basis().denominator().orElse(Fraction.ZERO))
                            .equals(all.basis().denominator().orElse(Fraction.ZERO))
                    && sum(each, KpiLaws::count).equals(count(all));
            return addsUp
                    ? List.of()
                    : List.of(new BrokenLaw(KpiLaw.PARTS, all + " of " + whole + ", but " + each + " of " + parts));
        });
    }

    private static Fraction above(KpiResult result) {
        return result.basis().numerator().or(result::value).orElse(Fraction.ZERO);
    }

    private static Fraction count(KpiResult result) {
        return Fraction.of(result.basis().count().orElse(0L));
    }

    private static Fraction sum(List<KpiResult> results, Function<KpiResult, Fraction> part) {
        return results.stream().map(part).reduce(Fraction.ZERO, Fraction::plus);
    }

    /**
     * Whether the answer as of a past time is another one after facts were added that were recorded later, or after the KPI was asked as of now.
     *
     * @param log what happened
     * @param period which is measured
     * @param then the past time
     * @param later facts that were recorded after it
     * @throws IllegalArgumentException if one of them was recorded by then, or they are no facts of this log
     */
    public static <E extends KpiEvent> List<BrokenLaw> brokenByLaterFacts(
            Kpi<EventFigures<E>> kpi, EventLog<E> log, ServicePeriod period, AsOf then, Collection<? extends E> later) {
        for (E fact : later) {
            if (!fact.recordedAt().isAfter(then.knownAt())) {
                throw new InvalidArgumentException(
                        "event.recorded", "later", "must be recorded after " + then.knownAt(), fact);
            }
        }
        EventLog<E> longer = log.with(later);
        AsOf now = AsOf.endOf(then.date());
        return Asked.judged(
                kpi,
                List.of(log.figures(period, then), longer.figures(period, now), longer.figures(period, then)),
                results -> expect(KpiLaw.PAST, results.get(0), results.get(2), longer));
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

    /** Whether the KPI and its result can be serialised, to copies that are equal to them; the KPI's answers alike. */
    public static <F> List<BrokenLaw> brokenByCopy(Kpi<F> kpi, F figures) {
        return Asked.judged(kpi, List.of(figures), results -> {
            Kpi<F> copy;
            KpiResult result;
            try {
                copy = copy(kpi);
                result = copy(results.get(0));
            } catch (IOException | ClassNotFoundException | RuntimeException e) {
                return List.of(new BrokenLaw(KpiLaw.SERIAL_COPY, "cannot be copied: " + e));
            }
            var broken = new ArrayList<BrokenLaw>();
            if (!copy.equals(kpi)) {
                broken.add(new BrokenLaw(KpiLaw.SERIAL_COPY, copy + " is not equal to " + kpi));
            }
            broken.addAll(expect(KpiLaw.SERIAL_COPY, results.get(0), result, figures));
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
    private static <T> T copy(T original) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
