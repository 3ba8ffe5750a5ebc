package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was delivered in the period is not billed so many days after it could be, or is billed beyond what the customer owes; the two are not set off. Items whose days have not passed are a
 * matter of time and left out ({@code WINDOW_OPEN}). Entitled to 100.00 and 100.00, billed 90.00 and 105.00: 5 % leak and 2.5 % are too much.
 */
public final class BillingLeakage implements Kpi<EventFigures<BillableItem>>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Side {
        UNDER,
        OVER
    }

    private final int days;
    private final Side side;

    private BillingLeakage(int days, Side side) {
        Require.that(days >= 0, "number.negative", "days", "must not be negative", days);
        this.days = days;
        this.side = requireNonNull(side, "side");
    }

    /**
     * What is not billed.
     *
     * @param days how many days after it could be billed, 0 or more
     */
    public static BillingLeakage after(int days) {
        return new BillingLeakage(days, Side.UNDER);
    }

    /** What is billed beyond what is owed instead. */
    public BillingLeakage asOverbilled() {
        return new BillingLeakage(days, Side.OVER);
    }

    @Override
    public KpiDefinition definition() {
        String formula = switch (side) {
            case UNDER -> "entitled and not billed";
            case OVER -> "billed and not entitled";
        };
        return KpiDefinition.of(
                        switch (side) {
                            case UNDER -> "billing.leakage.after-" + days + "-days";
                            case OVER -> "billing.overbilled.after-" + days + "-days";
                        },
                        switch (side) {
                            case UNDER -> "Billing leakage";
                            case OVER -> "Overbilled";
                        },
                        KpiUnit.PERCENT,
                        Direction.LOWER,
                        formula + " " + days
                                + " days after the cut-off, item by item / entitled × 100, of items delivered in the period")
                .undefinedWhen("nothing was delivered (NO_DELIVERIES); for none the days have passed (WINDOW_OPEN)"
                        + Invoices.MIXED);
    }

    /** In percent; undefined if nothing was delivered, for nothing the days have passed, or there are several currencies. */
    @Override
    public KpiResult compute(EventFigures<BillableItem> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        var counted = new ArrayList<BillableItem>();
        var items = new ArrayList<KpiItem>();
        boolean isOpen = false;
        for (BillableItem item : figures.events()) {
            if (!figures.period().contains(item.delivered())) {
                continue;
            }
            LocalDate until = item.billFrom().plusDays(days);
            if (!figures.isOver(until)) {
                basis.exclusion("WINDOW_OPEN");
                isOpen = true;
                continue;
            }
            Fraction whole = item.entitled().toFraction();
            Fraction billed = item.billedBy(until).toFraction();
            Fraction part = (side == Side.UNDER ? whole.minus(billed) : billed.minus(whole)).max(Fraction.ZERO);
            counted.add(item);
            items.add(new KpiItem(item.key(), part, whole));
        }
        basis.count(items.size()).items(items);
        if (items.isEmpty() && isOpen) {
            return basis.undefined("WINDOW_OPEN", "for nothing " + days + " days have passed");
        }
        if (!basis.inOneCurrency(counted.stream().map(BillableItem::entitled))) {
            return basis.undefined("MIXED_CURRENCIES", "the items are in more than one currency");
        }
        return basis.share(items, "NO_DELIVERIES", "nothing to be billed was delivered in the period");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingLeakage that && days == that.days && side == that.side;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new BillingLeakage(days, side);
    }

    @Override
    public String toString() {
        return id();
    }
}
