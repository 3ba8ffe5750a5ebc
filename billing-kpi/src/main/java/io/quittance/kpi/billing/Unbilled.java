package io.quittance.kpi.billing;

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
 * What could be billed by the end of the period and was not: of items whose cut-off was reached, what is entitled and not billed. It is an amount; what was billed too much of another item is
 * not set off. 100.00 of which 90.00 were billed and 50.00 of which nothing was are 60.00.
 */
public final class Unbilled implements Kpi<EventFigures<BillableItem>>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "billing.unbilled",
                    "Unbilled",
                    KpiUnit.MONEY,
                    Direction.LOWER,
                    "entitled and not billed at the end of the period, item by item, of items with a cut-off by then")
            .undefinedWhen("no item has a cut-off by then (NO_DELIVERIES)" + Invoices.MIXED);

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** An amount; undefined if no item could be billed, or they are in several currencies. */
    @Override
    public KpiResult compute(EventFigures<BillableItem> figures) {
        KpiBasis.Builder basis = Invoices.basis(DEFINITION, figures);
        LocalDate last = figures.period().lastDay();
        var counted = new ArrayList<BillableItem>();
        var items = new ArrayList<KpiItem>();
        Fraction sum = Fraction.ZERO;
        for (BillableItem item : figures.events()) {
            if (item.billFrom().isAfter(last)) {
                continue;
            }
            counted.add(item);
            Fraction open =
                    item.entitled().subtract(item.billedBy(last)).toFraction().max(Fraction.ZERO);
            sum = sum.plus(open);
            if (open.signum() > 0) {
                items.add(new KpiItem(item.key(), open, Fraction.ZERO));
            }
        }
        basis.count(items.size()).items(items).numerator(sum);
        if (counted.isEmpty()) {
            return basis.undefined("NO_DELIVERIES", "nothing could be billed by the end of the period");
        }
        return basis.inOneCurrency(counted.stream().map(BillableItem::entitled))
                ? basis.measured(sum)
                : basis.undefined("MIXED_CURRENCIES", "the items are in more than one currency");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unbilled;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
