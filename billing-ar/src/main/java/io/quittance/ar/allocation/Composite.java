package io.quittance.ar.allocation;

import io.quittance.core.internal.Require;

/** A strategy made of others. How many there are in all is bounded, so that a few lines cannot make one that asks for ever. */
interface Composite extends AllocationStrategy {
    /** The most strategies in one: {@code s = s.then(s)} seven times over are more. Each may ask the next, as deep as they are many. */
    int MOST = 100;

    /** Of how many strategies that ask no other one it is made, each counted as often as it is asked. */
    int parts();

    /** As {@link #parts()}, for any strategy; 1 for one that is not made of others here. */
    static int parts(AllocationStrategy strategy) {
        if (strategy instanceof KeepPrepaid kept) {
            return parts(kept.otherwise());
        }
        return strategy instanceof Composite composite ? composite.parts() : 1;
    }

    /** Refuses what is made of too many. */
    static void requireBounded(int parts) {
        Require.that(parts <= MOST, "allocation.parts", "strategy", "must be made of at most " + MOST, parts);
    }
}
