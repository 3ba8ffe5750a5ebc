package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

// docs begin
/** Pays what the customer does not contest first. 100.00 against 80.00 in dispute and a younger 70.00 pays 30.00 and 70.00. */
public record DisputedLast() implements AllocationStrategy {
    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        var items = new ArrayList<>(request.items()); // by due date, document date and id
        items.sort(Comparator.comparing(OpenItem::isDisputed)); // stable, so that order remains within each half
        var lines = new ArrayList<AllocationLine>();
        Amount left = request.available();
        for (OpenItem item : items) {
            Amount paid = item.open().min(left);
            if (paid.signum() > 0) {
                var why =
                        Explanation.of("acme.disputed-last", "due {0}: {1} of {2}", item.dueDate(), paid, item.open());
                lines.add(AllocationLine.of(item.id(), paid, why));
                left = left.subtract(paid);
            }
        }
        return lines;
    }
}
// docs end
