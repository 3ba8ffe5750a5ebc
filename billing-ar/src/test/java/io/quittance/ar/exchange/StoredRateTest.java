package io.quittance.ar.exchange;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StoredRateTest {
    private static final StoredRate DOLLARS = StoredRate.of("USD", "EUR", "0.6072");

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    private static Amount chf(String number) {
        return Amount.of(number, "CHF");
    }

    @Test
    void convertsOnceAndRoundsHalfUp() {
        assertThat(DOLLARS.convert(usd("500"))).isEqualTo(eur("303.60"));
        assertThat(StoredRate.of("USD", "EUR", "0.5").convert(usd("0.01"))).isEqualTo(eur("0.01"));
        assertThat(StoredRate.of("USD", "EUR", "0.5").convert(usd("-0.01"))).isEqualTo(eur("-0.01"));
        assertThat(StoredRate.of("USD", "JPY", "151.327").convert(usd("10"))).isEqualTo(Amount.of("1513", "JPY"));
    }

    /** 1/3 is exact: 9,000.00 at 3 are 3,000.00, and not 2,999.99. */
    @Test
    void isExactInBothDirections() {
        StoredRate thrice = StoredRate.of("EUR", "CHF", "3");
        assertThat(thrice.inverse().factor()).isEqualTo(Fraction.of(1, 3));
        assertThat(thrice.inverse().convert(chf("9000"))).isEqualTo(eur("3000"));
        assertThat(thrice.inverse().inverse()).isEqualTo(thrice);
        assertThat(thrice).hasToString("1 EUR = 3 CHF");
    }

    /** ar.md 4.18: 12,587.48 and 5,962.04 by 33.93972535567 are 370.88 and 175.67, 18,549.52 are 546.54. */
    @Test
    void statesWhatConvertingInPartsMakesOfDifference() {
        PartialConversions parts = StoredRate.of("EUR", "CZK", "33.93972535567")
                .inverse()
                .convertParts(List.of(Amount.of("12587.48", "CZK"), Amount.of("5962.04", "CZK")));
        assertThat(parts.parts()).containsExactly(eur("370.88"), eur("175.67"));
        assertThat(parts.whole()).isEqualTo(eur("546.54"));
        assertThat(parts.roundingDifference()).isEqualTo(eur("-0.01"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOLLARS.convertParts(List.of()))
                .withMessage("parts must not be empty");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new PartialConversions(List.of(eur("1"), chf("1")), eur("2")));
    }

    /** 6,000.00 EUR cost 18,000.00 CHF at 3. Of 20,000.00, 2,000.00 are left; 12,000.00 pay 4,000.00. */
    @Test
    void paysInAnotherCurrency() {
        StoredRate thrice = StoredRate.of("EUR", "CHF", "3");
        assertThat(thrice.pay(eur("6000"), chf("20000")))
                .isEqualTo(new CrossPayment(eur("6000"), chf("18000"), chf("2000")));
        assertThat(thrice.pay(eur("6000"), chf("18000")))
                .isEqualTo(new CrossPayment(eur("6000"), chf("18000"), chf("0")));
        assertThat(thrice.pay(eur("6000"), chf("12000")))
                .isEqualTo(new CrossPayment(eur("4000"), chf("12000"), chf("0")));
        assertThat(thrice.pay(eur("6000"), chf("17999.99")))
                .isEqualTo(new CrossPayment(eur("6000"), chf("17999.99"), chf("0"))); // 5999.9967 is 6000.00
        assertThatIllegalArgumentException()
                .isThrownBy(() -> thrice.pay(eur("-1"), chf("1")))
                .withMessage("asked must be 0 or more, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> thrice.pay(eur("1"), chf("-1")))
                .withMessage("available must be 0 or more, but was CHF -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> thrice.pay(chf("1"), chf("1")));
    }

    /** 0.06 EUR at 0.4 are 0.024, 0.02 CHF: they pay all of it, though 0.02 CHF are 0.05 EUR the other way. */
    @Test
    void whatSufficesPaysAllThoughItIsLessTheOtherWay() {
        StoredRate rate = StoredRate.of("EUR", "CHF", "0.4");
        assertThat(rate.pay(eur("0.06"), chf("0.02"))).isEqualTo(new CrossPayment(eur("0.06"), chf("0.02"), chf("0")));
    }

    @Test
    void noPartOfAPaymentIsLessThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossPayment(eur("-0.01"), chf("0"), chf("0")))
                .withMessage("paid must be 0 or more, but was EUR -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossPayment(eur("0"), chf("-0.01"), chf("0")))
                .withMessage("used must be 0 or more, but was CHF -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossPayment(eur("0"), chf("0"), chf("-0.01")))
                .withMessage("left must be 0 or more, but was CHF -0.01");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new CrossPayment(eur("1"), chf("1"), eur("1")));
    }

    /** 70 rupiah at 0.000064 dollars are 0.00448, no cent: they are not paid for nothing, nor are rupiah taken for no cent. */
    @Test
    void whatRoundsToNothingPaysNothing() {
        StoredRate rupiah = StoredRate.of("IDR", "USD", "0.000064");
        Amount seventy = Amount.of("70", "IDR");
        assertThat(rupiah.pay(seventy, usd("1")))
                .isEqualTo(new CrossPayment(Amount.zero(rupiah.from()), usd("0"), usd("1")));
        assertThat(rupiah.inverse().pay(usd("0.05"), seventy))
                .isEqualTo(new CrossPayment(usd("0"), Amount.zero(rupiah.from()), seventy));
    }

    @Property
    void neverPaysMoreThanIsAskedNorUsesMoreThanThereIs(
            @ForAll @LongRange(min = 0, max = 1_000_000) long asked,
            @ForAll @LongRange(min = 0, max = 1_000_000) long available,
            @ForAll @LongRange(min = 1, max = 1_000_000) long factor) {
        StoredRate rate =
                StoredRate.of("EUR", "CHF", BigDecimal.valueOf(factor, 4).toPlainString());
        Amount owed = Amount.ofMinor(asked, rate.from());
        Amount money = Amount.ofMinor(available, rate.to());
        CrossPayment payment = rate.pay(owed, money);
        assertThat(payment.paid()).isLessThanOrEqualTo(owed);
        assertThat(payment.used().add(payment.left())).isEqualTo(money);
        assertThat(payment.paid().signum()).isEqualTo(payment.used().signum());
        assertThat(payment.left().signum() == 0
                        || payment.paid().equals(owed)
                        || payment.paid().signum() == 0)
                .isTrue();
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredRate.of("EUR", "EUR", "1"))
                .withMessage("to must be another currency than EUR, but was EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredRate.of("USD", "EUR", "0"))
                .withMessage("factor must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredRate.of("USD", "EUR", "x"))
                .withMessage("factor must be a number, but was x");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> DOLLARS.convert(eur("1")))
                .withMessage("amount must be in USD, but was EUR");
    }

    @Test
    void isAValue() throws IOException, ClassNotFoundException {
        assertThat(copy(DOLLARS)).isEqualTo(DOLLARS).hasSameHashCodeAs(DOLLARS);
        assertThat(DOLLARS)
                .isEqualTo(StoredRate.of("USD", "EUR", "0.60720"))
                .isNotEqualTo(StoredRate.of("USD", "EUR", "0.6073"))
                .isNotEqualTo(StoredRate.of("CHF", "EUR", "0.6072"))
                .isNotEqualTo(StoredRate.of("USD", "CHF", "0.6072"))
                .isNotEqualTo("1 USD = 759/1250 EUR")
                .hasToString("1 USD = 0.6072 EUR");
    }
}
