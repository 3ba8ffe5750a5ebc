package io.quittance.ar.matching;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Money that is as much as is open of one item, or of all of them, give or take a tolerance: limits included, too much like too
 * little (ar.md 4.8). With {@code exact().upTo(1.00 EUR)}, 99.00 and 101.00 fit an item of 100.00, and 98.99 does not. Where both an
 * amount and a percentage are given, both hold.
 */
public final class WithinTolerance implements AmountFit, Serializable {
    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Amount> limits;

    private final @Nullable BigDecimal percent;

    private WithinTolerance(List<Amount> limits, @Nullable BigDecimal percent) {
        this.limits = List.copyOf(limits);
        this.percent = percent == null ? null : Require.plain(Require.percentage(percent, "percent"));
        this.limits.forEach(limit ->
                Require.that(limit.signum() >= 0, "matching.tolerance", "limit", "must not be negative", limit));
    }

    /** No tolerance. */
    public static WithinTolerance exact() {
        return new WithinTolerance(List.of(), null);
    }

    /**
     * The same with a limit in its currency, in the place of one that it had there.
     *
     * @param limit zero or more, included
     */
    public WithinTolerance upTo(MonetaryAmount limit) {
        Amount exact = Amount.from(limit);
        var more = new ArrayList<>(limits);
        more.removeIf(other -> isSame(other, exact));
        more.add(exact);
        return new WithinTolerance(more, percent);
    }

    /**
     * The same with a limit in percent of what is open.
     *
     * @param newPercent 2 for 2 %, included; between 0 and 100
     */
    public WithinTolerance upToPercent(BigDecimal newPercent) {
        return new WithinTolerance(limits, Objects.requireNonNull(newPercent, "percent"));
    }

    @Override
    public List<FittingItems> fit(List<OpenItem> items, MonetaryAmount money) {
        Amount paid = Amount.from(money);
        var fitting = new ArrayList<FittingItems>();
        Amount total = Amount.zero(paid.getCurrency());
        for (OpenItem item : items) {
            add(List.of(item), item.open(), paid, fitting);
            total = total.add(item.open());
        }
        if (items.size() > 1) {
            add(items, total, paid, fitting);
        }
        return List.copyOf(fitting);
    }

    private void add(List<OpenItem> items, Amount open, Amount paid, List<FittingItems> fitting) {
        Amount difference = open.subtract(paid);
        if (isTolerated(difference.abs(), open)) {
            fitting.add(new FittingItems(
                    items,
                    difference.signum() == 0
                            ? Explanation.of("matching.amount.exact", "{0} are open", open)
                            : Explanation.of(
                                    "matching.amount.tolerated",
                                    "{0} are open, {1} more than paid",
                                    open,
                                    difference)));
        }
    }

    private boolean isTolerated(Amount difference, Amount open) {
        if (difference.signum() == 0) {
            return true;
        }
        var limit = limits.stream().filter(one -> isSame(one, open)).findFirst();
        boolean inPercent = percent == null
                || difference.toBigDecimal().multiply(HUNDRED).compareTo(percent.multiply(open.toBigDecimal())) <= 0;
        return limit.map(difference::isLessThanOrEqualTo).orElse(percent != null) && inPercent;
    }

    private static boolean isSame(Amount one, Amount other) {
        return one.getCurrency().getCurrencyCode().equals(other.getCurrency().getCurrencyCode());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WithinTolerance that
                && limits.equals(that.limits)
                && Objects.equals(percent, that.percent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(limits, percent);
    }

    @Override
    public String toString() {
        return "within " + limits + (percent == null ? "" : " and " + percent + " %");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new WithinTolerance(limits, percent);
    }
}
