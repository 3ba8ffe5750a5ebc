package io.quittance.core.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountSpread;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A commitment over a term of months from January 2026, beside other things that are agreed, in any order of the stages. */
class CommittedTermTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("1"));
    private static final Conventions BEFORE_DISCOUNTS =
            Conventions.standard().withSpendBasis(SpendBasis.BEFORE_DISCOUNTS);

    /** 40 are lifted to 100 by the terms' minimum: with 100 in February, the 200 of the term are reached. */
    @Test
    void whatALaterMinimumBilledCountsTowardsTheTerm() {
        var months =
                months(terms -> terms.commitment(TermCommitment.of("200")).minimum(SpendMinimum.of("100")), 40, 100);
        assertThat(months).extracting(Rating::total).containsExactly(usd("100"), usd("100"));
        assertThat(billed(months.get(0))).isEqualTo(Fraction.of(100));
    }

    /** 60 in each of two months, capped to 50: 50 are billed, so 70 of 120 are lacking in February, and capped to 50. */
    @Test
    void whatALaterMaximumTookOffWasNotBilled() {
        var months = months(
                terms -> terms.commitment(TermCommitment.of("120").perPeriod("60"))
                        .maximum(SpendMaximum.of("50"))
                        .conventions(ordered(RatingStage.COMMITMENT, RatingStage.MAXIMUM)),
                0,
                0);
        assertThat(billed(months.get(0))).isEqualTo(Fraction.of(50));
        assertThat(step("true-up", months.get(1))).isEqualTo(Fraction.of(70));
        assertThat(months).extracting(Rating::total).containsExactly(usd("50"), usd("50"));
    }

    /** 100 less 50 % are 50: with 20 used in February, 130 of 200 are lacking, and 50 % of the 150 are 75. */
    @Test
    void whatALaterDiscountTookOffWasNotBilled() {
        UnaryOperator<Contract.Builder> agreed = terms -> terms.commitment(TermCommitment.of("200"))
                .discount(Discount.percent("half", "50"))
                .conventions(ordered(RatingStage.COMMITMENT, RatingStage.DISCOUNTS));
        var months = months(agreed, 100, 20);
        assertThat(billed(months.get(0))).isEqualTo(Fraction.of(50));
        assertThat(months).extracting(Rating::total).containsExactly(usd("50"), usd("75"));
    }

    /** 100 less 50 % are 50, and count as 100 before discounts: of 200, 80 are lacking beside the 20 of February. */
    @ParameterizedTest
    @EnumSource(
            value = RatingStage.class,
            names = {"PRICE", "COMMITMENT"})
    void spendBeforeDiscountsCountsAsMuchWhereverTheDiscountStands(RatingStage before) {
        Conventions order = before == RatingStage.PRICE
                ? Conventions.standard()
                : ordered(RatingStage.COMMITMENT, RatingStage.DISCOUNTS);
        var months = months(
                terms -> terms.commitment(TermCommitment.of("200"))
                        .discount(Discount.percent("half", "50").on("calls"))
                        .conventions(order.withSpendBasis(SpendBasis.BEFORE_DISCOUNTS)),
                100,
                20);
        assertThat(billed(months.get(0))).isEqualTo(Fraction.of(100));
        assertThat(months).extracting(Rating::total).containsExactly(usd("50"), usd("90"));
    }

    /** 100 less 50 % are 50: lifted to 80 after discounts, and not before them; a charge's own commitment lifts by either. */
    @ParameterizedTest(name = "{0}: term {1}, period {1}, minimum {1}, charge {2}, charge before discounts {3}")
    @CsvSource({"AFTER_DISCOUNTS, 80, 80, 50", "BEFORE_DISCOUNTS, 50, 80, 50"})
    void theBasisIsThatOfMinimumsAndTheTerm(SpendBasis basis, String all, String own, String early) {
        Conventions agreed = Conventions.standard().withSpendBasis(basis);
        Discount half = Discount.percent("half", "50");
        assertThat(months(
                        terms -> terms.commitment(TermCommitment.of("80"))
                                .discount(half)
                                .conventions(agreed),
                        100))
                .extracting(Rating::total)
                .containsExactly(usd(all));
        assertThat(months(
                        terms -> terms.commitment(TermCommitment.of("0").perPeriod("80"))
                                .discount(half)
                                .conventions(agreed),
                        100))
                .extracting(Rating::total)
                .containsExactly(usd(all));
        assertThat(months(
                        terms -> terms.minimum(SpendMinimum.of("80"))
                                .discount(half)
                                .conventions(agreed),
                        100))
                .extracting(Rating::total)
                .containsExactly(usd(all));
        Charge charge = Charge.usage("own", "calls", PerUnit.of("1"))
                .discount(half)
                .commitment(Commitment.ofAmount("80").withTrueUp(true));
        Conventions committedFirst =
                ordered(RatingStage.COMMITMENT, RatingStage.DISCOUNTS).withSpendBasis(basis);
        assertThat(ownPrice(charge, agreed)).isEqualTo(usd(own));
        assertThat(ownPrice(charge, committedFirst)).isEqualTo(usd(early));
    }

    private static Amount ownPrice(Charge charge, Conventions conventions) {
        return months(terms -> terms.charge(charge).conventions(conventions), 100)
                .get(0)
                .charge("own")
                .orElseThrow()
                .amount();
    }

    /** 200 of which 100 are beyond the term and cost half are 150: 50 above the minimum of 100 are drawn down, 50 are left. */
    @Test
    void noDrawdownBringsAPeriodBelowItsMinimum() {
        TermCommitment agreed =
                TermCommitment.of("100").perPeriod("100").overageFactor("0.5").carryingOver();
        var months = months(terms -> terms.commitment(agreed), 0, 200, 200);
        assertThat(months).extracting(Rating::total).containsExactly(usd("100"), usd("100"), usd("100"));
        assertThat(months.get(1).after().commitment().carried()).isEqualTo(Fraction.of(50));
    }

    /** 100 beyond the term at half their price are 50, which are lifted to the 80 of the period. */
    @Test
    void whatCostsLessBeyondTheTermIsLiftedToTheMinimumToo() {
        TermCommitment agreed = TermCommitment.of("0").perPeriod("80").overageFactor("0.5");
        assertThat(months(terms -> terms.commitment(agreed), 100))
                .extracting(Rating::total)
                .containsExactly(usd("80"));
    }

    /** 130 with a drawdown of 40 would be 90: with 100 at least by the terms' minimum, 30 are drawn down and 10 are left. */
    @Test
    void norBelowThatOfTheTerms() {
        TermCommitment agreed = TermCommitment.of("0").perPeriod("60").carryingOver();
        Contract contract = contract(terms -> terms.commitment(agreed).minimum(SpendMinimum.of("100")), 3);
        var carried = new TermCommitment.Progress(Fraction.of(20), Fraction.of(60), Fraction.of(40));
        Rating rating = rate(contract, 1, 130, BilledBefore.nothing().commitment(carried));
        assertThat(rating.total()).isEqualTo(usd("100"));
        assertThat(rating.after().commitment().carried()).isEqualTo(Fraction.of(10));
    }

    /** 120 less 90 % are 12, which is not above the minimum of 60: nothing is drawn down of the 60 that January paid. */
    @Test
    void noDrawdownExceedsWhatIsDueWhereSpendCountsBeforeDiscounts() {
        TermCommitment agreed = TermCommitment.of("600").perPeriod("60").carryingOver();
        var months = months(
                terms -> terms.commitment(agreed)
                        .discount(Discount.percent("most", "90"))
                        .conventions(BEFORE_DISCOUNTS),
                0,
                120,
                0);
        assertThat(months).extracting(Rating::total).startsWith(usd("60"), usd("12"));
        assertThat(months.get(1).after().commitment().carried()).isEqualTo(Fraction.of(60));
    }

    /** A true-up of 60 less 90 % was paid with 6; 120 less 90 % are 12, and with 5 at least, 6 of them are drawn down. */
    @Test
    void noDrawdownExceedsWhatWasPaidForTheTrueUp() {
        TermCommitment agreed = TermCommitment.of("600").perPeriod("60").carryingOver();
        UnaryOperator<Contract.Builder> terms = builder -> builder.commitment(agreed)
                .discount(Discount.percent("most", "90"))
                .conventions(ordered(RatingStage.COMMITMENT, RatingStage.DISCOUNTS));
        var months = months(terms, 0, 120, 1000, 0);
        assertThat(months).extracting(Rating::total).startsWith(usd("6"), usd("12"), usd("94"));
        assertThat(months.get(1).after().commitment().carried()).isEqualTo(Fraction.of(6));
        assertThat(step("drawdown", months.get(2))).isEqualTo(Fraction.of(-6));
    }

    /** 100 beyond the term cost nothing, so 100 are taken off; a discount of 90 % leaves 10 of them: nothing is due, not -90. */
    @Test
    void aLowerPriceBeyondTheTermGivesNothingBack() {
        var months = months(
                terms -> terms.commitment(TermCommitment.of("0").overageFactor("0"))
                        .discount(Discount.percent("most", "90"))
                        .conventions(ordered(RatingStage.COMMITMENT, RatingStage.DISCOUNTS)),
                100);
        assertThat(months).extracting(Rating::total).containsExactly(usd("0"));
        assertThat(step("overage-limit", months.get(0))).isEqualTo(Fraction.of(90));
    }

    /** Whatever is agreed and used, in whatever order: nothing is paid back, and nothing is drawn down that was not paid. */
    @Property
    void moneyIsKept(
            @ForAll("terms") UnaryOperator<Contract.Builder> agreed,
            @ForAll("conventions") Conventions conventions,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 20_000) Integer> cents) {
        var months = months(
                terms -> agreed.apply(terms).conventions(conventions),
                cents.stream().map(one -> BigDecimal.valueOf(one, 2)).toList());
        Fraction total = Fraction.ZERO;
        Fraction drawn = Fraction.ZERO;
        Fraction paid = Fraction.ZERO;
        for (Rating month : months) {
            TermCommitment.Progress after = month.after().commitment();
            assertThat(month.total().signum()).isNotNegative();
            total = total.plus(month.total().toFraction());
            if (conventions.spendBasis() == SpendBasis.AFTER_DISCOUNTS) {
                assertThat(after.billed()).isEqualTo(total);
            }
            Fraction now = step("drawdown", month).negated();
            paid = paid.plus(step("true-up", month)
                    .min(month.charge("terms.commitment")
                            .orElseThrow()
                            .amount()
                            .toFraction()
                            .plus(now)
                            .minus(step("overage", month).min(Fraction.ZERO)))
                    .max(Fraction.ZERO));
            drawn = drawn.plus(now);
            assertThat(drawn).isLessThanOrEqualTo(paid);
            var terms = month.contract().terms();
            if (now.signum() != 0) {
                assertThat(month.total().toFraction())
                        .isGreaterThanOrEqualTo(Fraction.of(
                                terms.commitment().orElseThrow().periodMinimum().orElseThrow()));
                terms.minimum()
                        .ifPresent(minimum -> assertThat(month.total().toFraction())
                                .isGreaterThanOrEqualTo(Fraction.of(minimum.amount())));
            }
            if (conventions.stages().indexOf(RatingStage.MAXIMUM) == RatingStage.values().length - 1) {
                terms.maximum()
                        .ifPresent(maximum -> assertThat(month.total().toFraction())
                                .isLessThanOrEqualTo(Fraction.of(maximum.amount())));
            }
            month.charges()
                    .forEach(charge -> assertThat(charge.replayed())
                            .isEqualTo(charge.amount().toFraction()));
        }
        if (conventions.equals(Conventions.standard())) {
            assertThat(total)
                    .isGreaterThanOrEqualTo(Fraction.of(months.get(0)
                            .contract()
                            .terms()
                            .commitment()
                            .orElseThrow()
                            .termMinimum()));
        }
    }

    @Provide
    Arbitrary<UnaryOperator<Contract.Builder>> terms() {
        Arbitrary<TermCommitment> commitments = Combinators.combine(
                        amounts(500), amounts(120), Arbitraries.of("0", "0.5", "1", "2"), Arbitraries.of(true, false))
                .as((term, period, factor, carries) -> {
                    TermCommitment agreed =
                            TermCommitment.of(term).perPeriod(period).overageFactor(factor);
                    return carries ? agreed.carryingOver() : agreed;
                });
        Arbitrary<Discount> discounts = Arbitraries.of(
                Discount.percent("d", "0"),
                Discount.percent("d", "90"),
                Discount.percent("d", "33.3").on("calls"),
                Discount.amount("d", "150"),
                Discount.amount("d", "60.01").on("calls"));
        return Combinators.combine(
                        commitments,
                        discounts,
                        amounts(150).optional(),
                        amounts(150).optional())
                .as((commitment, discount, maximum, minimum) -> terms -> {
                    terms.commitment(commitment).discount(discount);
                    maximum.map(SpendMaximum::of).ifPresent(terms::maximum);
                    minimum.map(SpendMinimum::of).ifPresent(terms::minimum);
                    return terms;
                });
    }

    @Provide
    Arbitrary<Conventions> conventions() {
        List<RatingStage> amount =
                List.of(RatingStage.DISCOUNTS, RatingStage.MAXIMUM, RatingStage.COMMITMENT, RatingStage.MINIMUM);
        return Combinators.combine(
                        Arbitraries.shuffle(amount),
                        Arbitraries.of(SpendBasis.class),
                        Arbitraries.of(DiscountSpread.class))
                .as((order, basis, spread) -> ordered(order.toArray(RatingStage[]::new))
                        .withSpendBasis(basis)
                        .withDiscountSpread(spread));
    }

    private static Arbitrary<BigDecimal> amounts(int most) {
        return Arbitraries.integers().between(0, most * 100).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    /** These first after the price, then the others as usual. */
    private static Conventions ordered(RatingStage... first) {
        var order = new ArrayList<>(Conventions.standard().stages());
        order.removeAll(Arrays.asList(first));
        order.addAll(order.indexOf(RatingStage.PRICE) + 1, Arrays.asList(first));
        return Conventions.standard().withStages(order);
    }

    private static List<Rating> months(UnaryOperator<Contract.Builder> agreed, int... used) {
        return months(agreed, Arrays.stream(used).mapToObj(BigDecimal::valueOf).toList());
    }

    /** The closing runs of all months of a term, one after the other. */
    private static List<Rating> months(UnaryOperator<Contract.Builder> agreed, List<BigDecimal> used) {
        Contract contract = contract(agreed, used.size());
        var months = new ArrayList<Rating>();
        BilledBefore before = BilledBefore.nothing();
        for (BigDecimal quantity : used) {
            Rating rating = rate(contract, months.size(), quantity, before);
            months.add(rating);
            before = rating.after();
        }
        return months;
    }

    private static Rating rate(Contract contract, int month, long quantity, BilledBefore before) {
        return rate(contract, month, BigDecimal.valueOf(quantity), before);
    }

    private static Rating rate(Contract contract, int month, BigDecimal quantity, BilledBefore before) {
        var period = new ServicePeriod(START.plusMonths(month), START.plusMonths(month + 1L));
        UsageEvent used =
                UsageEvent.of("u" + month, "1", "calls", quantity.toPlainString(), period.start() + "T12:00:00Z");
        return Rating.of(RatingRequest.of(contract, List.of(used), period).after(before));
    }

    private static Contract contract(UnaryOperator<Contract.Builder> agreed, int months) {
        return agreed.apply(Contract.builder("C-1")
                        .customer("1")
                        .currency("USD")
                        .zone("UTC")
                        .term(new ServicePeriod(START, START.plusMonths(months)))
                        .charge(CALLS)
                        .paymentTerms(PaymentTerms.net(30)))
                .build();
    }

    private static Fraction billed(Rating rating) {
        return rating.after().commitment().billed();
    }

    private static Fraction step(String part, Rating rating) {
        return rating.charge("terms.commitment").stream()
                .flatMap(charge -> charge.breakdown().steps().stream())
                .filter(step -> step.part().equals(part))
                .map(Step::amount)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }
}
