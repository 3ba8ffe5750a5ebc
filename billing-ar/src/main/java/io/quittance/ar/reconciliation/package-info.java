/**
 * Whether the ledger agrees with what others say at a date: the host's control account, a bank, a customer's own statement. {@link
 * io.quittance.ar.reconciliation.Reconciliation} compares a {@link io.quittance.ar.reconciliation.LedgerAccount} with a {@link
 * io.quittance.ar.reconciliation.StatedAccount}, and a {@link io.quittance.ar.reconciliation.ReconciliationRun} keeps what came out.
 *
 * <p>Example: the ledger has 180.00, the customer states 80.00. An invoice over 150.00 and a payment of 50.00 that the
 * customer does not have are two differences of -150.00 and 50.00, which add up to the -100.00.
 */
@NullMarked
package io.quittance.ar.reconciliation;

import org.jspecify.annotations.NullMarked;
