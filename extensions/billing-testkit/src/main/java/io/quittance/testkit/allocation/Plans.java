package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What laws ask of proposals: who gets how much, and what is then left. */
final class Plans {
    private Plans() {}

    /** How much of each item is paid; nothing of those that are not there. */
    static Map<ReceivableId, Amount> paid(List<AllocationLine> proposal) {
        var paid = new TreeMap<ReceivableId, Amount>();
        proposal.forEach(line -> paid.merge(line.item(), line.amount(), Amount::add));
        return paid;
    }

    static Amount paid(OpenItem item, Map<ReceivableId, Amount> paid) {
        return paid.getOrDefault(item.id(), Amount.zero(item.open().getCurrency()));
    }

    /** The items of which something is still open, with what is open of them. */
    static List<OpenItem> remaining(List<OpenItem> items, List<AllocationLine> proposal) {
        Map<ReceivableId, Amount> paid = paid(proposal);
        var open = new ArrayList<OpenItem>();
        for (OpenItem item : items) {
            Amount left = item.open().subtract(paid(item, paid));
            if (left.signum() > 0) {
                open.add(item.withOpen(left));
            }
        }
        return open;
    }

    static AllocationRequest with(AllocationRequest request, Amount available, List<OpenItem> items) {
        return request.with(available, items);
    }

    /** What is paid of what, in the order of lines: a proposal without its explanations. */
    static List<String> amounts(List<AllocationLine> proposal) {
        return proposal.stream().map(AllocationLine::toString).toList();
    }
}
