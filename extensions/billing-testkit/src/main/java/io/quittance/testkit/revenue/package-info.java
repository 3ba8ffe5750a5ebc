/**
 * The laws of recognition rules, as plain functions, and as a contract that a test class implements. Example: a test of your rule is
 * {@code class CostToCostTest implements RecognitionRuleContract} with one method that gives it.
 */
@NullMarked
package io.quittance.testkit.revenue;

import org.jspecify.annotations.NullMarked;
