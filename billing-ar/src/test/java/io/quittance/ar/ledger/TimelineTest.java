package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 10.00 from day 1 on, which are nothing from day 5 on and 10.00 again from day 8 on. */
class TimelineTest {
    private static final Timeline THERE_AGAIN = Timeline.of(eur("0"))
            .with(day(1), eur("10"))
            .with(day(5), eur("-10"))
            .with(day(8), eur("10"));

    private static LocalDate day(int day) {
        return FIRST_DAY.plusDays(day);
    }

    private static Bygone.Days days(int start, int end) {
        return new Bygone.Days(day(start), day(end));
    }

    private static LedgerSnapshot.Standing standing(int day, String amount) {
        return new LedgerSnapshot.Standing(day(day), eur(amount));
    }

    @Test
    void tellsWhenThereWasSomethingUntilNothing() {
        assertThat(THERE_AGAIN.untilNothing()).containsExactly(days(1, 5));
        assertThat(THERE_AGAIN.with(day(9), eur("-10")).untilNothing()).containsExactly(days(1, 5), days(8, 9));
        assertThat(THERE_AGAIN.with(day(8), eur("-10")).untilNothing()).containsExactly(days(1, 5));
    }

    /** With 4.00 from day 5 on it never is nothing again. */
    @Test
    void whatIsThereAllTheTimeIsNotGone() {
        assertThat(THERE_AGAIN.with(day(5), eur("4")).untilNothing()).isEmpty();
        assertThat(THERE_AGAIN.with(day(6), eur("4")).untilNothing()).containsExactly(days(1, 5));
    }

    /** How much there is changes more often than whether there is something: the days are not gone through again for it. */
    @Test
    void theDaysAreKeptWhereOnlyTheAmountChanges() {
        assertThat(THERE_AGAIN.with(day(9), eur("-3")).untilNothing()).isSameAs(THERE_AGAIN.untilNothing());
        Timeline gone = THERE_AGAIN.with(day(9), eur("-10"));
        assertThat(gone.with(day(12), eur("0")).untilNothing()).isSameAs(gone.untilNothing());
    }

    /** 5.00 are taken on day 3 and given back on it: what a snapshot keeps does not tell of a day on which nothing changes. */
    @Test
    void aChangeThatIsTakenBackOnItsDayIsNotTold() {
        Timeline ten = Timeline.of(eur("0")).with(day(1), eur("10"));
        Timeline same = ten.with(day(3), eur("-5")).with(day(3), eur("5"));
        assertThat(same.from(day(2))).containsExactly(standing(2, "10"));
        assertThat(same.with(day(4), eur("-1")).from(day(2))).containsExactly(standing(2, "10"), standing(4, "9"));
    }
}
