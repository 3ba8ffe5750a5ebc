package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.Samples;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RoundingMoment;
import io.quittance.core.usage.UsageEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that users give, as long and as awkward as they may be, are parts of a price that are all told apart. */
class LongIdsTest {
    private static final List<UsageEvent> HUNDRED = List.of(Samples.usage("e", "calls", "100"));

    /** 100.00 less 10 and less 20 by two discounts that differ in the last character, on the charge and on all charges. */
    @ParameterizedTest
    @ValueSource(ints = {10, 184, 185, 186, 200})
    void discountsWithLongIdsAreRatedAndUsedUp(int length) {
        String id = "v".repeat(length - 1);
        Discount ten = Discount.amount(id + "1", "10");
        Discount twenty = Discount.amount(id + "2", "20");
        Charge charge = Charge.usage("calls", "calls", PerUnit.of("1"));
        Contract onCharge = contract(Conventions.standard())
                .charge(charge.discount(ten).discount(twenty))
                .build();
        Contract onTerms = contract(Conventions.standard())
                .charge(charge)
                .discount(ten)
                .discount(twenty)
                .build();
        for (Contract contract : List.of(onCharge, onTerms)) {
            Rating rating = Rating.of(contract, HUNDRED, JANUARY);
            assertThat(rating.total().toFraction()).isEqualTo(Fraction.of(70));
            assertThat(rating.after().discounts())
                    .containsEntry(ten.id(), Fraction.of(10))
                    .containsEntry(twenty.id(), Fraction.of(20));
            Rating next = Rating.of(RatingRequest.of(contract, HUNDRED, JANUARY).after(rating.after()));
            assertThat(next.total().toFraction()).isEqualTo(Fraction.of(100));
        }
    }

    /**
     * Two steps of 0.005, each rounded to 0.01, less 1/3 of a cent twice by exact shares: the line is rounded three times.
     * Whatever the parts are named, no rounding is taken for another.
     */
    @ParameterizedTest
    @EnumSource(DiscountSpread.class)
    void noRoundingIsTakenForAnother(DiscountSpread spread) {
        Conventions each =
                Conventions.standard().withRoundingMoment(RoundingMoment.STEP).withDiscountSpread(spread);
        Charge charge = Charge.usage(
                "calls", "calls", input -> ChargeBreakdown.of(step("1"), step("2"), step("-1"), step("rounding")));
        Contract contract = contract(each)
                .charge(charge.discount(Discount.percent("third", "33")))
                .discount(Discount.percent("a", "33"))
                .discount(Discount.percent("b", "33"))
                .build();
        RatedCharge rated = Rating.of(contract, HUNDRED, JANUARY).charges().get(0);
        assertThat(rated.breakdown().steps()).extracting(Step::part).doesNotHaveDuplicates();
        assertThat(rated.replayed()).isEqualTo(rated.amount().toFraction());
    }

    /** The parts of the report: 10.005 is 10.01, less 10 % in two shares, on a part named like the count of a rounding. */
    @Test
    void aPartNamedLikeACountOfRoundingsIsRated() {
        Conventions each =
                Conventions.standard().withRoundingMoment(RoundingMoment.STEP).withDiscountSpread(DiscountSpread.EXACT);
        Contract contract = contract(each)
                .charge(Charge.usage(
                                "calls",
                                "calls",
                                input -> ChargeBreakdown.of(
                                        Step.of("1", Fraction.ZERO, Expression.of("10.005"), "acme.fee", "{0} = {1}")))
                        .discount(Discount.percent("a", "33")))
                .discount(Discount.percent("b", "33"))
                .build();
        RatedCharge rated = Rating.of(contract, HUNDRED, JANUARY).charges().get(0);
        // 10.005 is 10.01; less 33 % 6.7067, rounded 6.71; less 33 % 4.4957, rounded 4.50
        assertThat(rated.amount().toFraction()).isEqualTo(Fraction.of(450, 100));
        assertThat(rated.breakdown().steps())
                .extracting(Step::part)
                .contains("charge.rounding 1", "charge.rounding", "charge.rounding-1");
    }

    private static Step step(String part) {
        return Step.of(part, Fraction.ZERO, Expression.of("1.005"), "acme.fee", "{0} = {1}");
    }

    private static Contract.Builder contract(Conventions conventions) {
        Contract whole = Samples.telephone().build();
        return Contract.builder("C-1")
                .customer("1")
                .currency("USD")
                .zone("America/New_York")
                .term("2014-01-01", "2015-01-01")
                .conventions(conventions)
                .paymentTerms(whole.terms().paymentTerms());
    }
}
