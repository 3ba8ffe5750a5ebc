/** What arrived, and what the payer said it is for. */
@NullMarked
package io.quittance.ar.payment;

import org.jspecify.annotations.NullMarked;
