package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.bulk.LinePrice;
import io.quittance.core.bulk.RatedLines;
import io.quittance.core.bulk.RefusedLine;
import io.quittance.core.bulk.Tariff;
import io.quittance.core.bulk.UsageSums;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.ModelPrice;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one door refuses of a host's model, the other refuses too, by the same rule. */
class BothDoorsTest {
    private static final Instant START = Instant.parse("2014-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2014-02-01T00:00:00Z");

    static Stream<Arguments> wrongModels() {
        return Stream.of(
                Arguments.of("model.failed", (ChargeModel) input -> {
                    throw new IllegalStateException("no price today");
                }),
                Arguments.of("model.no-answer", (ChargeModel) input -> none()),
                Arguments.of("model.inconsistent", (ChargeModel) input -> ChargeBreakdown.of(
                        Step.after(Fraction.ONE, "a", Fraction.ZERO, Expression.total(), "acme.drift", "{0} = {1}"))),
                Arguments.of("model.part", (ChargeModel) input -> ChargeBreakdown.of(
                        Step.of("charge.billed", Fraction.ZERO, Expression.of(-40), "acme.forged", "{0} = {1}"))),
                Arguments.of("number.negative", (ChargeModel)
                        input -> PerUnit.of("1").price(input.withQuantity(Fraction.of(-1)))));
    }

    @ParameterizedTest
    @MethodSource("wrongModels")
    void refuseAWrongModelByTheSameRule(String code, ChargeModel model) {
        InvalidArgumentException byObject =
                catchThrowableOfType(InvalidArgumentException.class, () -> rateAsObject(model));
        assertThat(byObject.code()).isEqualTo(code);
        for (Conventions conventions : List.of(Conventions.standard(), Conventions.asOpenMeter())) {
            RatedLines lines = rateInBulk(ModelPrice.of(model, conventions, 0));
            assertThat(lines.refused()).singleElement().satisfies(line -> {
                assertThat(line.code()).isEqualTo(code);
                assertThat(byObject).hasMessage("charges[calls]: " + line.reason());
                assertThat(line).hasToString("customer 7, meter 1: " + line.reason());
            });
            assertThat(lines.amount(0, 0)).isEqualTo("2.00");
        }
    }

    /** A price that is no charge model is refused by line too. */
    @Test
    void aPriceThatFailsOrDoesNotAnswerIsRefusedByLine() {
        assertThat(rateInBulk((quantity, scale, mode) -> nothing()).refused())
                .containsExactly(new RefusedLine(7, 1, "price.no-answer", "price must price 3, but was no answer"));
        assertThat(rateInBulk((quantity, scale, mode) -> {
                            throw new IllegalStateException("no price today");
                        })
                        .refused())
                .containsExactly(new RefusedLine(7, 1, "price.failed", "no price today"));
    }

    @SuppressWarnings("NullAway") // hosts without NullAway exist
    private static ChargeBreakdown none() {
        return null;
    }

    @SuppressWarnings("NullAway") // as above
    private static BigDecimal nothing() {
        return null;
    }

    /** 3 calls of one customer. */
    private static void rateAsObject(ChargeModel model) {
        Contract contract = Contract.builder("C-1")
                .customer("7")
                .currency("USD")
                .zone("UTC")
                .term("2014-01-01", "2015-01-01")
                .paymentTerms(PaymentTerms.net(30))
                .charge(Charge.usage("calls", "calls", model))
                .build();
        Rating.of(contract, List.of(UsageEvent.of("u", "7", "calls", "3", "2014-01-02T00:00:00Z")), JANUARY);
    }

    /** 2 units of a meter that is priced well, 3 of the other. */
    private static RatedLines rateInBulk(LinePrice price) {
        UsageSums sums = UsageSums.ofIds(2, 0, START, END);
        sums.add(7, 0, new BigDecimal("2"), START);
        sums.add(7, 1, new BigDecimal("3"), START);
        LinePrice one = ModelPrice.of(PerUnit.of("1"), Conventions.standard(), 0);
        return sums.price(Tariff.of(2, RoundingMode.HALF_UP, List.of(one, price)));
    }
}
