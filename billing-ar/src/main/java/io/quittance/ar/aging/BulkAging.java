package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bulk door of aging: sums by customer and column of any number of open items, without a list of them or a reason for them; to the cent what
 * {@link AgingReport} says of the same items. Items of one customer are best given one after the other. Immutable: share one between threads.
 */
public final class BulkAging implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AgingRule rule;
    private final LocalDate day;

    private BulkAging(AgingRule rule, LocalDate day) {
        this.rule = requireNonNull(rule, "rule");
        this.day = Dates.inCalendar(day, "day");
    }

    /**
     * Ages by a rule, on its day or else on that one.
     *
     * @throws IllegalArgumentException if the rule takes money on account off the buckets: this door sees items only
     */
    public static BulkAging of(AgingRule rule, LocalDate day) {
        if (rule.isOnAccountInBuckets()) {
            throw new InvalidArgumentException(
                    "aging.on-account", "rule", "must leave money on account in its own column", rule);
        }
        return new BulkAging(rule, day);
    }

    /**
     * Adds up items, one after the other; a few hundred are held at a time.
     *
     * @param currency of all of them
     * @param items read once, by the thread that calls
     * @throws CurrencyMismatchException if one is in another
     * @throws IllegalArgumentException if a sum is too large for a {@code long} of minor units
     */
    public AgedItems age(CurrencyUnit currency, Stream<OpenItem> items) {
        var adder = new Adder(
                currency, ColumnAging.of(rule.buckets()), rule, rule.day().orElse(day));
        items.sequential().forEachOrdered(adder::add);
        return new AgedItems(currency, adder.sums());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BulkAging that && rule.equals(that.rule) && day.equals(that.day);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, day);
    }

    @Override
    public String toString() {
        return "aging into " + rule + " at " + day;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(rule, day);
    }

    /**
     * Holds what is added up so far: for each customer the buckets, what none of them has, and what is contested. Items are taken in blocks and each step is made for
     * the whole block, so that the processor fetches many of them from memory at the same time instead of one after the other.
     */
    private static final class Adder {
        private static final int BLOCK = 256;

        private final String code;
        private final int scale;
        private final ColumnAging aging;
        private final AgingRule rule;
        private final LocalDate day;
        private final EpochDays days;
        private final long today;
        private final CustomerSums sums;
        private final OpenItem[] block = new OpenItem[BLOCK];
        private final CustomerId[] customers = new CustomerId[BLOCK];
        private final int[] hashes = new int[BLOCK];
        private final int[] numbers = new int[BLOCK];
        private int count;

        Adder(CurrencyUnit currency, ColumnAging aging, AgingRule rule, LocalDate day) {
            this.code = requireNonNull(currency, "currency").getCurrencyCode();
            this.scale = Rounding.toMinorUnit(currency).scale();
            this.aging = aging;
            this.rule = rule;
            this.day = day;
            this.days = new EpochDays(day);
            this.today = day.toEpochDay();
            this.sums = new CustomerSums(rule.buckets().buckets().size() + 2);
        }

        void add(OpenItem item) {
            block[count++] = requireNonNull(item, "items must not have null");
            if (count == BLOCK) {
                addBlock();
            }
        }

        CustomerSums sums() {
            addBlock();
            return sums;
        }

        @SuppressWarnings("ReferenceEquality") // an equal id that is another object is looked up
        private void addBlock() {
            for (int i = 0; i < count; i++) {
                customers[i] = block[i].customer();
                hashes[i] = customers[i].hashCode();
            }
            for (int i = 0; i < count; i++) {
                boolean isAsBefore = i > 0 && customers[i] == customers[i - 1];
                numbers[i] = isAsBefore ? numbers[i - 1] : sums.number(customers[i], hashes[i]);
            }
            for (int i = 0; i < count; i++) {
                add(block[i], numbers[i]);
            }
            count = 0;
        }

        private void add(OpenItem item, int number) {
            Amount open = item.open();
            if (!open.getCurrency().getCurrencyCode().equals(code)) {
                throw new CurrencyMismatchException(
                        "items", code, open.getCurrency().getCurrencyCode());
            }
            boolean isApart = item.isDisputed() && !rule.isDisputedInBuckets();
            if (isApart) {
                add(number, sums.columns() - 1, item.disputed(), item);
            }
            add(number, aging.column(age(item)), isApart ? item.undisputed() : open, item);
        }

        private long age(OpenItem item) {
            return rule.isByMonth()
                    ? rule.age(item, day)
                    : today - days.of(rule.base().of(item.receivable()));
        }

        private void add(int number, int column, Amount amount, OpenItem item) {
            try {
                sums.add(number, column, amount.toUnscaledLong(scale));
            } catch (ArithmeticException e) {
                throw new InvalidArgumentException(
                        "bulk.sum",
                        "items",
                        "must not make the sum of a column too large, as " + item.id() + " does",
                        amount);
            }
        }
    }
}
