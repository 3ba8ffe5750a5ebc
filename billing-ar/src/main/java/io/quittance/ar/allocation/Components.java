package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is open of one item in one class of a {@link Waterfall}.
 *
 * @param item which one
 * @param debts its components in the order of payment, one at least
 */
record Components(ReceivableId item, List<OpenItem> debts) {
    private static final Comparator<Components> IN_ORDER =
            Comparator.comparing(Components::dueDate).thenComparing(Components::item);

    /**
     * The items that have any of these components, in their order.
     *
     * @param debts by due date, so that several components of one type keep that order
     * @param types in the order of payment
     */
    static List<Components> of(List<OpenItem> debts, List<ReceivableType> types, boolean lastFirst) {
        Map<ReceivableId, List<OpenItem>> byItem = new LinkedHashMap<>();
        for (ReceivableType type : types) {
            for (OpenItem debt : debts) {
                if (debt.type() == type) {
                    byItem.computeIfAbsent(debt.receivable().item(), any -> new ArrayList<>())
                            .add(debt);
                }
            }
        }
        var items = new ArrayList<Components>();
        byItem.forEach((item, components) -> items.add(new Components(item, List.copyOf(components))));
        items.sort(lastFirst ? Collections.reverseOrder(IN_ORDER) : IN_ORDER);
        return items;
    }

    /** The sum of what is open of them. */
    Amount open() {
        return debts.stream().map(OpenItem::open).reduce(Amount::add).orElseThrow();
    }

    private LocalDate dueDate() {
        return debts.stream()
                .map(debt -> debt.receivable().itemDueDate())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
