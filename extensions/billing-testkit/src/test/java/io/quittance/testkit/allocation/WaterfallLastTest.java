package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.receivable.OpenItem;
import java.time.LocalDate;
import java.util.Comparator;

/** Component by component, what is due and past due as one, and of what is to come the last first. */
class WaterfallLastTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless {
    private static final LocalDate PAID = LocalDate.of(2026, 3, 3); // the day of all generated payments

    @Override
    public AllocationStrategy strategy() {
        return Waterfall.byComponent(Waterfalls.DUE, Waterfalls.IN_ADVANCE).inAdvance(Waterfall.Advance.LAST);
    }

    @Override
    public Comparator<OpenItem> order() {
        Comparator<OpenItem> items = Comparator.comparing(
                        (OpenItem item) -> item.receivable().itemDueDate())
                .thenComparing(item -> item.receivable().item());
        return Comparator.comparing(WaterfallLastTest::isInAdvance)
                .thenComparing(item -> Waterfalls.ORDER.indexOf(item.type()))
                .thenComparing((one, other) -> isInAdvance(one) ? items.compare(other, one) : items.compare(one, other))
                .thenComparing(OpenItem.BY_DUE_DATE);
    }

    private static boolean isInAdvance(OpenItem item) {
        return item.dueDate().isAfter(PAID);
    }
}
