package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says which open items a payment settles. Implementations are immutable and give equal answers to equal questions; a
 * wrong one cannot corrupt the books, because {@link Allocation#of} checks its proposal. One that never answers cannot be stopped
 * from outside. Check yours with {@code AllocationStrategyContract} from billing-testkit, which waits for an answer for ten seconds.
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

    /**
     * This strategy, and the next one for what it leaves: the money that is left, over what is left of each item. What both
     * pay of an item is one line, at its place in this one's answer, with the explanations of both in order. {@code new
     * ExactMatch().then(new OldestDueFirst())} pays 100.00 of the item of 100.00, and 110.00 of whatever is due first.
     *
     * <p>It can be serialised if both can. A proposal of this one that breaks a law is refused by it, before the next one is
     * asked.
     *
     * @throws IllegalArgumentException if more than 100 strategies are put together
     */
    default AllocationStrategy then(AllocationStrategy next) {
        return new Then(this, next);
    }

    /** As {@link #where(String, Predicate)}, by the name of {@code chosen items}. */
    default AllocationStrategy where(Predicate<OpenItem> eligible) {
        return where("chosen items", eligible);
    }

    /**
     * This strategy over some of the items only, as if there were no others. {@code new OldestDueFirst().where("undisputed",
     * item -> !item.isDisputed())} pays 50.00 of an item of 80.00 that is due second, where the first is in dispute, and says
     * {@code undisputed: number 1 by oldest-due-first …}.
     *
     * <p>It can be serialised if both this and the predicate can. A proposal of this one that breaks a law is refused by it, such as one that
     * pays another item.
     *
     * @param name what the explanations call these items; 1 to 200 characters
     * @param eligible whether an item may be paid; it gives equal answers for equal items
     */
    default AllocationStrategy where(String name, Predicate<OpenItem> eligible) {
        return new Where(this, name, eligible);
    }
}
