/**
 * Decides which open items a payment settles. An {@link io.quittance.ar.allocation.AllocationStrategy} proposes lines; an
 * {@link io.quittance.ar.allocation.Allocation} is a proposal that is known to balance. Example: 150.00 against 100.00
 * (older) and 80.00 gives, oldest due first, 100.00 and 50.00.
 */
@NullMarked
package io.quittance.ar.allocation;

import org.jspecify.annotations.NullMarked;
