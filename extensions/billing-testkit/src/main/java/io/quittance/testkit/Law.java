package io.quittance.testkit;

/** A law of one of the extension points. Each package of the kit has an enum of its own, such as {@code AllocationLaw}. */
public interface Law {

    /** The name by which the tables of the documentation have it: {@code WITHIN_ITEM}. */
    String name();

    /** What must hold, as a sentence without its full stop: {@code no line pays more than is open of its item}. */
    String sentence();
}
