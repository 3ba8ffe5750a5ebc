/**
 * The laws of charge models, as plain functions, and as a contract that a test class implements. Example: a test of your
 * model is {@code class ByWeightTest implements ChargeModelContract.Monotone} with one method that gives the model.
 */
@NullMarked
package io.quittance.testkit.pricing;

import org.jspecify.annotations.NullMarked;
