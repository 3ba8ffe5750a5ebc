package acme.receivables;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;

/** The tutorial's first try: wrong for items that are smaller than the least rest. */
record FirstTry(NamedThenNoticed terms) implements AllocationStrategy {
    // README first begins
    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        var lines = new ArrayList<AllocationLine>();
        Amount left = request.available();
        for (OpenItem item : terms.inOrder(request)) {
            if (left.signum() > 0) {
                Amount paid = item.open().min(left);
                Amount rest = item.open().subtract(paid);
                Amount least = Amount.of(terms.leastRest(), left.getCurrency());
                if (rest.signum() > 0 && rest.isLessThan(least)) {
                    paid = item.open().subtract(least);
                }
                lines.add(NamedThenNoticed.line(lines.size() + 1, item, paid));
                left = left.subtract(paid);
            }
        }
        return lines;
    }
    // README first ends
}
