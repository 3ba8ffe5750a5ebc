package io.quittance.kpi.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.time.BusinessHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class VendorsTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");
    private static final BusinessHours ALWAYS = BusinessHours.roundTheClock(ZoneOffset.UTC);
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static VendorDelivery due(String key, String day) {
        return VendorDelivery.due(key, "V-1", LocalDate.parse(day), START);
    }

    /** By hand: early and on the day are on time, a day later and never are not; April's is not due yet. */
    @Test
    void whatWasDueAndHasNotComeIsLate() {
        KpiResult onTime = new VendorsOnTime()
                .compute(EventFigures.of(
                        MARCH,
                        END,
                        List.of(
                                due("D-1", "2026-03-10").delivered(LocalDate.parse("2026-02-27"), START),
                                due("D-2", "2026-03-10").delivered(LocalDate.parse("2026-03-10"), START),
                                due("D-3", "2026-03-10").delivered(LocalDate.parse("2026-03-11"), START),
                                due("D-4", "2026-03-31"),
                                due("D-5", "2026-04-01"))));
        assertThat(onTime.value()).contains(Fraction.of(50));
        assertThat(onTime.basis().count()).contains(4L);
        assertThat(onTime.basis().exclusions()).isEmpty();
        assertThat(new VendorsOnTime()
                        .compute(EventFigures.of(MARCH, END, List.of(due("D-5", "2026-04-01"))))
                        .<String>match(measured -> "", undefined -> undefined.code()))
                .isEqualTo("NO_DELIVERIES");
    }

    /** By hand: 4 and 12 hours; what is open has no time yet. */
    @Test
    void issuesCountWhereTheyAreResolved() {
        var issue = VendorIssue.opened("P-1", "V-1", START);
        var figures = EventFigures.of(
                MARCH,
                END,
                List.of(
                        issue.resolved(START.plusSeconds(4 * 3600)),
                        VendorIssue.opened("P-2", "V-2", START).resolved(START.plusSeconds(12 * 3600)),
                        VendorIssue.opened("P-3", "V-2", START)));
        assertThat(VendorResolutionTime.mean(ALWAYS).compute(figures).value()).contains(Fraction.of(8));
        assertThat(VendorResolutionTime.median(ALWAYS).compute(figures).value()).contains(Fraction.of(8));
        assertThat(VendorResolutionTime.max(ALWAYS).compute(figures).value()).contains(Fraction.of(12));
        assertThat(VendorResolutionTime.mean(ALWAYS)
                        .compute(EventFigures.of(MARCH, END, List.of(issue)))
                        .<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("no vendor issue was resolved in the period");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issue.resolved(START.minusSeconds(1)))
                .withMessage("resolved must not be before 2026-03-02T09:00:00Z, but was 2026-03-02T08:59:59Z");
        assertThat(issue.asRecorded(START.plusSeconds(1)).recordedAt()).isEqualTo(START.plusSeconds(1));
    }

    /** Due on 20 March, and known on the 5th: nobody can say that it is late, nor that what has come early shows how good vendors are. */
    @Test
    void nothingIsLateBeforeItsDayIsKnownToBeOver() {
        var deliveries = List.of(
                due("D-1", "2026-03-20"),
                due("D-2", "2026-03-20").delivered(LocalDate.parse("2026-03-04"), START),
                due("D-3", "2026-03-03").delivered(LocalDate.parse("2026-03-03"), START));
        KpiResult early = new VendorsOnTime()
                .compute(EventFigures.of(MARCH, AsOf.of("2026-03-31", "2026-03-05T00:00:00Z"), deliveries));
        assertThat(early.value()).contains(Fraction.of(100));
        assertThat(early.basis().items()).containsExactly(KpiItem.counted("D-3", true));
        assertThat(early.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(new VendorsOnTime()
                        .compute(EventFigures.of(MARCH, END, deliveries))
                        .value())
                .contains(Fraction.of(200, 3));
    }

    @Test
    void refusesDaysOutsideTheCalendar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> due("D-1", "2026-03-10").delivered(LocalDate.MAX, START))
                .withMessage("delivered must lie in the years 1 to 9999, but was +999999999-12-31");
    }

    /** What is settled in April is no issue of March, even if it is asked in April. */
    @Test
    void anIssueOfAnotherPeriodTakesNoTimeOfThisOne() {
        KpiResult mean = VendorResolutionTime.mean(ALWAYS)
                .compute(EventFigures.of(
                        MARCH,
                        AsOf.endOf("2026-04-30"),
                        List.of(
                                VendorIssue.opened("P-1", "V-1", START).resolved(Instant.parse("2026-04-01T00:00:00Z")),
                                VendorIssue.opened("P-2", "V-1", START)
                                        .resolved(Instant.parse("2026-03-02T15:00:00Z")))));
        assertThat(mean.value()).contains(Fraction.of(6));
        assertThat(mean.basis().count()).contains(1L);
    }
}
