package io.quittance.benchmarks.w6;

/**
 * What every variant can do, by index of the input, as a number that can be compared between variants. The benchmarks call
 * the typed methods of each class; these serve the check that all of them compute the same.
 */
interface Primitives {
    /** Amount i plus amount i + 1, in cents. */
    long addInCents(int i);

    /** Amount i times quantity i, in 1/100,000. */
    long multiplyInScale5(int i);

    /** The product, half up to cents. */
    long roundInCents(int i);

    /** Amount i times 17/31, half up to cents. */
    long prorateInCents(int i);

    /** Amount i over the seven weights: shares cut off to cents, a missing cent each to the first parts. */
    long[] allocateInCents(int i);

    /** Amount i made from its cents, in cents. */
    long createInCents(int i);
}
