package io.quittance.ar.allocation;

import java.util.List;

/**
 * Says which open items a payment settles. Implementations are immutable and give equal answers to equal questions; a
 * wrong one cannot corrupt the books, because {@link Allocation#of} checks its proposal. Check yours with {@code
 * AllocationStrategyContract} from billing-testkit.
 */
@FunctionalInterface
public interface AllocationStrategy {

    /**
     * Proposes what to pay of which item.
     *
     * @param request the money and the items it may settle
     * @return at most one line per item, each more than zero and at most what is open of it, together at most the money
     *     that is available; empty to leave all of it on account
     */
    List<AllocationLine> propose(AllocationRequest request);
}
