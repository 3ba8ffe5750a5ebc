package io.quittance.ar.dunning;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * From how many items, how much and how old on something applies; each end is included, and all that are said must be met (ar.md 4.16). {@code
 * OverdueCondition.NONE.total(hundred)} is met by 100.00.
 */
public final class OverdueCondition implements Serializable {
    /** Always met. */
    public static final OverdueCondition NONE = new OverdueCondition(0, null, null);

    private static final long serialVersionUID = 1L;

    private final int items;
    private final @Nullable Amount total;
    private final @Nullable Integer days;

    private OverdueCondition(int items, @Nullable Amount total, @Nullable Integer days) {
        this.items = items;
        this.total = total;
        this.days = days;
        Require.that(items >= 0, "overdue.items", "items", "must not be negative", items);
        Require.that(total == null || total.signum() >= 0, "overdue.total", "total", "must not be negative", total);
        Require.that(days == null || days >= 0, "overdue.days", "days", "must not be negative", days);
    }

    /** The same, of at least so many items; 0 or more. */
    public OverdueCondition items(int least) {
        return new OverdueCondition(least, total, days);
    }

    /** The same, of at least so much; 0 or more. */
    public OverdueCondition total(MonetaryAmount least) {
        return new OverdueCondition(items, Amount.from(least), days);
    }

    /** The same, of which the oldest is at least so many days old; 0 or more. Nothing unpaid has no age, and does not meet it. */
    public OverdueCondition days(int least) {
        return new OverdueCondition(items, total, least);
    }

    /** The same, of any age. */
    OverdueCondition ofAnyAge() {
        return new OverdueCondition(items, total, null);
    }

    /** Whether it is met. */
    public boolean isMetBy(OverdueFigures figures) {
        return figures.items() >= items
                && (total == null || figures.total().isGreaterThanOrEqualTo(total))
                && (days == null
                        || (figures.oldestDays().isPresent()
                                && figures.oldestDays().getAsLong() >= days));
    }

    /** The least number of items. */
    public int items() {
        return items;
    }

    /** The least sum, if one is said. */
    public Optional<Amount> total() {
        return Optional.ofNullable(total);
    }

    /** The least age, if one is said. */
    public OptionalInt days() {
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OverdueCondition that
                && items == that.items
                && Objects.equals(total, that.total)
                && Objects.equals(days, that.days);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, total, days);
    }

    /** For example {@code at least 2 items, EUR 100.00, 30 days}. */
    @Override
    public String toString() {
        return "at least " + items + " items" + (total == null ? "" : ", " + total)
                + (days == null ? "" : ", " + days + " days");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new OverdueCondition(items, total, days);
    }
}
