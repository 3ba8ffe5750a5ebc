package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/** A strategy over some of the items only; its lines are explained as a part of what these are called. */
@SuppressWarnings("serial") // serialisable if the strategy and the predicate are
record Where(AllocationStrategy strategy, String name, Predicate<OpenItem> eligible)
        implements Composite, Serializable {

    Where {
        requireNonNull(strategy, "strategy");
        Require.id(name, "name");
        requireNonNull(eligible, "eligible");
    }

    @Override
    public int parts() {
        return Composite.parts(strategy);
    }

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        List<OpenItem> items = request.items().stream().filter(eligible).toList();
        Allocation chosen = Allocation.of(request.with(request.available(), items), strategy); // of nothing but these
        return chosen.lines().stream().map(line -> line.within(name)).toList();
    }

    @Override
    public String toString() {
        return strategy + " where " + name;
    }
}
