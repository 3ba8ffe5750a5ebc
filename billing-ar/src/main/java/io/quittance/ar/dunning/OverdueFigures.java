package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * How much of a customer's is unpaid, in the three numbers that conditions are about.
 *
 * @param items how many are unpaid, 0 or more
 * @param total of what is unpaid
 * @param days how old the oldest of them is; null if nothing is unpaid
 */
public record OverdueFigures(
        int items, Amount total, @Nullable Long days) implements Serializable {
    /** Checks the count. */
    public OverdueFigures {
        Require.that(items >= 0, "overdue.items", "items", "must not be negative", items);
        requireNonNull(total, "total");
    }

    /** Numbers that the host has. */
    public static OverdueFigures of(int items, MonetaryAmount total, @Nullable Long days) {
        return new OverdueFigures(items, Amount.from(total), days);
    }

    /**
     * Those of open items, by the date of their documents, as overdue states have it: 24 days on 24 June for an invoice of 31 May, whenever it was due. What
     * is contested does not count, nor does an item of which all is.
     */
    public static OverdueFigures of(List<OpenItem> open, CurrencyUnit currency, LocalDate on) {
        int items = 0;
        Amount total = Amount.zero(currency);
        Long days = null;
        for (OpenItem item : open) {
            if (item.undisputed().signum() > 0) {
                items++;
                total = total.add(item.undisputed());
                long age = on.toEpochDay() - item.documentDate().toEpochDay();
                days = days == null ? age : Math.max(days, age);
            }
        }
        return new OverdueFigures(items, total, days);
    }

    /** How old the oldest is; empty if nothing is unpaid. */
    public OptionalLong oldestDays() {
        return days == null ? OptionalLong.empty() : OptionalLong.of(days);
    }
}
