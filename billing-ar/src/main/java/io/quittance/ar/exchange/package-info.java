/** Amounts in two currencies: stored rates, what is booked, and realised and unrealised differences. */
@NullMarked
package io.quittance.ar.exchange;

import org.jspecify.annotations.NullMarked;
