/**
 * What may be taken off a debt for paying early, and what it costs not to. A {@link io.quittance.ar.discount.DiscountOffer} is the
 * offer of one document. Example: 2 % up to 9 July on 100.00 of 25 June are paid with 98.00 on 1 July; 49.00 pay 50.00.
 */
@NullMarked
package io.quittance.ar.discount;

import org.jspecify.annotations.NullMarked;
