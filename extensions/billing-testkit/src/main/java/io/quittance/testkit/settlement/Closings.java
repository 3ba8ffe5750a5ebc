package io.quittance.testkit.settlement;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.money.Amount;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What closes each item of a settlement, and what is taken of the money; added up once, so that each law is linear in the items. */
final class Closings {
    private final Amount zero;
    private final Map<ReceivableId, Amount> paid = new HashMap<>();
    private final Map<ReceivableId, Amount> closed;
    private final Map<ReceivableId, Map<Kind, Amount>> adjusted = new HashMap<>();
    private final Map<ReceivableId, Amount> discountTax = new HashMap<>();
    private final Map<Kind, Amount> taken = new EnumMap<>(Kind.class);

    Closings(Settlement settlement) {
        zero = Amount.zero(settlement.allocation().available().getCurrency());
        closed = settlement.closed();
        settlement.allocation().lines().forEach(line -> paid.merge(line.item(), line.amount(), Amount::add));
        for (Adjustment one : settlement.adjustments()) {
            Map<Kind, Amount> sums = one.closes()
                    .map(item -> adjusted.computeIfAbsent(item, any -> new EnumMap<>(Kind.class)))
                    .orElse(taken);
            sums.merge(one.kind(), one.amount(), Amount::add);
            if (one.kind() == Kind.EARLY_PAYMENT_DISCOUNT || one.kind() == Kind.LATE_DISCOUNT) {
                one.closes().ifPresent(item -> discountTax.merge(item, one.tax(), Amount::add));
            }
        }
    }

    /** The money that goes to an item. */
    Amount paid(OpenItem item) {
        return paid.getOrDefault(item.id(), zero);
    }

    boolean isPaid(ReceivableId item) {
        return paid.containsKey(item);
    }

    /** The items that money goes to. */
    Set<ReceivableId> paid() {
        return paid.keySet();
    }

    /** What closes an item by adjustments of these kinds. */
    Amount of(ReceivableId item, Kind... kinds) {
        Map<Kind, Amount> sums = adjusted.getOrDefault(item, Map.of());
        Amount sum = zero;
        for (Kind kind : kinds) {
            sum = sum.add(sums.getOrDefault(kind, zero));
        }
        return sum;
    }

    /** What closes an item as a discount for paying early. */
    Amount discount(ReceivableId item) {
        return of(item, Kind.EARLY_PAYMENT_DISCOUNT, Kind.LATE_DISCOUNT);
    }

    /** What of that is tax. */
    Amount discountTax(ReceivableId item) {
        return discountTax.getOrDefault(item, zero);
    }

    /** What closes an item in place of money that was not paid, or moves it. */
    Amount givenUp(ReceivableId item) {
        return of(item, Kind.WRITE_OFF, Kind.ALLOWED_DISCOUNT, Kind.MOVED_TO_NEW_ITEM);
    }

    /** The items that adjustments of these kinds close a part of. */
    Set<ReceivableId> with(Kind... kinds) {
        var items = new LinkedHashSet<ReceivableId>();
        for (ReceivableId item : adjusted.keySet()) {
            if (of(item, kinds).signum() > 0) {
                items.add(item);
            }
        }
        return items;
    }

    /** What is taken of the money by adjustments of a kind. */
    Amount taken(Kind kind) {
        return taken.getOrDefault(kind, zero);
    }

    /** What is left of an item. */
    Amount left(OpenItem item) {
        return item.open().subtract(closed.getOrDefault(item.id(), zero));
    }
}
