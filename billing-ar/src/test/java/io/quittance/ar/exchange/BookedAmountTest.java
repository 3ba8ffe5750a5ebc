package io.quittance.ar.exchange;

import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Numbers of ar.md 4.18 and of the cases of the topic fx. */
class BookedAmountTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    private static BookedAmount booked(String amount, String booked) {
        return BookedAmount.of(usd(amount), eur(booked));
    }

    /** 90.01 x 33.33 / 100.00 = 30.000333. */
    @Test
    void aPartTakesItsShareAndTheRestKeepsWhatIsLeft() {
        BookedAmount whole = booked("100", "90.01");
        assertThat(whole.part(usd("33.33"))).isEqualTo(booked("33.33", "30.00"));
        assertThat(whole.without(usd("33.33"))).isEqualTo(booked("66.67", "60.01"));
        assertThat(whole.part(usd("0"))).isEqualTo(booked("0", "0"));
        assertThat(whole.without(usd("100")).isZero()).isTrue();
        assertThat(whole.isZero()).isFalse();
        assertThat(booked("0", "0").part(usd("0"))).isEqualTo(booked("0", "0"));
        assertThat(booked("0", "0").without(usd("0"))).isEqualTo(booked("0", "0"));
        assertThat(booked("66.67", "60.01").and(booked("33.33", "30"))).isEqualTo(whole);
    }

    @Property
    void bothReachZeroTogether(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 100_000) Long> parts,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long booked) {
        long sum = parts.stream().mapToLong(Long::longValue).sum();
        BookedAmount left = BookedAmount.of(Amount.ofMinor(sum, USD), Amount.ofMinor(booked, EUR));
        Amount taken = Amount.zero(EUR);
        for (long part : parts) {
            taken = taken.add(left.part(Amount.ofMinor(part, USD)).booked());
            left = left.without(Amount.ofMinor(part, USD));
            assertThat(left.booked().signum()).isNotNegative();
        }
        assertThat(left.isZero()).isTrue();
        assertThat(left.booked()).isEqualTo(eur("0"));
        assertThat(taken).isEqualTo(Amount.ofMinor(booked, EUR));
    }

    /** 500.00 at 0.6072 and at 0.6081: 303.60 and 304.05. */
    @Test
    void theGainIsWhatMoneyIsBookedAtLessWhatTheDebtIsBookedAt() {
        BookedAmount debt = StoredRate.of("USD", "EUR", "0.6072").booked(usd("500"));
        BookedAmount money = StoredRate.of("USD", "EUR", "0.6081").booked(usd("500"));
        ExchangeDifference difference = ExchangeDifference.of(debt, money);
        assertThat(difference.gain()).isEqualTo(eur("0.45"));
        assertThat(difference.settled()).isEqualTo(usd("500"));
        assertThat(difference.debtLeft().isZero()).isTrue();
        assertThat(difference.moneyLeft().isZero()).isTrue();
    }

    /** 120 of a debt at 60 for 120, and of money at 80 for 240: 40 less 60. */
    @Test
    void settlesWhatBothHave() {
        ExchangeDifference difference = ExchangeDifference.of(booked("120", "60"), booked("240", "80"));
        assertThat(difference.settled()).isEqualTo(usd("120"));
        assertThat(difference.gain()).isEqualTo(eur("-20"));
        assertThat(difference.moneyLeft()).isEqualTo(booked("120", "40"));
        assertThat(difference.debtLeft()).isEqualTo(booked("0", "0"));
    }

    /** 20 of 100 at 50 each for 900: 900 - 1000. Of 100, 98 for 4,950 and 2 of discount: 4,950 - 4,900. */
    @Test
    void settlesWithWhatTheBankCredits() {
        ExchangeDifference part = ExchangeDifference.ofCredited(booked("100", "5000"), usd("20"), usd("0"), eur("900"));
        assertThat(part.gain()).isEqualTo(eur("-100"));
        assertThat(part.debtLeft()).isEqualTo(booked("80", "4000"));
        ExchangeDifference discounted =
                ExchangeDifference.ofCredited(booked("100", "5000"), usd("100"), usd("2"), eur("4950"));
        assertThat(discounted.gain()).isEqualTo(eur("50"));
        assertThat(discounted.debtLeft().isZero()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ExchangeDifference.ofCredited(booked("100", "5000"), usd("20"), usd("20.01"), eur("1")))
                .withMessage("part must be 0 or more and at most USD 20.00, but was USD 20.01");
    }

    /** 100 at 80 each, by 85: 500 more. */
    @Test
    void isWorthMoreOrLessByANewerRate() {
        Revaluation revaluation = booked("100", "8000").revalued(StoredRate.of("USD", "EUR", "85"));
        assertThat(revaluation.worth()).isEqualTo(eur("8500"));
        assertThat(revaluation.unrealised()).isEqualTo(eur("500"));
        assertThat(booked("100", "8000")
                        .revalued(StoredRate.of("USD", "EUR", "79.5"))
                        .unrealised())
                .isEqualTo(eur("-50"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> booked("100", "8000").revalued(StoredRate.of("USD", "CHF", "1")))
                .withMessage("rate must be in EUR, but was CHF");
    }

    /** 500 x 0.71268 = 356.34; 38850 x 0.01287 = 499.9995; 500 x 0.70882 = 354.41; 38850 x 0.009163 = 355.98255. */
    @Test
    void aThirdCurrencyHasTwoDifferences() {
        ThirdCurrencyReceipt receipt = ThirdCurrencyReceipt.of(
                StoredRate.of("USD", "EUR", "0.71268").booked(usd("500")),
                Amount.of("38850", "JPY"),
                StoredRate.of("JPY", "USD", "0.01287"),
                StoredRate.of("USD", "EUR", "0.70882"),
                StoredRate.of("JPY", "EUR", "0.009163"));
        assertThat(receipt.settled()).isEqualTo(usd("500"));
        assertThat(receipt.booked()).isEqualTo(eur("356.34"));
        assertThat(receipt.applied()).isEqualTo(eur("354.41"));
        assertThat(receipt.received()).isEqualTo(eur("355.98"));
        assertThat(receipt.standardGain()).isEqualTo(eur("-1.93"));
        assertThat(receipt.alternateGain()).isEqualTo(eur("1.57"));
    }

    @Test
    void refusesMoreMoneyThanSettlesTheDebt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThirdCurrencyReceipt.of(
                        booked("100", "90"),
                        Amount.of("100", "GBP"),
                        StoredRate.of("GBP", "USD", "1.3"),
                        StoredRate.of("USD", "EUR", "0.9"),
                        StoredRate.of("GBP", "EUR", "1.15")))
                .withMessage("money must be at most USD 100.00 in the currency of the debt, but was USD 130.00");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booked("-1", "0"))
                .withMessage("amount must be 0 or more, but was USD -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booked("1", "-1"))
                .withMessage("booked must be 0 or more, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booked("0", "1"))
                .withMessage("booked must be 0, as the amount is, but was EUR 1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booked("100", "90").part(usd("100.01")))
                .withMessage("part must be 0 or more and at most USD 100.00, but was USD 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> booked("100", "90").part(usd("-0.01")))
                .withMessage("part must be 0 or more and at most USD 100.00, but was USD -0.01");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> booked("100", "90").part(eur("1")));
    }

    @Test
    void aDifferenceIsOfOneDebtInOneBook() {
        BookedAmount none = booked("0", "0");
        var nothing = new ExchangeDifference(usd("0"), eur("0"), none, none);
        assertThat(nothing.settled()).isEqualTo(usd("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExchangeDifference(usd("-0.01"), eur("0"), none, none))
                .withMessage("settled must be 0 or more, but was USD -0.01");
        var pounds = BookedAmount.of(Amount.of("0", "GBP"), eur("0"));
        var inFrancs = BookedAmount.of(usd("0"), Amount.of("0", "CHF"));
        refused(() -> new ExchangeDifference(usd("1"), eur("1"), pounds, none), "debtLeft must be in USD, but was GBP");
        refused(
                () -> new ExchangeDifference(usd("1"), eur("1"), none, pounds),
                "moneyLeft must be in USD, but was GBP");
        refused(
                () -> new ExchangeDifference(usd("1"), eur("1"), inFrancs, none),
                "debtLeft.booked must be in EUR, but was CHF");
        refused(
                () -> new ExchangeDifference(usd("1"), eur("1"), none, inFrancs),
                "moneyLeft.booked must be in EUR, but was CHF");
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(made)
                .withMessage(message);
    }
}
