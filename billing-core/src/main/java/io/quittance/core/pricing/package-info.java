/**
 * What a quantity costs, by which steps. A {@link io.quittance.core.pricing.ChargeModel} prices exactly; rounding belongs
 * to the invoice line. Example: 159 minutes at 0.045 cost exactly 7.155.
 */
@NullMarked
package io.quittance.core.pricing;

import org.jspecify.annotations.NullMarked;
