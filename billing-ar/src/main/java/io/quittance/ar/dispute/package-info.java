/**
 * What customers contest: a {@link io.quittance.ar.dispute.Dispute} is of an amount of one receivable, with a reason and what opened it; a
 * {@link io.quittance.ar.dispute.Resolution} ends it. The ledger holds both as entries, so that all that looks at what is open sees
 * what of it is contested.
 *
 * <p>Example: of an invoice over 119.00 the customer contests 23.80, as the price of one piece is too high. 95.20 are still to be paid in
 * time. When the case is accepted, {@link io.quittance.ar.dispute.DisputeCredit} drafts the credit note over 23.80.
 */
@NullMarked
package io.quittance.ar.dispute;

import org.jspecify.annotations.NullMarked;
