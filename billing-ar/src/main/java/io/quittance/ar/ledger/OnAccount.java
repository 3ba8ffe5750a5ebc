package io.quittance.ar.ledger;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on account settles what is open: money and credits one after the other, the oldest first, credits before money of
 * the same day, each by the same strategy.
 *
 * <p>Credits of 20.00 and an invoice over 15.00: 15.00 are settled, and 5.00 stay on account.
 */
public final class OnAccount {
    private OnAccount() {}

    /**
     * The facts that settle, in their order; empty if nothing is on account or the strategy settles nothing. The ledger is as it was:
     * post them. Only what is open and on account on that day and on every later one takes part.
     *
     * @param date the day on which they are settled, and on which strategies judge what is due: an item due on 10 March is past due on 20
     *     March, whenever the money came
     * @throws IllegalArgumentException if the strategy breaks a law; see {@link Allocation#of(AllocationRequest,
     *     AllocationStrategy)}
     */
    public static List<PaymentAllocated> settle(CustomerLedger ledger, AllocationStrategy strategy, LocalDate date) {
        Dates.inCalendar(date, "date");
        Map<ReceivableId, OpenItem> open = new LinkedHashMap<>();
        ledger.balance().openFrom(date).forEach(item -> open.put(item.id(), item));
        var facts = new ArrayList<PaymentAllocated>();
        for (UnappliedPayment unapplied : ledger.balance().unappliedFrom(date)) {
            var request = AllocationRequest.of(unapplied, open.values()).on(date);
            Allocation allocation = Allocation.of(request, strategy);
            if (!allocation.lines().isEmpty()) {
                allocation.lines().forEach(line -> settle(open, line));
                facts.add(new PaymentAllocated(allocation, date));
            }
        }
        return List.copyOf(facts);
    }

    private static void settle(Map<ReceivableId, OpenItem> open, AllocationLine line) {
        OpenItem item = Require.present(open.get(line.item()), "item " + line.item());
        Amount left = item.open().subtract(line.amount());
        if (left.signum() == 0) {
            open.remove(line.item());
        } else {
            open.put(line.item(), item.withOpen(left));
        }
    }
}
