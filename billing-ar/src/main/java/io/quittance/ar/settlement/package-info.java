/**
 * What else closes a debt when a payment settles it: discounts, tolerances, what is written off, what the payer keeps. A {@link
 * io.quittance.ar.settlement.Settlement} is an allocation with adjustments, known to balance. Example: 975.00 on 1000.00 with 2 % off
 * and a tolerance of 5.00 close it: 975.00 applied, 20.00 discount, 5.00 tolerance.
 */
@NullMarked
package io.quittance.ar.settlement;

import org.jspecify.annotations.NullMarked;
