package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.UsageEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageTest {
    private static final Percentage CARD = Percentage.of("1.3").withFixedFee("2");

    /** 800 × 1.3% = 10.4, and 4 fees of 2 (getlago/lago-api, percentage_service_spec). */
    @Test
    void chargesARateOfAllAmountsAndAFeeForEachEvent() {
        assertThat(price(CARD, "50", "100", "250", "400")).isEqualTo(decimal("18.4"));
    }

    /** The first 250 are free: 550 × 1.3% = 7.15. The third event ends above and pays its fee, as the fourth does. */
    @Test
    void endsAFreeAmountWithinAnEventThatThenPaysItsFee() {
        assertThat(price(CARD.withFreeAmount("250"), "50", "100", "250", "400")).isEqualTo(decimal("11.15"));
    }

    /** 50 + 100 reach the free amount exactly, so the second event is no longer below it and pays its fee. */
    @Test
    void chargesTheFeeOfAnEventThatEndsWithTheFreeAmount() {
        assertThat(price(CARD.withFreeAmount("150"), "50", "100")).isEqualTo(decimal("2"));
        assertThat(price(CARD.withFreeAmount("150.01"), "50", "100")).isEqualTo(decimal("0"));
    }

    /** Two free events of 150: 650 × 1.3% = 8.45, and two fees. */
    @Test
    void freesTheFirstEvents() {
        assertThat(price(CARD.withFreeEvents(2), "50", "100", "250", "400")).isEqualTo(decimal("12.45"));
    }

    @ParameterizedTest(name = "{0} events and {1} free cost {2}")
    @CsvSource({
        // whichever comes first: the events, 750 × 1.3% + 3 × 2
        "1, 1000, 15.75",
        // the amount, 700 × 1.3% + 3 × 2 (the second event ends above 100)
        "3, 100, 15.1"
    })
    void endsTheAllowanceWithWhicheverComesFirst(int events, BigDecimal amount, BigDecimal expected) {
        Percentage both = CARD.withFreeEvents(events).withFreeAmount(amount);
        assertThat(price(both, "50", "100", "250", "400")).isEqualTo(Fraction.of(expected));
    }

    /** getlago/lago-api, percentage_service_spec: 0.299 is lifted to 1.75, 2.392 stays, 299 is cut to 12. */
    @Test
    void keepsEachEventBetweenFloorAndCap() {
        Percentage bounded = Percentage.of("2.99").withFloor("1.75").withCap("12");
        assertThat(price(bounded, "10", "80", "10000")).isEqualTo(decimal("16.142"));
        assertThat(bounded.price(payments("10", "80", "10000")).steps())
                .extracting(step -> step.explanation().text())
                .containsExactly(
                        "e-0: min(max(2.99% × 10, 1.75), 12) = 1.75",
                        "e-1: min(max(2.99% × 80, 1.75), 12) = 2.392", "e-2: min(max(2.99% × 10000, 1.75), 12) = 12");
        assertThat(bounded.price(payments("10")).steps().get(0).part()).isEqualTo("event/e-0");
    }

    /** 0.299 is lifted to 1.75 and 2.392 stays; alone, the cap of 12 lets 2.392 be and cuts 299. */
    @Test
    void aFloorAloneLiftsAndACapAloneCuts() {
        assertThat(price(Percentage.of("2.99").withFloor("1.75"), "10", "80")).isEqualTo(decimal("4.142"));
        assertThat(price(Percentage.of("2.99").withCap("12"), "80", "10000")).isEqualTo(decimal("14.392"));
    }

    /** 0.65 + 2 are lifted to 3; 1.3 + 2 stay. */
    @Test
    void theFeeOfAnEventCountsTowardsItsFloor() {
        assertThat(price(CARD.withFloor("3"), "50", "100")).isEqualTo(decimal("6.3"));
    }

    /** Two free events are not lifted to the floor; of the third 90 of 10000 lie above the free amount of 10000. */
    @Test
    void doesNotLiftFreeEventsToTheFloor() {
        Percentage bounded = Percentage.of("2.99").withFloor("1.75").withCap("12");
        assertThat(price(bounded.withFreeEvents(2), "10", "80", "10000")).isEqualTo(decimal("12"));
        Percentage both = bounded.withFreeEvents(3).withFreeAmount("10000");
        assertThat(both.price(payments("10", "80", "10000")).steps())
                .extracting(step -> step.explanation().text())
                .containsExactly(
                        "e-0: 10 is free",
                        "e-1: 80 is free",
                        "e-2: min(max(2.99% × (10000 - 9910), 1.75), 12) = 2.691");
    }

    @Test
    void explainsRateAndFees() {
        assertThat(CARD.withFreeAmount("250")
                        .price(payments("50", "100", "250", "400"))
                        .steps())
                .extracting(step -> step.part() + ": " + step.explanation().text())
                .containsExactly("rate: 1.3% × (800 - min(800, 250)) = 7.15", "fees: fixed fees: 2 × 2 = 4");
        assertThat(Percentage.of("1.3").price(payments("300", "500"))).hasToString("[1.3% × 800 = 10.4]");
    }

    /** A late first payment of 200 uses up the free amount: the fee of the second is due after all. */
    @Test
    void correctsThePastWhereAnEventArrivesLate() {
        Percentage model = CARD.withFreeAmount("250");
        RatingInput whole = payments("200", "100", "300");
        List<UsageEvent> inTime = whole.events().subList(1, 3);
        ChargeBreakdown before = model.price(RatingInput.ofEvents(inTime));
        assertThat(before.total()).isEqualTo(decimal("3.95")); // 150 × 1.3% + one fee
        assertThat(model.price(whole).since(before).total()).isEqualTo(decimal("4.6")); // 200 × 1.3% + one fee
    }

    @Test
    void takesAQuantityWithoutEventsForTheSumOfAmounts() {
        RatingInput volume = RatingInput.ofQuantity(new BigDecimal("1000"));
        assertThat(Percentage.of("2.5").withFreeAmount("200").price(volume).total())
                .isEqualTo(decimal("20"));
        for (Percentage byEvent : List.of(
                CARD,
                Percentage.of("1").withFreeEvents(1),
                Percentage.of("1").withFloor("1"),
                Percentage.of("1").withCap("1"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> byEvent.price(volume))
                    .withMessage("events must be given, for the price has terms for single events");
        }
    }

    /** Free units are taken off a quantity and not off a payment; whoever agrees on them here would get none. */
    @Test
    void refusesAQuantityThatIsNotTheSumOfTheEvents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.price(payments("10", "20").withQuantity(Fraction.of(25))))
                .withMessage("quantity must be the sum of the events, 30, for a price that looks at single events, but"
                        + " was 25");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price(CARD, "10", "-3"))
                .withMessage("events[e-1].quantity must not be negative, but was -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentage.of("-1"))
                .withMessage("ratePercent must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.withFreeEvents(-1))
                .withMessage("freeEvents must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.withFloor("1.75").withCap("1"))
                .withMessage("cap must not be less than the floor 1.75, but was 1");
    }

    /** 1.30 % of 10 is 0.13; a floor that is the cap is the price. */
    @Test
    void boundsMayMeetAndNoEventNeedBeFree() {
        assertThat(price(Percentage.of("1.30").withFreeEvents(0), "10")).isEqualTo(decimal("0.13"));
        assertThat(price(Percentage.of("1.30").withFloor("1").withCap("1"), "10"))
                .isEqualTo(decimal("1"));
    }

    @Test
    void isEqualToTheSameTermsWrittenOtherwise() {
        Percentage one =
                CARD.withFreeEvents(3).withFreeAmount("10.0").withFloor("1.0").withCap("12.0");
        Percentage other = Percentage.of("1.30")
                .withFixedFee("2.0")
                .withFreeEvents(3)
                .withFreeAmount("10")
                .withFloor("1")
                .withCap("12");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(CARD);
        assertThat(other)
                .hasToString("1.30% + 2.0 per event, first 3 events free, first 10 free, at least 1 per event, at most"
                        + " 12 per event");
    }

    private static Fraction price(Percentage model, String... amounts) {
        return model.price(payments(amounts)).total();
    }

    /** One payment a day, in this order. */
    private static RatingInput payments(String... amounts) {
        var events = new ArrayList<UsageEvent>();
        for (String amount : amounts) {
            events.add(UsageEvent.of(
                    "e-" + events.size(),
                    "ACME",
                    "payments",
                    amount,
                    "2026-01-0" + (events.size() + 1) + "T10:00:00Z"));
        }
        return RatingInput.ofEvents(events);
    }

    private static Fraction decimal(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
