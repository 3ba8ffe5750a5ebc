package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.LongMath;
import java.math.BigDecimal;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;

/** Amounts and Moneta's {@code Money} and {@code FastMoney} mix in both directions. */
class AmountInteroperationTest implements MoneyArbitraries {

    @Property
    void goesToMoneyAndBack(@ForAll("amounts") Amount amount) {
        assertThat(Amount.from(Money.from(amount))).isEqualTo(amount);
    }

    @Property
    void goesToFastMoneyAndBack(@ForAll("fast") BigDecimal number) {
        Amount amount = Amount.of(number, EUR);
        assertThat(Amount.from(FastMoney.from(amount))).isEqualTo(amount);
    }

    @Property
    void addsAndSubtractsFromEitherSide(@ForAll("fast") BigDecimal a, @ForAll("fast") BigDecimal b) {
        Amount sum = Amount.of(a.add(b), EUR);
        Amount difference = Amount.of(a.subtract(b), EUR);
        for (MonetaryAmount foreign : List.of(Money.of(b, "EUR"), FastMoney.of(b, "EUR"))) {
            assertThat(Amount.of(a, EUR).add(foreign)).isEqualTo(sum);
            assertThat(Amount.from(foreign.add(Amount.of(a, EUR)))).isEqualTo(sum);
            assertThat(Amount.of(a, EUR).subtract(foreign)).isEqualTo(difference);
            assertThat(Amount.from(foreign.subtract(Amount.of(a, EUR)))).isEqualTo(difference.negate());
        }
    }

    @Property
    void comparesFromEitherSide(@ForAll("fast") BigDecimal a, @ForAll("fast") BigDecimal b) {
        int expected = a.compareTo(b);
        Amount ours = Amount.of(a, EUR);
        for (MonetaryAmount foreign : List.of(Money.of(b, "EUR"), FastMoney.of(b, "EUR"))) {
            assertThat(Integer.signum(ours.compareTo(foreign))).isEqualTo(expected);
            assertThat(Integer.signum(foreign.compareTo(ours))).isEqualTo(-expected);
            assertThat(ours.isEqualTo(foreign)).isEqualTo(expected == 0);
            assertThat(foreign.isEqualTo(ours)).isEqualTo(expected == 0);
            assertThat(ours.isLessThan(foreign)).isEqualTo(expected < 0);
            assertThat(foreign.isLessThan(ours)).isEqualTo(expected > 0);
        }
    }

    @Test
    void refusesAForeignAmountOfAnotherCurrency() {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> eur("1").add(Money.of(1, "USD")))
                .withMessage("augend must be in EUR, but was USD");
    }

    @Test
    void refusesForeignDigitsBeyondItsBounds() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> eur("1").add(Money.of(1, "EUR").divide(3)))
                .withMessageStartingWith("amount must have at most 18 decimal places, but was a number of ");
    }

    @Test
    void takesTheRoundingsOfTheProvider() {
        assertThat(eur("7.155").with(Monetary.getDefaultRounding())).isEqualTo(eur("7.16"));
        assertThat(eur("7.145").with(Monetary.getRounding(EUR))).isEqualTo(eur("7.14")); // half even
    }

    @Test
    void leavesTheDefaultTypeOfTheHostAsItIs() {
        assertThat(Monetary.getDefaultAmountFactory()
                        .setCurrency("EUR")
                        .setNumber(dec("1"))
                        .create())
                .isInstanceOf(Money.class);
        assertThat(Monetary.getAmountTypes()).doesNotContain(Amount.class);
    }

    /** What FastMoney can hold: five decimal places, and sums that do not overflow. */
    @Provide
    Arbitrary<BigDecimal> fast() {
        return Combinators.combine(
                        Arbitraries.longs().between(-(1L << 61), 1L << 61),
                        Arbitraries.integers().between(0, 5))
                .as((digits, places) -> BigDecimal.valueOf(digits / LongMath.powerOfTen(5 - places), places));
    }
}
