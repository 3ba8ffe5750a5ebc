package io.quittance.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of January's calls and fees, billable on 1 February, a history lacks. */
class LateEntryTest {
    private static final String MONTHLY = "P1M/2026-01-01";
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final LocalDate FIRST = LocalDate.parse("2026-02-01");
    private static final DueCharge CALLS = new DueCharge(ChargeId.of("api"), JANUARY);
    private static final DueCharge FEE =
            new DueCharge(ChargeId.of("fee"), ServicePeriod.of("2026-01-10", "2026-02-01"));

    @Test
    void allIsMissingWhereNoRunWasMadeForTheDay() {
        assertThat(missing(MONTHLY, 3, history("2026-01-31", 0, 4, 3, null))).containsExactly(CALLS, FEE);
        assertThat(missing(MONTHLY, 3, BillingHistory.none())).containsExactly(CALLS, FEE);
        assertThat(missing(MONTHLY, 3, history("2026-02-01", 0, 4, 3, null))).isEmpty();
    }

    @Test
    void allIsMissingOfACycleOrAPeriodThatWasNotLookedAt() {
        assertThat(missing("P3M/2026-01-01", 3, history("2026-03-01", 0, 4, 3, null)))
                .containsExactly(CALLS, FEE);
        assertThat(missing(MONTHLY, 1, history("2026-03-01", 2, 4, 3, null))).containsExactly(CALLS, FEE);
        assertThat(missing(MONTHLY, 2, history("2026-03-01", 2, 4, 3, null))).isEmpty();
        assertThat(missing(MONTHLY, 3, history("2026-03-01", 2, 4, 3, null))).isEmpty();
        assertThat(missing(MONTHLY, 4, history("2026-03-01", 2, 4, 3, null))).containsExactly(CALLS, FEE);
    }

    /** From the first open period on a run counts by what it billed; over the term it counts as it is. */
    @Test
    void ofAnOpenPeriodTheChargesWithoutALineAreMissing() {
        assertThat(missing(MONTHLY, 3, history("2026-03-01", 0, 3, 4, null))).containsExactly(CALLS, FEE);
        assertThat(missing(MONTHLY, 3, history("2026-03-01", 0, 3, 4, billed(true))))
                .isEmpty();
        assertThat(missing(MONTHLY, 3, history("2026-03-01", 0, 3, 4, billed(false))))
                .containsExactly(CALLS, FEE);
        assertThat(missing(MONTHLY, 3, history("2026-03-01", 0, 3, 4, billed(false, line("api", JANUARY)))))
                .containsExactly(FEE);
        assertThat(missing(
                        MONTHLY,
                        3,
                        history(
                                "2026-03-01",
                                0,
                                3,
                                4,
                                billed(false, line("fee", ServicePeriod.of("2026-01-01", "2026-01-10"))))))
                .as("of days on which it was not due")
                .containsExactly(CALLS, FEE);
        assertThat(missing(MONTHLY + "/term", 0, history("2026-03-01", 0, 0, 0, null)))
                .isEmpty();
    }

    private static List<DueCharge> missing(String cycle, long number, BillingHistory history) {
        var entry = new CalendarEntry(
                new ContractId("C-1"),
                new CustomerId("ACME"),
                cycle,
                number,
                JANUARY,
                CalendarEntry.Timing.IN_ARREARS,
                List.of(CALLS, FEE),
                FIRST,
                FIRST);
        return LateEntry.of(entry, history, LocalDate.parse("2026-03-01"))
                .map(LateEntry::missing)
                .orElse(List.of());
    }

    private static BilledLine line(String charge, ServicePeriod days) {
        return BilledLine.of(ChargeId.of(charge), "signed", days, Amount.of("5.00", "EUR"));
    }

    private static BilledPeriod billed(boolean closed, BilledLine... lines) {
        return BilledPeriod.of(
                MONTHLY, 3, JANUARY, closed, List.of(lines), BilledBefore.nothing(), BilledBefore.nothing());
    }

    /** Both cycles, by the month and over the term, came as far. */
    private static BillingHistory history(String day, long first, long open, long last, @Nullable BilledPeriod period) {
        var cycles = new TreeMap<String, BillingMark.Reached>();
        cycles.put(MONTHLY, new BillingMark.Reached(first, open, last));
        cycles.put(MONTHLY + "/term", new BillingMark.Reached(first, open, last));
        var mark = new BillingMark(LocalDate.parse(day), 0, LocalDate.parse("2027-01-01"), cycles, List.of());
        return new BillingHistory() {
            @Override
            public BillingMark mark() {
                return mark;
            }

            @Override
            public Optional<BilledPeriod> period(String cycle, long number) {
                return Optional.ofNullable(period);
            }
        };
    }
}
