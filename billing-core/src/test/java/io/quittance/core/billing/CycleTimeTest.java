package io.quittance.core.billing;

import static io.quittance.core.billing.CycleStage.APPROVED;
import static io.quittance.core.billing.CycleStage.BILLING_DAY;
import static io.quittance.core.billing.CycleStage.CUT_OFF;
import static io.quittance.core.billing.CycleStage.DRAFT;
import static io.quittance.core.billing.CycleStage.ISSUED;
import static io.quittance.core.billing.CycleStage.MINIMUM;
import static io.quittance.core.billing.CycleStage.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Days by hand; 1 February 2026 is a Sunday. */
class CycleTimeTest {
    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.weekdays();
    private static final CycleTime JANUARY =
            CycleTime.of(new ContractId("C-1"), ServicePeriod.of("2026-01-01", "2026-02-01"));

    @Test
    void tellsTheLagOfEachStageWithItsCause() {
        CycleTime time = JANUARY.at(BILLING_DAY, day("2026-02-01"))
                .at(CUT_OFF, day("2026-02-03"))
                .at(DRAFT, day("2026-02-04"))
                .at(APPROVED, day("2026-02-06"))
                .at(SENT, day("2026-02-09"));
        assertThat(time.lags(WEEKDAYS))
                .extracting(StageLag::toString)
                .containsExactly(
                        "BILLING_DAY 0 days, 0 business days: cycle",
                        "CUT_OFF 2 days, 2 business days: usage",
                        "DRAFT 1 days, 1 business days: run",
                        "APPROVED 2 days, 2 business days: approval",
                        "SENT 3 days, 1 business days: delivery");
        assertThat(time.days()).isEqualTo(8);
        assertThat(time).hasToString("C-1 [2026-01-01, 2026-02-01): 8 days");
        assertThat(time.day(ISSUED)).isEmpty();
    }

    /** Served up to 15 January and billed with the month: 16 days for the cycle, none for usage complete on the 20th. */
    @Test
    void theWaitForTheBillingDayIsTheCycles() {
        var entry = new CalendarEntry(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                "P1M/2001-01-01",
                300,
                ServicePeriod.of("2026-01-01", "2026-02-01"),
                CalendarEntry.Timing.IN_ARREARS,
                List.of(new DueCharge(ChargeId.of("api"), ServicePeriod.of("2026-01-01", "2026-01-16"))),
                day("2026-02-01"),
                day("2026-02-01"));
        CycleTime time = CycleTime.of(entry).at(CUT_OFF, day("2026-01-20")).at(ISSUED, day("2026-02-02"));
        assertThat(time.lags(WEEKDAYS))
                .extracting(StageLag::toString)
                .containsExactly(
                        "BILLING_DAY 16 days, 10 business days: cycle",
                        "CUT_OFF 0 days, 0 business days: usage",
                        "ISSUED 1 days, 1 business days: issue");
        assertThat(time.days()).isEqualTo(17);
    }

