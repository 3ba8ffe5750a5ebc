package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UnitConversion;
import io.quittance.core.usage.UsageEvent;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    private static final Milestones PROJECT = Milestones.of("design", "20000").then("go-live", "80000");
    private static final UsageEvent DESIGNED = event("a", "design", "1", "2026-02-01");
    private static final UsageEvent LIVE = event("b", "go-live", "1", "2026-06-01");

    /** Nothing, then 20,000, then 80,000 more. */
    @Test
    void chargesEachAmountWhenItsMilestoneIsReached() {
        assertThat(price().total()).isEqualTo(Fraction.ZERO);
        assertThat(price(DESIGNED).total()).isEqualTo(Fraction.of(20_000));
        assertThat(price(DESIGNED, LIVE).total()).isEqualTo(Fraction.of(100_000));
        assertThat(price(DESIGNED, LIVE).since(price(DESIGNED)).total()).isEqualTo(Fraction.of(80_000));
    }

    @Test
    void chargesAMilestoneOnceHoweverOftenItIsReported() {
        assertThat(price(DESIGNED, event("c", "design", "1", "2026-03-01")).total())
                .isEqualTo(Fraction.of(20_000));
    }

    /** The last report by time holds, in whatever order they arrive: taken back in March, reached again in April. */
    @Test
    void givesBackWhatIsTakenBack() {
        UsageEvent back = event("c", "design", "0", "2026-03-01");
        assertThat(price(back, DESIGNED).total()).isEqualTo(Fraction.ZERO);
        assertThat(price(back, DESIGNED).since(price(DESIGNED)).total()).isEqualTo(Fraction.of(-20_000));
        assertThat(price(event("d", "design", "1", "2026-04-01"), back, DESIGNED)
                        .total())
                .isEqualTo(Fraction.of(20_000));
    }

    @Test
    void saysWhichMilestonesAreReached() {
        assertThat(price(DESIGNED).steps())
                .extracting(step -> step.part() + " | " + step.explanation().text())
                .containsExactly("milestone design | design: 20000", "milestone go-live | go-live: 0");
        assertThat(price(DESIGNED).steps().get(0).explanation().text(Locale.GERMAN))
                .isEqualTo("design: 20000");
        assertThat(PROJECT).hasToString("milestones [design, go-live]");
    }

    @Test
    void refusesEventsThatNameNoMilestoneOrSaySomethingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price(event("x", "golive", "1", "2026-02-01")))
                .withMessage("events[x].milestone must be one of [design, go-live], but was golive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price(UsageEvent.of("x", "ACME", "reached", "1", "2026-02-01T00:00:00Z")))
                .withMessageStartingWith("events[x].milestone must be one of [design, go-live]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price(event("x", "design", "0.5", "2026-02-01")))
                .withMessage("events[x].quantity must be 1 where a milestone is reached, or 0 where it is taken back,"
                        + " but was 0.5");
    }

    @Test
    void refusesMilestonesThatNobodyCouldTellApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROJECT.then("design", "1"))
                .withMessage("name must be unique, but was design");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Milestones.of("design", "-1"))
                .withMessage("amount must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Milestones.of("", "1"))
                .withMessage("name must have 1 to 200 characters, but was ");
    }

    @Test
    void hasAtMostAThousand() {
        Milestones many = Milestones.of("m0", "1");
        for (int i = 1; i < 1_000; i++) {
            many = many.then("m" + i, "1");
        }
        Milestones full = many;
        assertThat(full.amounts()).hasSize(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.then("more", "1"))
                .withMessage("milestones must be at most 1000, but was 1001");
    }

    /** A milestone is no quantity that could be converted, free or committed. */
    @Test
    void refusesWhatWouldBeIgnored() {
        Charge project = Charge.milestones("project", "reached", PROJECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> project.free("1"))
                .withMessage("freeUnits must not be given, for the price looks at single events, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> project.converted(UnitConversion.multiplyBy("2")))
                .withMessageStartingWith("conversion must not be given, for the price looks at single events");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.usage("project", Meter.latest("reached"), PROJECT)
                        .commitment(Commitment.ofQuantity("2")))
                .withMessage("commitment: kind must be AMOUNT, for the price looks at single events, but was QUANTITY");
    }

    @Test
    void isEqualByNamesInTheirOrderAndAmounts() throws Exception {
        assertThat(Milestones.of("design", "20000.00").then("go-live", "80000"))
                .isEqualTo(PROJECT)
                .hasSameHashCodeAs(PROJECT);
        assertThat(Milestones.of("go-live", "80000").then("design", "20000")).isNotEqualTo(PROJECT);
        assertThat(Milestones.of("design", "20000")).isNotEqualTo(PROJECT);
        assertThat(SerialStreams.copy(PROJECT)).isEqualTo(PROJECT);
    }

    private static ChargeBreakdown price(UsageEvent... events) {
        return PROJECT.price(RatingInput.ofEvents(List.of(events)));
    }

    private static UsageEvent event(String key, String milestone, String quantity, String day) {
        return UsageEvent.of(key, "ACME", "reached", quantity, day + "T00:00:00Z")
                .with(Milestones.DIMENSION, milestone);
    }
}
