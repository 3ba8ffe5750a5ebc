/**
 * The laws of settlements (ar.md, section 7), for a strategy and a policy that a host puts together, or for whatever else makes its
 * settlements. A test class that implements {@link io.quittance.testkit.settlement.SettlementContract} checks all of them on generated
 * payments; {@link io.quittance.testkit.settlement.SettlementLaws} are the same laws as plain functions.
 *
 * <p>Example: 20.00 written off under a policy that allows 5.00 break {@code SHORT_PAY}.
 */
@NullMarked
package io.quittance.testkit.settlement;

import org.jspecify.annotations.NullMarked;
