package io.quittance.ar.plan;

/** What became of a promise to pay (ar.md 4.23). */
public enum PromiseState {
    /** There is time left, and not all has been paid. Dunning waits. */
    PENDING,
    /** All was paid in time. */
    KEPT,
    /** The time is over, and some was paid. */
    PARTLY_KEPT,
    /** The time is over, and nothing was paid. */
    BROKEN;

    /** Whether dunning waits for it; one that is partly kept or broken restores the level. */
    public boolean holdsDunning() {
        return this == PENDING;
    }
}
