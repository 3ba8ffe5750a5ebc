package io.quittance.testkit.pricing;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.usage.UsageEvent;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Charge models that are wrong on purpose, each by one law. */
@SuppressWarnings({"ImmutableEnumChecker", "NullAway"}) // what models of others may do
enum WrongModel {
    HAS_NO_STEP_WHERE_NOTHING_WAS_USED(
            ChargeModelLaw.ANSWERS,
            () -> input -> ChargeBreakdown.of(right(input).steps().stream()
                    .filter(step -> step.quantity().signum() > 0)
                    .toList())),
    FAILS_FOR_SEVERAL_EVENTS(ChargeModelLaw.ANSWERS, () -> input -> {
        if (input.events().size() > 1) {
            throw new IllegalStateException("one at a time");
        }
        return right(input);
    }),
    ANSWERS_WITH_NULL(ChargeModelLaw.ANSWERS, () -> input -> input.events().size() > 1 ? null : right(input)),
    GETS_DEARER_EACH_TIME(ChargeModelLaw.SAME_ANSWER, () -> {
        var asked = new AtomicInteger();
        return input -> units(input.quantity(), Fraction.of(asked.incrementAndGet()));
    }),
    FORGETS_THE_SUBTOTAL(ChargeModelLaw.REPLAY, () -> input -> discounted(right(input), Fraction.ZERO)),
    CHANGES_ITS_MIND_WITH_EVERY_QUESTION(ChargeModelLaw.SPLIT_RUNS, () -> {
        var last = new AtomicReference<RatingInput>();
        var questions = new AtomicInteger();
        return input -> {
            if (!input.equals(last.getAndSet(input))) {
                questions.incrementAndGet();
            }
            return units(input.quantity(), Fraction.of(1 + questions.get() % 3));
        };
    }),
    TAKES_AN_ENTRANCE_FEE(ChargeModelLaw.ZERO, () -> FlatFee.of("5")),
    GETS_CHEAPER(ChargeModelLaw.MONOTONICITY, () -> input -> {
        Fraction square = input.quantity().times(input.quantity());
        return units(input.quantity(), Fraction.ONE.dividedBy(Fraction.ONE.plus(square)));
    }),
    COUNTS_WHOLE_UNITS_ONLY(ChargeModelLaw.EVERY_UNIT_ONCE, () -> input -> {
        Fraction all = input.quantity();
        return units(Fraction.of(all.numerator().divide(all.denominator()), BigInteger.ONE), Fraction.ONE);
    }),
    SELLS_PACKAGES(ChargeModelLaw.PROPORTIONALITY, () -> PackagePrice.of("10", "1")),
    LOOKS_AT_IDENTITY(ChargeModelLaw.ORDER_OF_ARRIVAL, () -> {
        var seen = new IdentityHashMap<List<UsageEvent>, Integer>();
        return input -> {
            int number = seen.computeIfAbsent(input.events(), events -> seen.size());
            return units(input.quantity(), Fraction.of(1 + number));
        };
    }),
    COMPILES_TO_ANOTHER_PRICE(ChargeModelLaw.COMPILED, () -> new ChargeModel() {
        @Override
        public ChargeBreakdown price(RatingInput input) {
            return right(input);
        }

        @Override
        public Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
            return PerUnit.of("0.51").compiled(conventions, quantityScale);
        }
    }),
    /** Its compiled form rounds once where every step is to be rounded. */
    COMPILES_WITHOUT_THE_CONVENTIONS(ChargeModelLaw.COMPILED, () -> new ChargeModel() {
        private final GraduatedTiers tiers = GraduatedTiers.upTo("7.5", "0.333").then("0.333");

        @Override
        public ChargeBreakdown price(RatingInput input) {
            return tiers.price(input);
        }

        @Override
        public Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
            return tiers.compiled(Conventions.standard(), quantityScale);
        }
    }),
    /** The units of each run have a name of their own, so the next run takes them back. */
    NAMES_ITS_PART_BY_THE_QUANTITY(ChargeModelLaw.SAME_PARTS, () -> input -> {
        Step step = right(input).steps().get(0);
        return ChargeBreakdown.of(step.as(step.quantity() + " units"));
    }),
    /** It prices what the events are, and lets a charge say that some of that is free. */
    LOOKS_AT_EVENTS_AND_CHECKS_NOTHING(ChargeModelLaw.METERING, () -> input -> {
        Fraction sum = Fraction.ZERO;
        for (UsageEvent event : input.events()) {
            sum = sum.plus(Fraction.of(event.quantity()));
        }
        return units(sum, Fraction.ONE);
    });

    private final ChargeModelLaw law;
    private final Supplier<ChargeModel> supplier;

    WrongModel(ChargeModelLaw law, Supplier<ChargeModel> supplier) {
        this.law = law;
        this.supplier = supplier;
    }

    /** The law it breaks. */
    ChargeModelLaw law() {
        return law;
    }

    /** A new one, that has not been asked yet. */
    ChargeModel model() {
        return supplier.get();
    }

    /** No answer at all. */
    static ChargeBreakdown none(RatingInput input) {
        return null;
    }

    private static ChargeBreakdown right(RatingInput input) {
        return PerUnit.of("0.5").price(input);
    }

    private static ChargeBreakdown units(Fraction units, Fraction price) {
        Expression formula = Expression.of(units).times(Expression.of(price));
        return ChargeBreakdown.of(Step.of("units", units, formula, "test.wrong", "{0} = {1}"));
    }

    /** Takes off a tenth of the steps before, which are said to add up to {@code subtotal}. */
    private static ChargeBreakdown discounted(ChargeBreakdown price, Fraction subtotal) {
        Expression tenth = Expression.total().percent(Expression.of(10)).negated();
        Step discount = Step.after(subtotal, "discount", Fraction.ZERO, tenth, "test.wrong", "{0} = {1}");
        return ChargeBreakdown.of(List.of(price.steps().get(0), discount));
    }
}
