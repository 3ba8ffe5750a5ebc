package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strategy, and another one for the money and the items that it leaves. */
@SuppressWarnings("serial") // serialisable if both are
record Then(AllocationStrategy first, AllocationStrategy next) implements Composite, Serializable {

    Then {
        requireNonNull(first, "first");
        requireNonNull(next, "next");
        Composite.requireBounded(Composite.parts(first) + Composite.parts(next));
    }

    @Override
    public int parts() {
        return Composite.parts(first) + Composite.parts(next);
    }

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        Allocation one = Allocation.of(request, first); // what is wrong already is refused by its law
        Map<ReceivableId, AllocationLine> lines = new LinkedHashMap<>();
        one.lines().forEach(line -> lines.put(line.item(), line));
        var left = new ArrayList<OpenItem>();
        for (OpenItem item : request.items()) {
            AllocationLine line = lines.get(item.id());
            Amount open = line == null ? item.open() : item.open().subtract(line.amount());
            if (open.signum() > 0) {
                left.add(item.withOpen(open));
            }
        }
        Allocation two = Allocation.of(request.with(one.unapplied(), left), next);
        two.lines().forEach(line -> lines.merge(line.item(), line, AllocationLine::and));
        return List.copyOf(lines.values());
    }

    @Override
    public String toString() {
        return first + ", then " + next;
    }
}
