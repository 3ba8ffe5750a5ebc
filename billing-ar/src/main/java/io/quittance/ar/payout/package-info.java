/**
 * What a payment processor pays out: many payments in one credit on the bank account, less what it keeps. Example: payments of 180.00
 * less fees of 5.22, a refund of 20.00, a chargeback of 15.00 and a reserve of 10.00 are a credit of 129.78.
 */
@NullMarked
package io.quittance.ar.payout;

import org.jspecify.annotations.NullMarked;
