package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A discount that is divided exactly: what its shares use of it, and what the rounded lines take off. */
class ExactSharesTest {
    private static final Fraction VOUCHER = Fraction.of(10);
    private static final Fraction HALF_A_CENT = Fraction.of(1, 200);

    /** 10.00 off 10.00 three times: shares of 10/3, lines of 6.67, so 9.99 off and 10 used; six times 1.67 are 10.02. */
    @Test
    void linesTakeOffUpToHalfAUnitEachMoreOrLessThanIsUsed() {
        Rating three = rate(BilledBefore.nothing(), List.of(1_000, 1_000, 1_000));
        assertThat(three.charges()).extracting(RatedCharge::amount).containsOnly(usd("6.67"));
        assertThat(three.total()).isEqualTo(usd("20.01"));
        assertThat(three.after().discounts()).containsEntry("voucher", VOUCHER);
        Rating six = rate(BilledBefore.nothing(), Collections.nCopies(6, 1_000));
        assertThat(six.charges()).extracting(RatedCharge::amount).containsOnly(usd("8.33"));
        assertThat(six.total()).isEqualTo(usd("49.98"));
        assertThat(six.after().discounts()).containsEntry("voucher", VOUCHER);
    }

    /** 6.00 in each of three periods: 6 used, then 4 in shares of 4/3 that take 3.99 off, then nothing. */
    @Test
    void nothingIsLeftOfTheDiscountForTheNextPeriod() {
        List<Integer> lines = List.of(200, 200, 200);
        Rating first = rate(BilledBefore.nothing(), lines);
        assertThat(first.total()).isEqualTo(usd("0"));
        assertThat(first.after().discounts()).containsEntry("voucher", Fraction.of(6));
        Rating second = rate(first.after(), lines);
        assertThat(second.total()).isEqualTo(usd("2.01"));
        assertThat(second.after().discounts()).containsEntry("voucher", VOUCHER);
        Rating third = rate(second.after(), lines);
        assertThat(third.total()).isEqualTo(usd("6"));
    }

    /** 10.005 off 100.00: the share is exact, the line 89.995 and rounded 90.00, and 10.005 are used up. */
    @Test
    void anAmountMayBeFinerThanALine() {
        Contract contract = Contract.builder("C-1")
                .customer("1")
                .currency("USD")
                .zone("UTC")
                .term("2014-01-01", "2015-01-01")
                .conventions(Conventions.standard().withDiscountSpread(DiscountSpread.EXACT))
                .charge(Charge.usage("c", "m", PerUnit.of("1")))
                .discount(Discount.amount("voucher", "10.005"))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        List<UsageEvent> hundred = List.of(UsageEvent.of("u", "1", "m", "100", "2014-01-02T00:00:00Z"));
        Rating first = Rating.of(contract, hundred, JANUARY);
        assertThat(first.total()).isEqualTo(usd("90"));
        assertThat(used(first.after())).isEqualTo(Fraction.of(10_005, 1_000));
        Rating second = Rating.of(RatingRequest.of(contract, hundred, JANUARY).after(first.after()));
        assertThat(second.total()).isEqualTo(usd("100"));
    }

    /** Whatever is charged: what is used is the voucher at most, and each line is off by half a cent at most. */
    @Property
    void sharesNeverExceedTheDiscountAndLinesStayWithinHalfAUnit(
            @ForAll @Size(min = 1, max = 5) List<@Size(min = 1, max = 6) List<@IntRange(max = 700) Integer>> periods) {
        BilledBefore before = BilledBefore.nothing();
        Fraction charged = Fraction.ZERO;
        for (List<Integer> cents : periods) {
            Rating rating = rate(before, cents);
            Fraction sum = cents.stream().map(cent -> Fraction.of(cent, 100)).reduce(Fraction.ZERO, Fraction::plus);
            charged = charged.plus(sum);
            assertThat(used(rating.after())).isEqualTo(charged.min(VOUCHER));
            Fraction off = sum.minus(rating.total().toFraction());
            Fraction difference = off.minus(used(rating.after()).minus(used(before)));
            assertThat(difference.max(difference.negated()))
                    .isLessThanOrEqualTo(HALF_A_CENT.times(Fraction.of(cents.size())));
            before = rating.after();
        }
    }

    private static Fraction used(BilledBefore before) {
        return before.discounts().getOrDefault("voucher", Fraction.ZERO);
    }

    /** One charge for each number of cents, and a voucher of 10.00 on all of them. */
    private static Rating rate(BilledBefore before, List<Integer> cents) {
        var contract = Contract.builder("C-1")
                .customer("1")
                .currency("USD")
                .zone("UTC")
                .term("2014-01-01", "2015-01-01")
                .conventions(Conventions.standard().withDiscountSpread(DiscountSpread.EXACT))
                .discount(Discount.amount("voucher", "10"))
                .paymentTerms(PaymentTerms.net(30));
        for (int i = 0; i < cents.size(); i++) {
            contract.charge(Charge.usage("c" + i, "m" + i, PerUnit.of("0.01")));
        }
        List<UsageEvent> used = IntStream.range(0, cents.size())
                .mapToObj(i -> UsageEvent.of("u" + i, "1", "m" + i, cents.get(i) + "", "2014-01-02T00:00:00Z"))
                .toList();
        return Rating.of(RatingRequest.of(contract.build(), used, JANUARY).after(before));
    }

    private static Amount usd(String number) {
        return Amount.of(new BigDecimal(number), Monetary.getCurrency("USD"));
    }
}
