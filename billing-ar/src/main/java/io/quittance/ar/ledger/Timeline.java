package io.quittance.ar.ledger;

import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An amount that changes on some days. Immutable; a change on any day makes another. */
final class Timeline {
    private final LocalDate[] days;
    /** What it is from the day on, until the next. */
    private final Amount[] amounts;

    private final Amount zero;

    private Timeline(LocalDate[] days, Amount[] amounts, Amount zero) {
        this.days = days;
        this.amounts = amounts;
        this.zero = zero;
    }

    static Timeline of(Amount zero) {
        return new Timeline(new LocalDate[0], new Amount[0], zero);
    }

    /** An amount that is another from each of these days on, which rise; before the first of them it is zero. */
    static Timeline of(Amount zero, List<LedgerSnapshot.Standing> standings) {
        return new Timeline(
                standings.stream().map(LedgerSnapshot.Standing::from).toArray(LocalDate[]::new),
                standings.stream().map(LedgerSnapshot.Standing::amount).toArray(Amount[]::new),
                zero);
    }

    /** What it is on that day, unless zero, and from which later days on it is another. */
    List<LedgerSnapshot.Standing> from(LocalDate day) {
        var standings = new ArrayList<LedgerSnapshot.Standing>();
        Amount now = at(day);
        if (now.signum() != 0) {
            standings.add(new LedgerSnapshot.Standing(day, now));
        }
        for (int i = after(day); i < days.length; i++) {
            if (!amounts[i].equals(now)) {
                now = amounts[i];
                standings.add(new LedgerSnapshot.Standing(days[i], now));
            }
        }
        return standings;
    }

    /** The same, changed from that day on. */
    Timeline with(LocalDate day, Amount change) {
        int found = Arrays.binarySearch(days, day);
        int at = found < 0 ? -found - 1 : found;
        LocalDate[] newDays = days;
        Amount[] newAmounts;
        if (found < 0) {
            newDays = Arrays.copyOf(days, days.length + 1);
            newAmounts = Arrays.copyOf(amounts, days.length + 1);
            System.arraycopy(days, at, newDays, at + 1, days.length - at);
            System.arraycopy(amounts, at, newAmounts, at + 1, days.length - at);
            newDays[at] = day;
            newAmounts[at] = at == 0 ? zero : amounts[at - 1];
        } else {
            newAmounts = amounts.clone();
        }
        for (int i = at; i < newAmounts.length; i++) {
            newAmounts[i] = newAmounts[i].add(change);
        }
        return new Timeline(newDays, newAmounts, zero);
    }

    /** After all changes. */
    Amount last() {
        return amounts.length == 0 ? zero : amounts[amounts.length - 1];
    }

    /** The least that it is on that day or any later one. */
    Amount leastFrom(LocalDate day) {
        Amount least = at(day);
        for (int i = after(day); i < amounts.length; i++) {
            least = least.min(amounts[i]);
        }
        return least;
    }

    /** At the end of that day. */
    Amount at(LocalDate day) {
        int later = after(day);
        return later == 0 ? zero : amounts[later - 1];
    }

    /** The number of the first change after that day. */
    private int after(LocalDate day) {
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** From the first day on which there was something until nothing was left for good; null if there never was, or something is left. */
    Bygone.@Nullable Days untilNothing() {
        int end = amounts.length - 1;
        if (end < 0 || amounts[end].signum() != 0) {
            return null;
        }
        while (end > 0 && amounts[end - 1].signum() == 0) {
            end--;
        }
        int start = 0;
        while (start < end && amounts[start].signum() == 0) {
            start++;
        }
        return start == end ? null : new Bygone.Days(days[start], days[end]);
    }
}
