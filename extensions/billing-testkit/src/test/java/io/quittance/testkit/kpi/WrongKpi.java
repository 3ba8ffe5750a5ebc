package io.quittance.testkit.kpi;

import static io.quittance.testkit.kpi.DaysLateByAmount.centDays;
import static io.quittance.testkit.kpi.DaysLateByAmount.cents;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** KPIs that are wrong on purpose, each by one law. */
@SuppressWarnings({"ImmutableEnumChecker", "NullAway"}) // what KPIs of others may do
enum WrongKpi {
    DIVIDES_BY_NOTHING(KpiLaw.ANSWERS, () -> own(bills -> days(centDays(bills).dividedBy(cents(bills))))),
    ANSWERS_WITH_NULL(KpiLaw.ANSWERS, () -> own(bills -> bills.isEmpty() ? null : right(bills))),
    KEEPS_STATE(KpiLaw.SAME_ANSWER, () -> {
        var asked = new AtomicInteger();
        return own(bills -> days(Fraction.of(asked.incrementAndGet())));
    }),
    IS_NAMED_IN_PROSE(KpiLaw.NAMED, () -> new Unnamed()),
    ANSWERS_UNDER_ANOTHER_NAME(
            KpiLaw.NAMED, () -> own(bills -> right(definition("days-late.average", KpiUnit.DAYS), bills))),
    GIVES_ITS_REASON_IN_PROSE(
            KpiLaw.ANSWERS,
            () -> own(bills -> cents(bills).signum() == 0
                    ? KpiBasis.of(Own.DEFINITION).undefined("nothing paid", "nothing was paid")
                    : right(bills))),
    COUNTS_HOURS_BELOW_A_DAY(
            KpiLaw.UNIT,
            () -> own(bills -> right(bills)
                    .value()
                    .filter(days -> days.compareTo(Fraction.ONE) < 0)
                    .map(days -> KpiBasis.of(definition("days-late.own", KpiUnit.HOURS))
                            .measured(days.times(Fraction.of(24))))
                    .orElseGet(() -> right(bills)))),
    TAKES_NOTHING_FOR_ZERO(
            KpiLaw.NO_FIGURES, () -> own(bills -> cents(bills).signum() == 0 ? days(Fraction.ZERO) : right(bills))),
    FORGETS_ITS_PERIOD(KpiLaw.BASIS, () -> own(WrongKpi::right)),
    TAKES_ZERO_FOR_NOTHING_BY_NOTHING(
            KpiLaw.NOT_BY_ZERO,
            () -> own(bills -> cents(bills).signum() == 0 ? basis(bills).measured(Fraction.ZERO) : right(bills))),
    NAMES_THE_FIRST_BILL_ALONE(
            KpiLaw.ITEMS,
            () -> own(bills -> cents(bills).signum() == 0
                    ? right(bills)
                    : basis(bills)
                            .items(List.of(new KpiItem(
                                    "first", Fraction.of(bills.get(0).cents()), Fraction.ONE)))
                            .quotient(
                                    centDays(bills), cents(bills), Fraction.ONE, "NOTHING_PAID", "nothing was paid"))),
    COUNTS_QUESTIONS_INSTEAD_OF_BILLS(
            KpiLaw.PARTS,
            () -> own(bills -> basis(bills)
                    .count(1)
                    .quotient(centDays(bills), cents(bills), Fraction.ONE, "NOTHING_PAID", "nothing was paid"))),
    TAKES_THE_LAST_BILL(
            KpiLaw.ORDER,
            () -> own(bills -> cents(bills).signum() == 0
                    ? right(bills)
                    : days(Fraction.of(bills.get(bills.size() - 1).daysLate())))),
    COUNTS_BILLS_OVER_NOTHING(
            KpiLaw.NEUTRAL,
            () -> own(bills -> KpiBasis.of(Own.DEFINITION)
                    .quotient(
                            bills.stream()
                                    .map(bill -> Fraction.of(bill.daysLate()))
                                    .reduce(Fraction.ZERO, Fraction::plus),
                            Fraction.of(bills.size()),
                            Fraction.ONE,
                            "NOTHING_PAID",
                            "nothing was paid"))),
    LEAVES_OUT_SMALL_BILLS(
            KpiLaw.SCALE,
            () -> own(bills ->
                    right(bills.stream().filter(bill -> bill.cents() >= 1_000).toList()))),
    FORGETS_TO_DIVIDE(
            KpiLaw.BOUNDS, () -> own(bills -> cents(bills).signum() == 0 ? right(bills) : days(centDays(bills)))),
    ROUNDS(
            KpiLaw.QUOTIENT,
            () -> own(bills -> right(bills)
                    .value()
                    .map(exact -> basis(bills).measured(Fraction.of(exact.round(Rounding.halfUp(1)))))
                    .orElseGet(() -> right(bills)))),
    HAS_NO_VALUE_OF_ONE_BILL(
            KpiLaw.QUOTIENT,
            () -> own(bills ->
                    bills.size() == 1 ? basis(bills).undefined("TOO_FEW", "there are too few bills") : right(bills))),
    CANNOT_BE_WRITTEN(KpiLaw.SERIAL_COPY, () -> own(WrongKpi::right));

    private record Own(KpiDefinition definition, Function<List<Bill>, KpiResult> rule) implements Kpi<List<Bill>> {
        static final KpiDefinition DEFINITION = WrongKpi.definition("days-late.own", KpiUnit.DAYS);

        @Override
        public KpiResult compute(List<Bill> bills) {
            return rule.apply(bills);
        }
    }

    /** Its id is not that of its definition. */
    private record Unnamed() implements Kpi<List<Bill>> {
        @Override
        public KpiDefinition definition() {
            return Own.DEFINITION;
        }

        @Override
        public String id() {
            return "Days late";
        }

        @Override
        public KpiResult compute(List<Bill> bills) {
            return right(bills);
        }
    }

    private final KpiLaw law;
    private final Supplier<Kpi<List<Bill>>> supplier;

    WrongKpi(KpiLaw law, Supplier<Kpi<List<Bill>>> supplier) {
        this.law = law;
        this.supplier = supplier;
    }

    /** The law it breaks. */
    KpiLaw law() {
        return law;
    }

    /** A new one, that has not been asked yet. */
    Kpi<List<Bill>> kpi() {
        return supplier.get();
    }

    private static Kpi<List<Bill>> own(Function<List<Bill>, KpiResult> rule) {
        return new Own(Own.DEFINITION, rule);
    }

    private static KpiDefinition definition(String id, KpiUnit unit) {
        return KpiDefinition.of(id, "Days late", unit, Direction.LOWER, "amounts × days / amounts");
    }

    private static KpiResult days(Fraction value) {
        return KpiBasis.of(Own.DEFINITION).measured(value);
    }

    private static KpiResult right(List<Bill> bills) {
        return right(Own.DEFINITION, bills);
    }

    private static KpiResult right(KpiDefinition definition, List<Bill> bills) {
        return KpiBasis.of(definition)
                .quotient(centDays(bills), cents(bills), Fraction.ONE, "NOTHING_PAID", "nothing was paid");
    }

    private static KpiBasis.Builder basis(List<Bill> bills) {
        return KpiBasis.of(Own.DEFINITION).numerator(centDays(bills)).denominator(cents(bills));
    }
}
