package io.quittance.core.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.pricing.SpendBasis;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Before discounts, what counts is exactly what would have been billed without them. */
class SpendBeforeDiscountsTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Conventions BEFORE = Conventions.standard().withSpendBasis(SpendBasis.BEFORE_DISCOUNTS);
    private static final Discount HALF = Discount.percent("half", "50");

    /** 200, at most 80, are 80 with 50 % off and without: of 200 over the term, 120 are lacking where 0 are used after. */
    @Test
    void aMaximumCutsWhatCountsToo() {
        var months = months(
                terms -> terms.charge(charge(0))
                        .discount(HALF)
                        .maximum(SpendMaximum.of("80"))
                        .commitment(TermCommitment.of("200"))
                        .conventions(BEFORE),
                month("200"),
                month("0"));
        assertThat(months).extracting(Rating::total).containsExactly(eur("80"), eur("120"));
    }

    /** 200, at most 80, and at least 150: 70 are lacking, for all charges as for one. */
    @Test
    void soDoesTheMaximumBelowAMinimum() {
        var all = months(
                terms -> terms.charge(charge(0))
                        .discount(HALF)
                        .maximum(SpendMaximum.of("80"))
                        .minimum(SpendMinimum.of("150"))
                        .conventions(BEFORE),
                month("200"));
        var own = months(
                terms -> terms.charge(charge(0).discount(HALF).maximum("80").minimum("150"))
                        .conventions(BEFORE),
                month("200"));
        assertThat(all).extracting(Rating::total).containsExactly(eur("150"));
        assertThat(own).extracting(Rating::total).containsExactly(eur("150"));
    }

    /** 200, at most 80 by the charge, count as 80 towards 130: 50 are lacking. */
    @Test
    void theMaximumOfAChargeCutsWhatCountsForAllCharges() {
        var months = months(
                terms -> terms.charge(charge(0).discount(HALF).maximum("80"))
                        .minimum(SpendMinimum.of("130"))
                        .conventions(BEFORE),
                month("200"));
        assertThat(months).extracting(Rating::total).containsExactly(eur("130"));
    }

    /** 100 less 50 % are lifted to the charge's own 80, and count as the 100 that they were: 30 of 130 are lacking. */
    @Test
    void whatACommitmentOfTheChargeMadeUpForIsNotCountedTwice() {
        var months = months(
                terms -> terms.charge(charge(0)
                                .discount(HALF)
                                .commitment(Commitment.ofAmount("80").withTrueUp(true)))
                        .commitment(TermCommitment.of("130"))
                        .conventions(BEFORE),
                month("100"));
        assertThat(months).extracting(Rating::total).containsExactly(eur("110"));
    }

    /** Two of 10.01 are 20.02 without the discounts, so 9.98 of 30 are lacking beside twice 5.01. */
    @Test
    void roundedPricesCount() {
        var minimum = months(
                terms -> terms.charge(charge(0).discount(HALF))
                        .charge(charge(1).discount(Discount.percent("other", "50")))
                        .minimum(SpendMinimum.of("30"))
                        .conventions(BEFORE),
                month("10.01", "10.01"));
        assertThat(minimum.get(0).charge("terms.minimum").orElseThrow().amount())
                .isEqualTo(eur("9.98"));
        assertThat(minimum.get(0).total()).isEqualTo(eur("20"));
    }

    /** Three of 10.00 less 10.00 are three lines of 6.67, and 30 without the coupon: 70 of 100 are lacking. */
    @Test
    void sharesThatAreExactDoNotCount() {
        var months = months(
                terms -> terms.charge(charge(0))
                        .charge(charge(1))
                        .charge(charge(2))
                        .discount(Discount.amount("coupon", "10"))
                        .commitment(TermCommitment.of("100"))
                        .conventions(Conventions.asLago()),
                month("10", "10", "10"),
                month("0"));
        assertThat(months.get(1).total()).isEqualTo(eur("70"));
    }

    /** In whatever order of the stages, each period counts towards the term as much as it does without any discount. */
    @Property(tries = 300)
    void countsAsMuchAsWithoutDiscounts(
            @ForAll("conventions") Conventions conventions,
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll @IntRange(min = 0, max = 20_000) int maximum,
            @ForAll @IntRange(min = 0, max = 20_000) int minimum,
            @ForAll boolean lower,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 0, max = 20_000) Integer> cents) {
        Discount discount = Discount.percent("own", BigDecimal.valueOf(percent));
        UnaryOperator<Contract.Builder> agreed = terms -> terms.commitment(
                        TermCommitment.of("150").perPeriod("40").overageFactor(lower ? "0" : "2"))
                .maximum(SpendMaximum.of(BigDecimal.valueOf(maximum, 2)))
                .minimum(SpendMinimum.of(BigDecimal.valueOf(minimum, 2)))
                .conventions(conventions);
        Charge own = charge(0)
                .maximum("120")
                .commitment(Commitment.ofAmount("20").withTrueUp(true))
                .minimum("30");
        String[][] used = cents.stream()
                .map(one -> month(BigDecimal.valueOf(one, 2).toPlainString(), "33.33"))
                .toArray(String[][]::new);
        var with = months(
                terms -> agreed.apply(
                        terms.charge(own.discount(discount)).charge(charge(1)).discount(HALF)),
                used);
        var without = months(terms -> agreed.apply(terms.charge(own).charge(charge(1))), used);
        for (int i = 0; i < with.size(); i++) {
            assertThat(with.get(i).after().commitment())
                    .isEqualTo(without.get(i).after().commitment());
        }
    }

    @Provide
    Arbitrary<Conventions> conventions() {
        var amount = List.of(RatingStage.DISCOUNTS, RatingStage.MAXIMUM, RatingStage.COMMITMENT, RatingStage.MINIMUM);
        return Arbitraries.shuffle(amount).map(order -> {
            var stages = new ArrayList<>(List.of(RatingStage.CONVERSION, RatingStage.FREE_UNITS, RatingStage.PRICE));
            stages.addAll(order);
            return BEFORE.withStages(stages);
        });
    }

    private static Charge charge(int number) {
        return Charge.usage("c" + number, "m" + number, PerUnit.of("1"));
    }

    private static String[] month(String... used) {
        return used;
    }

    /** The closing runs of all months of a term, one after the other, of what each meter counts in each. */
    private static List<Rating> months(UnaryOperator<Contract.Builder> agreed, String[]... used) {
        Contract contract = agreed.apply(Contract.builder("C-1")
                        .customer("1")
                        .currency("EUR")
                        .zone("UTC")
                        .term(new ServicePeriod(START, START.plusMonths(used.length)))
                        .paymentTerms(PaymentTerms.net(30)))
                .build();
        var months = new ArrayList<Rating>();
        BilledBefore before = BilledBefore.nothing();
        for (String[] month : used) {
            LocalDate first = START.plusMonths(months.size());
            List<UsageEvent> events = IntStream.range(0, month.length)
                    .mapToObj(i -> UsageEvent.of("u" + i, "1", "m" + i, month[i], first + "T12:00:00Z"))
                    .toList();
            var period = new ServicePeriod(first, first.plusMonths(1));
            Rating rating = Rating.of(RatingRequest.of(contract, events, period).after(before));
            months.add(rating);
            before = rating.after();
        }
        return months;
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }
}
