/**
 * All that happened to receivables, in order. A {@link io.quittance.ar.ledger.Ledger} is a persistent value: posting an
 * entry returns the next version, and every earlier one stays as it is. It answers as of any day, as known at any instant.
 *
 * <p>Example: 100.00 posted on 1 February and 60.00 paid on 10 March are 100.00 open as of 28 February and 40.00 as of 31
 * March.
 */
@NullMarked
package io.quittance.ar.ledger;

import org.jspecify.annotations.NullMarked;
