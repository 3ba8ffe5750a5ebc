package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * What is open by age, as plain figures of whatever origin: those of an aging report of the ledger, or of another system.
 *
 * @param rows one for each age, in the order in which they are shown, at least one, of one currency; money on account may be a row of its own
 */
public record AgingTable(List<Row> rows) implements Serializable {

    /**
     * Copies the rows.
     *
     * @throws IllegalArgumentException if there is none, or two have one name
     * @throws CurrencyMismatchException if amounts are in two currencies
     */
    public AgingTable {
        rows = Require.notEmpty(List.copyOf(rows), "rows");
        String expected = rows.get(0).open().getCurrency().getCurrencyCode();
        var names = new HashSet<String>();
        for (Row row : rows) {
            Require.that(names.add(row.name()), "trend.aging", "rows", "must have each name once", row.name());
            String actual = row.open().getCurrency().getCurrencyCode();
            if (!actual.equals(expected)) {
                throw new CurrencyMismatchException("rows", expected, actual);
            }
        }
    }

    /**
     * What is open of an age.
     *
     * @param name such as {@code 31-60}
     * @param open negative where credits outweigh
     * @param items how many; 0 or more
     */
    public record Row(String name, Amount open, long items) implements Serializable {
        /** Checks the name and the number. */
        public Row {
            Require.id(name, "name");
            requireNonNull(open, "open");
            Require.that(items >= 0, "number.negative", "items", "must not be negative", items);
        }

        /** A row with an amount of any implementation. */
        public static Row of(String name, MonetaryAmount open, long items) {
            return new Row(name, Amount.from(open), items);
        }
    }

    /** All ages together. */
    public Amount open() {
        Amount sum = rows.get(0).open();
        for (Row row : rows.subList(1, rows.size())) {
            sum = sum.add(row.open());
        }
        return sum;
    }

    /** The items of all ages. */
    public long items() {
        return rows.stream().mapToLong(Row::items).sum();
    }

    /** The ISO 4217 code of the amounts. */
    public String currency() {
        return rows.get(0).open().getCurrency().getCurrencyCode();
    }
}
