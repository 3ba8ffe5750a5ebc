package io.quittance.ar.ledger;

import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An amount that changes on some days. Immutable; a change on any day makes another. */
final class Timeline {
    private final LocalDate[] days;
    /** What it is from the day on, until the next. */
    private final Amount[] amounts;

    private final Amount zero;
    /** Kept, as most changes leave it as it is. */
    private final List<Bygone.Days> untilNothing;

    private Timeline(LocalDate[] days, Amount[] amounts, Amount zero, List<Bygone.Days> untilNothing) {
        this.days = days;
        this.amounts = amounts;
        this.zero = zero;
        this.untilNothing = untilNothing;
    }

    private static Timeline of(LocalDate[] days, Amount[] amounts, Amount zero) {
        return new Timeline(days, amounts, zero, stays(days, amounts));
    }

    static Timeline of(Amount zero) {
        return new Timeline(new LocalDate[0], new Amount[0], zero, List.of());
    }

    /** An amount that is another from each of these days on, which rise; before the first of them it is zero. */
    static Timeline of(Amount zero, List<LedgerSnapshot.Standing> standings) {
        return of(
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
        boolean isOtherwiseThere = false;
        for (int i = at; i < newAmounts.length; i++) {
            Amount before = newAmounts[i];
            newAmounts[i] = before.add(change);
            isOtherwiseThere |= (before.signum() == 0) != (newAmounts[i].signum() == 0);
        }
        return isOtherwiseThere ? of(newDays, newAmounts, zero) : new Timeline(newDays, newAmounts, zero, untilNothing);
    }

    /** What it is less what the other one is, day by day; below zero where that one is more. */
    Timeline less(Timeline other) {
        Timeline rest = this;
        Amount before = other.zero;
        for (int i = 0; i < other.days.length; i++) {
            rest = rest.with(other.days[i], before.subtract(other.amounts[i]));
            before = other.amounts[i];
        }
        return rest;
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

    /** The most that it is on that day or any later one. */
    Amount mostFrom(LocalDate day) {
        Amount most = at(day);
        for (int i = after(day); i < amounts.length; i++) {
            most = most.max(amounts[i]);
        }
        return most;
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

    /** When there was something that is gone, in order, as often as it was so; what is there in the end is not in it. */
    List<Bygone.Days> untilNothing() {
        return untilNothing;
    }

    private static List<Bygone.Days> stays(LocalDate[] days, Amount[] amounts) {
        var stays = new ArrayList<Bygone.Days>();
        LocalDate start = null;
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i].signum() == 0) {
                if (start != null) {
                    stays.add(new Bygone.Days(start, days[i]));
                }
                start = null;
            } else if (start == null) {
                start = days[i];
            }
        }
        return List.copyOf(stays);
    }
}
