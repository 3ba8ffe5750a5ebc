package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.CostPlus;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.Percentage;
import io.quittance.core.pricing.ProratedGraduated;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.Tiers;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.StubRule;
import io.quittance.core.usage.Meter;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a charge is for, and what may be agreed of it. */
class ChargeKindsTest {
    private static final PerUnit TEN = PerUnit.of("10");
    private static final Charge SEATS = Charge.recurring("seats", TEN);
    private static final Charge SETUP = Charge.oneOff("setup", FlatFee.of("500"));
    private static final Charge CALLS = Charge.usage("calls", "calls", TEN);
    private static final Charge WORK =
            Charge.timeAndMaterials("work", "hours", TimeAndMaterials.of("consultant", "150"));
    private static final Charge LAPTOPS = Charge.resale("laptops", "delivered", CostPlus.markup("25"));
    private static final Charge PROJECT = Charge.milestones("project", "reached", Milestones.of("design", "20000"));
    private static final Charge BUILDING = Charge.completion("building", "percent", Completion.of("120000"));

    private static final Escalation RISING = Escalation.fixed("3", "P1Y", "2027-01-01");

    static List<Charge> all() {
        return List.of(SEATS, SETUP, CALLS, WORK, LAPTOPS, PROJECT, BUILDING);
    }

