package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due on 1 October 2023, with 3 days of grace (apache/fineract, LoanDelinquency.feature). */
class DelinquencyTest {
    private static final LocalDate DUE = LocalDate.parse("2023-10-01");
    private static final ServicePeriod OCTOBER = ServicePeriod.of("2023-10-06", "2023-10-30");

    private static Delinquency on(String day, ServicePeriod... pauses) {
        return new Delinquency(DUE, LocalDate.parse(day), 3, List.of(pauses));
    }

    @ParameterizedTest(name = "on {0}: {1} days past due, {2} delinquent")
    @CsvSource({
        "2023-09-24, -7, 0",
        "2023-10-01, 0, 0",
        "2023-10-04, 3, 0",
        "2023-10-05, 4, 1",
        "2023-10-06, 5, 2",
        "2023-10-07, 6, 2",
        "2023-10-30, 29, 2",
        "2023-10-31, 30, 3"
    })
    void countsNoStepThatBeginsInAPause(String day, long pastDue, long delinquent) {
        assertThat(on(day, OCTOBER).pastDueDays()).isEqualTo(pastDue);
        assertThat(on(day, OCTOBER).delinquentDays()).isEqualTo(delinquent);
    }

    /** 60 days late, less 3 of grace, 10 and 16 of pauses: 31 (Fineract). Given twice, and with days before the due date, they are no more. */
    @Test
    void countsEachPausedDayOnce() {
        ServicePeriod one = ServicePeriod.of("2023-10-15", "2023-10-25");
        ServicePeriod other = ServicePeriod.of("2023-11-14", "2023-11-30");
        assertThat(on("2023-11-30", one, other).delinquentDays()).isEqualTo(31);
        ServicePeriod within = ServicePeriod.of("2023-10-20", "2023-10-22");
        ServicePeriod before = ServicePeriod.of("2023-08-01", "2023-10-01");
        ServicePeriod later = ServicePeriod.of("2023-11-30", "2023-12-30");
        assertThat(on("2023-11-30", other, within, before, one, later)).satisfies(all -> {
            assertThat(all.delinquentDays()).isEqualTo(31);
            assertThat(all.pausedDays()).isEqualTo(26);
            assertThat(all.countedDays()).isEqualTo(34);
        });
    }

    @Property
    void aPauseNeverAddsADayAndADayNeverMoreThanOne(
            @ForAll @Size(max = 5) List<@IntRange(max = 60) Integer> starts,
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @IntRange(max = 10) int grace,
            @ForAll @IntRange(max = 120) int late) {
        var pauses = new ArrayList<ServicePeriod>();
        long before = new Delinquency(DUE, DUE.plusDays(late), grace, List.of()).delinquentDays();
        for (int start : starts) {
            LocalDate first = DUE.plusDays(start - 10L);
            pauses.add(new ServicePeriod(first, first.plusDays(length)));
            long now = new Delinquency(DUE, DUE.plusDays(late), grace, pauses).delinquentDays();
            assertThat(now).isBetween(0L, before);
            before = now;
        }
        long next = new Delinquency(DUE, DUE.plusDays(late + 1L), grace, pauses).delinquentDays();
        assertThat(next - before).isBetween(0L, 1L);
    }

    @Test
    void refusesAGraceThatIsNone() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delinquency(DUE, DUE, -1, List.of()))
                .withMessage("graceDays must be between 0 and 3650, but was -1");
        assertThat(copy(on("2023-10-30", OCTOBER))).isEqualTo(on("2023-10-30", OCTOBER));
    }
}