    /** February, billed on its first day and sent on the 3rd: 26 days before it ends. */
    @Test
    void whatIsBilledInAdvanceTakesNegativeDays() {
        CycleTime time = CycleTime.of(new ContractId("C-1"), ServicePeriod.of("2026-02-01", "2026-03-01"))
                .at(BILLING_DAY, day("2026-02-01"))
                .at(SENT, day("2026-02-03"));
        assertThat(time.isInAdvance()).isTrue();
        assertThat(time.days()).isEqualTo(-26);
        assertThat(time.lags(WEEKDAYS))
                .extracting(StageLag::toString)
                .containsExactly(
                        "BILLING_DAY -28 days, -20 business days: cycle", "SENT 2 days, 2 business days: delivery");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CycleTimes.of(List.of(JANUARY, time), WEEKDAYS))
                .withMessage("times must be all in arrears or all in advance, but was C-1 [2026-02-01, 2026-03-01): -26"
                        + " days");
    }

    /** Below the least amount until 1 April, and a cause that the host gives; 23:30 in London is the next day in Berlin. */
    @Test
    void causesFollowOrAreGiven() {
        CycleTime time = JANUARY.at(MINIMUM, day("2026-04-01"))
                .at(DRAFT, Instant.parse("2026-04-01T22:30:00Z"), ZoneId.of("Europe/Berlin"))
                .at(APPROVED, day("2026-04-12"), "dispute");
        assertThat(time.lags(WEEKDAYS))
                .extracting(lag -> lag.cause() + " " + lag.days())
                .containsExactly("below minimum 59", "run 1", "dispute 10");
    }

    /** One waits 2 days for usage, another 3 and then 4 for approval: 9 days, 4.5 each. */
    @Test
    void addsUpByStageCauseAndContract() {
        CycleTime one = JANUARY.at(CUT_OFF, day("2026-02-03")).at(APPROVED, day("2026-02-03"));
        CycleTime other = CycleTime.of(new ContractId("C-2"), JANUARY.period())
                .at(CUT_OFF, day("2026-02-04"))
                .at(APPROVED, day("2026-02-08"));
        CycleTimes both = CycleTimes.of(List.of(one, other), WEEKDAYS);
        assertThat(both.total()).isEqualTo(new LagTotal(2, 9, 7));
        assertThat(both.total().meanDays()).isEqualTo(Fraction.of(9, 2));
        assertThat(both.total().meanBusinessDays()).isEqualTo(Fraction.of(7, 2));
        assertThat(both.stages()).containsOnlyKeys(CUT_OFF, APPROVED);
        assertThat(both.stages().get(CUT_OFF)).isEqualTo(new LagTotal(2, 5, 5));
        assertThat(both.causes().get("approval")).isEqualTo(new LagTotal(2, 4, 2));
        assertThat(both.longest()).contains(CUT_OFF);
        var contracts = CycleTimes.byContract(List.of(other, one), WEEKDAYS);
        assertThat(contracts.keySet()).containsExactly(new ContractId("C-1"), new ContractId("C-2"));
        assertThat(contracts.values())
                .extracting(CycleTimes::longest)
                .containsExactly(Optional.of(CUT_OFF), Optional.of(APPROVED));
        assertThat(CycleTimes.of(List.of(JANUARY), WEEKDAYS).longest()).isEmpty();
    }

    /** Of two stages with as many days the earlier is the longest; what may be billed when the service ends is in arrears. */
    @Test
    void theEarlierOfTwoIsTheLongest() {
        CycleTime time = JANUARY.at(BILLING_DAY, day("2026-02-01"));
        assertThat(time.isInAdvance()).isFalse();
        assertThat(JANUARY.isInAdvance()).isFalse();
        assertThat(longest(time)).contains(BILLING_DAY);
        CycleTime both = time.at(CUT_OFF, day("2026-02-03")).at(DRAFT, day("2026-02-05"));
        assertThat(longest(both)).contains(CUT_OFF);
        assertThat(longest(both.at(SENT, day("2026-02-06")))).contains(CUT_OFF);
        assertThat(longest(both.at(SENT, day("2026-02-08")))).contains(SENT);
        CycleTime advance = JANUARY.at(BILLING_DAY, day("2026-01-01")).at(SENT, day("2026-01-02"));
        assertThat(longest(advance)).as("-31 days and 1").contains(SENT);
    }

    private static Optional<CycleStage> longest(CycleTime time) {
        return CycleTimes.of(List.of(time), WEEKDAYS).longest();
    }

    @Test
    void refusesStagesOutOfOrder() {
        CycleTime drafted = JANUARY.at(DRAFT, day("2026-02-04"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drafted.at(SENT, day("2026-02-03")))
                .withMessage("SENT must not be before DRAFT, 2026-02-04, but was 2026-02-03");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drafted.at(CUT_OFF, day("2026-02-05")))
                .withMessage("DRAFT must not be before CUT_OFF, 2026-02-05, but was 2026-02-04");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JANUARY.at(DRAFT, day("2026-01-31")))
                .withMessage("DRAFT must not be before the end of the service, 2026-02-01, but was 2026-01-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drafted.at(DRAFT, day("2026-02-05")))
                .withMessage("DRAFT must be given once, but was 2026-02-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CycleTimes.of(List.of(), WEEKDAYS))
                .withMessage("times must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageLag(DRAFT, "run", -1, 0))
                .withMessage("days must not be negative but for the billing day, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageLag(DRAFT, "run", 1, 2))
                .withMessage("businessDays must be a part of the 1 days, but was 2");
    }

    /** The stages add up to the whole, in days and in business days, whatever stages are known. */
    @Property
    void stagesAddUp(
            @ForAll @IntRange(min = -40, max = 40) int billing,
            @ForAll @Size(6) List<@IntRange(max = 20) Integer> waits,
            @ForAll @Size(6) List<Boolean> known) {
        CycleTime time = JANUARY.at(BILLING_DAY, day("2026-02-01").plusDays(billing));
        LocalDate day = day("2026-02-01").plusDays(billing);
        List<CycleStage> later = List.of(CUT_OFF, MINIMUM, DRAFT, APPROVED, ISSUED, SENT);
        for (int i = 0; i < later.size(); i++) {
            if (known.get(i)) {
                day = day.plusDays(waits.get(i));
                time = time.at(later.get(i), day);
            }
        }
        List<StageLag> lags = time.lags(WEEKDAYS);
        assertThat(lags.stream().mapToLong(StageLag::days).sum()).isEqualTo(time.days());
        CycleTime whole = JANUARY.at(BILLING_DAY, day);
        assertThat(lags.stream().mapToLong(StageLag::businessDays).sum())
                .isEqualTo(whole.lags(WEEKDAYS).get(0).businessDays());
        assertThat(CycleTimes.of(List.of(time, time), WEEKDAYS).total().meanDays())
                .isEqualTo(Fraction.of(time.days()));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
