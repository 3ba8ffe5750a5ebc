/**
 * The laws of contracts, bill runs and schedules, as plain functions, and as a contract that a test class implements. Example:
 * a test of one of your contracts is {@code class FrameworkAgreementTest implements ContractBillingContract} with one method
 * that gives it; one of your storage gives an {@code engine()} that reads through it.
 */
@NullMarked
package io.quittance.testkit.billing;

import org.jspecify.annotations.NullMarked;
