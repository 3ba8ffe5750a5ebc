/**
 * The laws of tax policies and of tax determinations, as plain functions, and as contracts that a test class implements. Example: a
 * test of your policy is {@code class ToFiveCentsTest implements TaxPolicyContract} with one method that gives it.
 */
@NullMarked
package io.quittance.testkit.tax;

import org.jspecify.annotations.NullMarked;
