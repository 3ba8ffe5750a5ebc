/**
 * What a customer is told to owe: an {@link io.quittance.ar.statement.OpenItemStatement} lists what is open on a day, a {@link
 * io.quittance.ar.statement.BalanceForwardStatement} what changed since another. Both close with what the ledger says (ar.md 4.15).
 *
 * <p>Example: an opening balance of 100.00, an invoice over 50.00 and a payment of 120.00 close with 30.00, which is what is open of the invoices
 * less what is on account.
 */
@NullMarked
package io.quittance.ar.statement;

import org.jspecify.annotations.NullMarked;
