/**
 * The laws of allocation. A test class that implements {@link
 * io.quittance.testkit.allocation.AllocationStrategyContract} and supplies a strategy checks all of them on generated
 * requests, and what it promises beyond them; {@link io.quittance.testkit.allocation.AllocationLaws} and {@link
 * io.quittance.testkit.allocation.AllocationPromises} are the same laws as plain functions.
 *
 * <p>Example: a strategy that answers 150.00 of 100.00 with lines of 100.00 and 60.00 breaks {@code WITHIN_PAYMENT}.
 */
@NullMarked
package io.quittance.testkit.allocation;

import org.jspecify.annotations.NullMarked;
