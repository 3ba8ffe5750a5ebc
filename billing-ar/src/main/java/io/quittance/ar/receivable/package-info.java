/**
 * What is owed. Example: an invoice of 1 February 2014 over 100.00 USD, net 30, is a receivable of 100.00 due on 3 March;
 * after a payment of 60.00 it is an open item of 40.00.
 */
@NullMarked
package io.quittance.ar.receivable;

import org.jspecify.annotations.NullMarked;
