package io.quittance.core.revenue;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The revenue of a contract by periods that meet, such as months. Whatever the periods, their revenue adds up to what is earned from
 * the first day to the last: three months of 100.00 by days from 1 January 2026 are 34.44, 31.12 and 34.44. Periods to come show
 * when what remains will be earned (IFRS 15.120(b), ASC 606-10-50-13(b)), as far as it is earned by time.
 *
 * @param periods at least one; each begins where the one before ends
 */
public record RevenueSchedule(List<RevenuePeriod> periods) implements Serializable {

    /** Refuses a gap and an overlap. */
    public RevenueSchedule {
        periods = List.copyOf(periods);
        requireMeeting(periods.stream().map(RevenuePeriod::period).toList());
    }

    static void requireMeeting(List<ServicePeriod> periods) {
        Require.notEmpty(periods, "periods");
        for (int i = 1; i < periods.size(); i++) {
            LocalDate end = periods.get(i - 1).end();
            Require.that(
                    periods.get(i).start().equals(end),
                    "revenue.periods",
                    "periods[" + i + "]",
                    "must begin on " + end + ", where the one before ends",
                    periods.get(i));
        }
    }

    /** The figures at the end of the day before the first period. */
    public ContractRevenue opening() {
        return periods.get(0).opening();
    }

    /** The figures at the end of the last period. */
    public ContractRevenue closing() {
        return periods.get(periods.size() - 1).closing();
    }

    /** The revenue of all periods together. */
    public Amount earned() {
        return closing().earned().subtract(opening().earned());
    }

    /** What was invoiced less what was credited in all periods together. */
    public Amount billed() {
        return closing().billed().subtract(opening().billed());
    }
}