    @Test
    void hasTheMeterOfItsKind() {
        assertThat(all())
                .extracting(Charge::kind)
                .containsExactly(
                        ChargeKind.RECURRING,
                        ChargeKind.ONE_OFF,
                        ChargeKind.USAGE,
                        ChargeKind.TIME_AND_MATERIALS,
                        ChargeKind.RESALE,
                        ChargeKind.MILESTONES,
                        ChargeKind.COMPLETION);
        assertThat(all())
                .extracting(Charge::meters)
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of(Meter.sum("calls")),
                        List.of(Meter.sum("hours")),
                        List.of(Meter.sum("delivered")),
                        List.of(Meter.latest("reached")),
                        List.of(Meter.latest("percent")));
        assertThat(BUILDING.unit()).isEqualTo("P1");
        assertThat(PROJECT.unit()).isEqualTo("C62");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(SEATS::meter)
                .withMessage("charge seats is not measured");
    }

    @ParameterizedTest
    @MethodSource("all")
    void canBeShippedAndIsFoundAgain(Charge charge) throws Exception {
        Charge agreed =
                charge.from("2026-01-01").until("2027-01-01").inGroup("north").ancillary("PO-1", "list price");
        assertThat(SerialStreams.copy(agreed)).isEqualTo(agreed).hasSameHashCodeAs(agreed);
        assertThat(agreed).isNotEqualTo(charge);
        assertThat(agreed.group()).contains("north");
        assertThat(charge.group()).isEmpty();
    }

    /** 25 seats, or an activation that is due on a day of its own. */
    @Test
    void isForAQuantityWhereItIsNotMeasured() {
        assertThat(SEATS.quantity("25").quantity()).isEqualByComparingTo("25");
        assertThat(SEATS.quantity("25")).isEqualTo(SEATS.quantity("25.0")).isNotEqualTo(SEATS);
        assertThat(SETUP.on("2026-02-15").date()).contains(LocalDate.parse("2026-02-15"));
        assertThat(SETUP.date()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEATS.quantity("-1"))
                .withMessage("quantity must not be negative, but was -1");
        refused(
                CALLS,
                charge -> charge.quantity("2"),
                "quantity must not be given for a charge of kind USAGE, but was 2");
    }

    @Test
    void refusesWhatItsKindDoesNotHave() {
        BillingCycle advance = BillingCycle.monthly().inAdvance();
        String inAdvance = ", but was every P1M by the calendar, in advance";
        refused(
                SEATS,
                charge -> charge.on("2026-01-01"),
                "date must not be given for a charge of kind RECURRING, but was 2026-01-01");
        refused(
                SETUP,
                charge -> charge.billed(BillingCycle.monthly()),
                "cycle must not be given for a charge of kind ONE_OFF, but was every P1M by the calendar, in arrears");
        refused(
                CALLS,
                charge -> charge.billed(advance),
                "cycle must not be given for a charge of kind USAGE" + inAdvance);
        refused(
                BUILDING,
                charge -> charge.billed(advance),
                "cycle must not be given for a charge of kind COMPLETION" + inAdvance);
        refused(
                WORK,
                charge -> charge.prorated(StubRule.CHARGE_WHOLE),
                "proration must not be given for a charge of kind TIME_AND_MATERIALS, but was CHARGE_WHOLE");
        refused(
                PROJECT,
                charge -> charge.commitment(Commitment.ofAmount("10")),
                "commitment must not be given for a charge of kind MILESTONES");
        refused(SETUP, charge -> charge.maximum("10"), "maximum must not be given for a charge of kind ONE_OFF");
        refused(BUILDING, charge -> charge.minimum("10"), "minimum must not be given for a charge of kind COMPLETION");
        refused(
                SETUP,
                charge -> charge.repriced("2027-01-01", FlatFee.of("600")),
                "laterModels must not be given for a charge of kind ONE_OFF");
        refused(
                SETUP,
                charge -> charge.phases(Phase.trial("P1M")),
                "phases must not be given for a charge of kind ONE_OFF, but was TRIAL for P1M");
        refused(
                PROJECT,
                charge -> charge.escalated(RISING),
                "escalation must not be given for a charge of kind MILESTONES, but was 3% every P1Y from 2027-01-01");
    }

    @Test
    void isBilledAndProratedAsAgreed() {
        Charge seats = SEATS.billed(BillingCycle.quarterly().inAdvance()).prorated(DayCount.THIRTY_DAY_MONTHS);
        assertThat(seats.cycle()).contains(BillingCycle.quarterly().inAdvance());
        assertThat(seats.proration()).contains(DayCount.THIRTY_DAY_MONTHS);
        assertThat(SEATS.cycle()).isEmpty();
        assertThat(SEATS.proration()).isEmpty();
        assertThat(CALLS.billed(BillingCycle.quarterly()).cycle()).contains(BillingCycle.quarterly());
    }

    /** Of March those from the 10th on, up to the 20th. */
    @Test
    void isChargedOnTheDaysThatWereAgreed() {
        ServicePeriod march = ServicePeriod.of("2026-03-01", "2026-04-01");
        Charge some = CALLS.from("2026-03-10").until("2026-03-20");
        assertThat(some.within(march)).contains(ServicePeriod.of("2026-03-10", "2026-03-20"));
        assertThat(some.within(ServicePeriod.of("2026-03-20", "2026-04-01"))).isEmpty();
        assertThat(CALLS.within(march)).contains(march);
        assertThat(CALLS.from("2026-01-01").until("2026-06-01").within(march)).contains(march);
        assertThat(some.from()).contains(LocalDate.parse("2026-03-10"));
        assertThat(some.until()).contains(LocalDate.parse("2026-03-20"));
        refused(
                CALLS.from("2026-03-10"),
                charge -> charge.until("2026-03-10"),
                "from must be before until, but was 2026-03-10 / 2026-03-10");
    }

    @Test
    void costsAnotherPriceFromADayOn() {
        Charge seats = SEATS.repriced("2027-01-01", PerUnit.of("11")).repriced("2028-01-01", PerUnit.of("12"));
        assertThat(seats.modelOn(LocalDate.parse("2026-12-31"))).isEqualTo(TEN);
        assertThat(seats.modelOn(LocalDate.parse("2027-01-01"))).isEqualTo(PerUnit.of("11"));
        assertThat(seats.modelOn(LocalDate.parse("2030-01-01"))).isEqualTo(PerUnit.of("12"));
        assertThat(seats.laterModels().keySet())
                .containsExactly(LocalDate.parse("2027-01-01"), LocalDate.parse("2028-01-01"));
        assertThat(seats.until("2029-01-01").asOn(LocalDate.parse("2027-06-01")))
                .isEqualTo(Charge.recurring("seats", PerUnit.of("11")));
        refused(
                seats,
                charge -> charge.repriced("2028-01-01", TEN),
                "day must be after the last price's 2028-01-01, but was 2028-01-01");
    }

    /** All that is agreed stays but the days, and what changes over them. */
    @Test
    void isOfOneDayWithoutWhatChangesOverDays() {
        Charge plain = SEATS.named("Seats").unit("EA").quantity("25").discount(Discount.percent("launch", "20"));
        for (Charge charge : List.of(
                plain.from("2026-01-01"),
                plain.until("2027-01-01"),
                plain.phases(Phase.trial("P1M")),
                plain.escalated(RISING),
                plain.repriced("2027-01-01", PerUnit.of("11")),
                plain)) {
            assertThat(charge.asOn(LocalDate.parse("2026-03-01"))).isEqualTo(plain);
        }
    }

    /** 1,000 later prices, one for each day, are as many as a charge has. */
    @Test
    void hasAtMostAThousandLaterPrices() {
        LocalDate day = LocalDate.parse("2026-01-01");
        Charge charge = SEATS;
        for (int i = 0; i < 1_000; i++) {
            charge = charge.repriced(day.plusDays(i), TEN);
        }
        refused(charge, more -> more.repriced("2036-01-01", TEN), "laterModels must be at most 1000, but was 1001");
    }

    /** Rates of work are not replaced by a price that would not know its roles. */
    @Test
    void refusesAModelOfAnotherKind() {
        refused(
                WORK,
                charge -> charge.repriced("2027-01-01", TEN),
                "model must be TimeAndMaterials for a charge of kind TIME_AND_MATERIALS, but was ");
        assertThat(WORK.repriced("2027-01-01", TimeAndMaterials.of("consultant", "160"))
                        .laterModels())
                .hasSize(1);
    }

    /** Without events such a price would be nothing for ever. */
    @Test
    void refusesAPriceByEventsWhereTheQuantityIsAgreed() {
        String refusal = "model must not look at single events where the quantity is agreed and not measured";
        Tiers tiers = Tiers.of(List.of(), TierPrice.of("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.recurring("c", Percentage.of("2")))
                .withMessage(refusal);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.recurring("c", TimeBuckets.daily(TEN)))
                .withMessage(refusal);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.recurring("c", ProratedGraduated.of(tiers)))
                .withMessage(refusal);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charge.oneOff("c", Milestones.of("design", "1")))
                .withMessage(refusal);
        refused(SEATS, charge -> charge.repriced("2027-01-01", Percentage.of("2")), refusal);
    }

    private static void refused(Charge charge, Function<Charge, Charge> change, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(charge))
                .withMessageStartingWith(message);
    }
}
