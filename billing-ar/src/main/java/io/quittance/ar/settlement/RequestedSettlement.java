package io.quittance.ar.settlement;

import static io.quittance.ar.settlement.Adjustment.Kind.ALLOWED_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.WRITE_OFF;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settles items as somebody asks, with several credits (ar.md 4.5). Credit notes are used before money, each in the order given; the
 * item of which the least is asked comes first, then by id. Discounts and write-offs of an item come with the credit that completes
 * what is asked of it. Of 165.00, 100.00 by a credit note of 80.00 and a payment of 20.00, 10.00 discount and 5.00 written off leave
 * 50.00.
 *
 * @param rows what is asked, at most one for each item
 */
public record RequestedSettlement(List<RequestedItem> rows) implements Serializable {

    /** Copies the rows; checks that each is of another item. */
    public RequestedSettlement {
        rows = List.copyOf(rows);
        var ids = new HashSet<ReceivableId>();
        for (int i = 0; i < rows.size(); i++) {
            ReceivableId id = rows.get(i).item();
            Require.that(ids.add(id), "settlement.item-twice", "rows[" + i + "].item", "must not repeat", id);
        }
    }

    /**
     * One settlement for each credit, in the order in which they are used.
     *
     * @param items the open items, all that are asked for among them
     * @param credits each once, all of the customer whose items are asked for
     * @throws IllegalArgumentException if an item is not among them, or more is asked of it than is open; if a credit repeats, or is of
     *     another customer than an item that is asked for
     * @throws CurrencyMismatchException if what is asked, or a credit, is in another currency than an item that is asked for
     */
    public List<Settlement> settle(Collection<OpenItem> items, List<UnappliedPayment> credits) {
        Map<ReceivableId, OpenItem> open = new LinkedHashMap<>();
        items.forEach(item -> open.put(item.id(), item));
        requireOpen(open);
        requireCredits(open, credits);
        Map<ReceivableId, RequestedItem> byItem = new HashMap<>();
        rows.forEach(row -> byItem.put(row.item(), row));
        Map<ReceivableId, Amount> asked = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparing(RequestedItem::pay).thenComparing(RequestedItem::item))
                .forEach(row -> asked.put(row.item(), row.pay()));
        var settlements = new ArrayList<Settlement>();
        credits.stream()
                .sorted(Comparator.comparing(UnappliedPayment::isCredit).reversed())
                .forEach(credit -> settlements.add(settle(credit, byItem, open, asked)));
        return List.copyOf(settlements);
    }

    private void requireOpen(Map<ReceivableId, OpenItem> open) {
        for (int i = 0; i < rows.size(); i++) {
            RequestedItem row = rows.get(i);
            OpenItem item = open.get(row.item());
            if (item == null) {
                throw new InvalidArgumentException(
                        "settlement.unknown", "rows[" + i + "].item", "must be one of the items", row.item());
            }
            requireCurrency(row.pay(), item, "rows[" + i + "].pay");
            Require.that(
                    row.total().isLessThanOrEqualTo(item.open()),
                    "settlement.law.within-item",
                    "rows[" + i + "]",
                    "must close at most " + item.open() + ", which is open of " + row.item(),
                    row.total());
        }
    }

    /** Each credit once, and of the customer and in the currency of what is asked. */
    private void requireCredits(Map<ReceivableId, OpenItem> open, List<UnappliedPayment> credits) {
        var ids = new HashSet<PaymentId>();
        for (int i = 0; i < credits.size(); i++) {
            Payment credit = credits.get(i).payment();
            String at = "credits[" + i + "]";
            Require.that(ids.add(credit.id()), "settlement.credit-twice", at, "must not repeat", credit.id());
            for (RequestedItem row : rows) {
                OpenItem item = Require.present(open.get(row.item()), "item");
                Require.that(
                        credit.customer().equals(item.customer()),
                        "settlement.credit-customer",
                        at + ".customer",
                        "must be " + item.customer() + " of " + item.id() + " for credit " + credit.id(),
                        credit.customer());
                requireCurrency(credit.amount(), item, at + ".amount");
            }
        }
    }

    private static void requireCurrency(Amount amount, OpenItem item, String argument) {
        String currency = item.open().getCurrency().getCurrencyCode();
        String given = amount.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException(argument, currency, given);
        }
    }

    /** Settles with one credit; what is open and asked after it is in the maps. */
    private Settlement settle(
            UnappliedPayment credit,
            Map<ReceivableId, RequestedItem> byItem,
            Map<ReceivableId, OpenItem> open,
            Map<ReceivableId, Amount> asked) {
        var lines = new ArrayList<AllocationLine>();
        Amount left = credit.left();
        for (Map.Entry<ReceivableId, Amount> each : asked.entrySet()) {
            Amount paid = each.getValue().min(left);
            if (paid.signum() > 0) {
                var why = Explanation.of(
                        "settlement.requested",
                        "number {0} by {1}: {2} of {3} asked and {4} left; ended by {5}",
                        lines.size() + 1,
                        "smallest-request-first",
                        paid,
                        each.getValue(),
                        left,
                        paid.isLessThan(each.getValue()) ? "the money" : "the request");
                lines.add(AllocationLine.of(each.getKey(), paid, why));
                left = left.subtract(paid);
                each.setValue(each.getValue().subtract(paid));
            }
        }
        var request = AllocationRequest.of(credit, open.values());
        Allocation allocation = Allocation.of(request, any -> lines);
        var completed = new ArrayList<Adjustment>();
        for (AllocationLine line : lines) {
            if (Require.present(asked.get(line.item()), "asked").signum() == 0) {
                complete(Require.present(byItem.get(line.item()), "row"), completed);
            }
        }
        var settlement = new Settlement(allocation, completed, List.of());
        settlement.closed().forEach((item, closed) -> {
            OpenItem before = Require.present(open.remove(item), "open");
            Amount after = before.open().subtract(closed);
            if (after.signum() > 0) {
                open.put(item, before.withOpen(after));
            }
        });
        return settlement;
    }

    /** What an item is granted and given up once all that is asked of it is paid. */
    private static void complete(RequestedItem row, List<Adjustment> adjustments) {
        var why = Explanation.of("settlement.completed", "{0} asked are complete", row.pay());
        if (row.discount().signum() > 0) {
            adjustments.add(Adjustment.of(ALLOWED_DISCOUNT, row.item(), row.discount(), why));
        }
        if (row.writeOff().signum() > 0) {
            adjustments.add(Adjustment.of(WRITE_OFF, row.item(), row.writeOff(), why));
        }
    }
}
