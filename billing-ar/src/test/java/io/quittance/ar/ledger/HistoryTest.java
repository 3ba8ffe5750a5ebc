package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.receivable.Receivable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries of which one is recorded each second. */
class HistoryTest {

    /** The histories of the first entry, of the first two and so on. */
    private static List<History> histories(int entries) {
        var histories = new ArrayList<History>();
        History last = null;
        for (int i = 0; i < entries; i++) {
            last = History.of(last, entry(i, FIRST_DAY), Balance.empty(EUR));
            histories.add(last);
        }
        return histories;
    }

    private static LedgerEntry entry(int number, LocalDate day) {
        return LedgerEntry.of(
                "K" + number,
                new ReceivablePosted(Receivable.of(id("R" + number), A, day, day, eur("1"))),
                START.plusSeconds(number));
    }

    /**
     * How far back an entry knows another is the last part of its number, written as a sum of 1, 3, 7, 15 and so on with the largest first:
     * 20 is 15 and 3 and 1 and 1, so that it knows the 19th; 7 knows of none, and 10, which is 7 and 3, the 7th.
     */
    @Test
    void eachEntryKnowsOneThatIsMuchEarlier() {
        List<History> histories = histories(1000);
        for (History history : histories) {
            int rest = history.size;
            int part = 0;
            while (rest > 0) {
                part = Integer.highestOneBit(rest + 1) - 1;
                rest -= part;
            }
            History earlier = history.earlier;
            assertThat(earlier == null ? 0 : earlier.size).isEqualTo(history.size - part);
            History previous = history.previous;
            assertThat(previous == null ? 0 : previous.size).isEqualTo(history.size - 1);
        }
    }

    /** Of 4096 entries, which one was the last at an instant is known after 24 steps at most, twice the logarithm; not after 4096. */
    @Test
    void whatWasKnownAtAnInstantIsFoundInFewSteps() {
        History newest = histories(4096).get(4095);
        for (int second = 0; second < 4096; second++) {
            Instant instant = START.plusSeconds(second);
            int steps = 0;
            History at = newest;
            while (at != null && at.isAfter(instant)) {
                at = at.back(instant);
                steps++;
            }
            assertThat(steps).isLessThanOrEqualTo(24);
            History known = History.knownAt(newest, instant);
            assertThat(known == null ? 0 : known.size).isEqualTo(second + 1);
        }
        assertThat(History.knownAt(newest, START.minusNanos(1))).isNull();
        assertThat(History.knownAt(null, START)).isNull();
    }

    @Test
    void whatTheEntriesComeToIsKeptAtEverySixteenth() {
        assertThat(histories(50).stream()
                        .filter(history -> history.balance != null)
                        .map(history -> history.size))
                .containsExactly(16, 32, 48);
    }

    @Test
    void theFirstAndTheLatestDayAreThoseOfAllEntriesHoweverTheyWereRecorded() {
        History last = null;
        for (int days : List.of(5, 9, 3, 7)) {
            last = History.of(last, entry(days, FIRST_DAY.plusDays(days)), Balance.empty(EUR));
        }
        assertThat(requireNonNull(last).first).isEqualTo(FIRST_DAY.plusDays(3));
        assertThat(last.latest).isEqualTo(FIRST_DAY.plusDays(9));
    }
}
