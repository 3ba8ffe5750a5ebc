package io.quittance.ar.ledger;

import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.Arrays;

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
        int found = Arrays.binarySearch(days, day);
        int at = found < 0 ? -found - 2 : found;
        Amount least = at < 0 ? zero : amounts[at];
        for (int i = at + 1; i < amounts.length; i++) {
            least = least.min(amounts[i]);
        }
        return least;
    }
}
