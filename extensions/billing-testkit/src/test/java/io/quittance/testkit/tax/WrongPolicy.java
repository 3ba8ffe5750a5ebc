package io.quittance.testkit.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;

/** Policies that are wrong on purpose, each by one law. */
@SuppressWarnings({"ImmutableEnumChecker", "NullAway"}) // what policies of others may do
enum WrongPolicy {
    LEAVES_OUT_WHAT_IS_NOT_TAXED(
            TaxLaw.ANSWERS,
            () -> (exact, currency) -> right(
                    exact.stream()
                            .map(group -> group.stream()
                                    .filter(tax -> tax.signum() != 0)
                                    .toList())
                            .toList(),
                    currency)),
    ANSWERS_WITH_NULL(TaxLaw.ANSWERS, () -> (exact, currency) -> exact.isEmpty() ? List.of() : null),
    ROUNDS_TO_FOUR_PLACES(TaxLaw.ANSWERS, () -> new TaxPerLine(Rounding.halfUp(4))),
    TAKES_THE_FIRST_OF_EACH_GROUP(TaxLaw.ANSWERS, () -> (exact, currency) -> right(exact.subList(0, 1), currency)),
    TAXES_IN_EUROS(
            TaxLaw.ANSWERS,
            () -> (exact, currency) -> exact.stream()
                    .map(group -> group.stream()
                            .map(tax -> Amount.of(
                                    BigDecimal.ZERO, Amount.of("0", "USD").getCurrency()))
                            .toList())
                    .toList()),
    KEEPS_STATE(TaxLaw.SAME_ANSWER, () -> {
        var up = new AtomicBoolean();
        return (exact, currency) ->
                each(exact, currency, up.getAndSet(!up.get()) ? RoundingMode.UP : RoundingMode.DOWN);
    }),
    GIVES_ALL_TO_THE_FIRST(
            TaxLaw.NEAR,
            () -> (exact, currency) -> exact.stream()
                    .map(group -> {
                        Fraction sum = group.stream().reduce(Fraction.ZERO, Fraction::plus);
                        var taxes = new ArrayList<Amount>();
                        group.forEach(tax -> taxes.add(Amount.zero(currency)));
                        taxes.set(0, sum.round(Rounding.toMinorUnit(currency), currency));
                        return List.copyOf(taxes);
                    })
                    .toList()),
    ADDS_A_CENT_FOR_LUCK(
            TaxLaw.NEAR,
            () -> (exact, currency) -> right(exact, currency).stream()
                    .map(group -> group.stream()
                            .map(tax -> tax.add(Amount.ofMinor(1, currency)))
                            .toList())
                    .toList()),
    ROUNDS_THE_LAST_DOWN(TaxLaw.ORDER, () -> (exact, currency) -> {
        var groups = new ArrayList<List<Amount>>();
        for (List<Fraction> group : exact) {
            var taxes = new ArrayList<Amount>();
            for (int i = 0; i < group.size(); i++) {
                RoundingMode mode = i == group.size() - 1 ? RoundingMode.DOWN : RoundingMode.UP;
                taxes.add(group.get(i).round(Rounding.toMinorUnit(currency, mode), currency));
            }
            groups.add(taxes);
        }
        return groups;
    }),
    ROUNDS_LONG_GROUPS_DOWN(TaxLaw.NEUTRAL, () -> (exact, currency) -> {
        var groups = new ArrayList<List<Amount>>();
        for (List<Fraction> group : exact) {
            RoundingMode mode = group.size() > 2 ? RoundingMode.DOWN : RoundingMode.UP;
            groups.add(group.stream()
                    .map(tax -> tax.round(Rounding.toMinorUnit(currency, mode), currency))
                    .toList());
        }
        return groups;
    }),
    SAYS_PER_GROUP_AND_ROUNDS_PER_LINE(
            TaxLaw.RATE_OF_BASE, () -> new Own((exact, currency) -> each(exact, currency, RoundingMode.HALF_UP))),
    ROUNDS_HALF_TO_EVEN(
            TaxLaw.ROUNDED_ONCE,
            () -> (exact, currency) ->
                    new TaxPerGroup(Rounding.toMinorUnit(currency, RoundingMode.HALF_EVEN)).round(exact, currency)),
    ROUNDS_PER_LINE(TaxLaw.ROUNDED_ONCE, () -> (exact, currency) -> each(exact, currency, RoundingMode.HALF_UP)),
    ROUNDS_TOWARD_THE_LARGER(
            TaxLaw.MIRROR,
            () -> (exact, currency) ->
                    new TaxPerGroup(Rounding.toMinorUnit(currency, RoundingMode.CEILING)).round(exact, currency)),
    CANNOT_BE_WRITTEN(TaxLaw.SERIAL_COPY, () -> WrongPolicy::right);

    /** Rounds in any way, and says that this is the rate of the base. */
    private record Own(BiFunction<List<List<Fraction>>, CurrencyUnit, List<List<Amount>>> rule) implements TaxPolicy {
        @Override
        public List<List<Amount>> round(List<List<Fraction>> exact, CurrencyUnit currency) {
            return rule.apply(exact, currency);
        }

        @Override
        public boolean isRateOfBase() {
            return true;
        }
    }

    private final TaxLaw law;
    private final Supplier<TaxPolicy> supplier;

    WrongPolicy(TaxLaw law, Supplier<TaxPolicy> supplier) {
        this.law = law;
        this.supplier = supplier;
    }

    /** The law it breaks. */
    TaxLaw law() {
        return law;
    }

    /** A new one, that has not been asked yet. */
    TaxPolicy policy() {
        return supplier.get();
    }

    /** Per group to the minor unit of the currency: a policy that keeps all laws. */
    static List<List<Amount>> right(List<List<Fraction>> exact, CurrencyUnit currency) {
        return new TaxPerGroup(Rounding.toMinorUnit(currency)).round(exact, currency);
    }

    private static List<List<Amount>> each(List<List<Fraction>> exact, CurrencyUnit currency, RoundingMode mode) {
        return new TaxPerLine(Rounding.toMinorUnit(currency, mode)).round(exact, currency);
    }
}
