/**
 * The laws of prorations, as plain functions, and as a contract that a test class implements. Example: a test of your proration is
 * {@code class ByWeeksTest implements ProrationContract} with one method that gives it.
 */
@NullMarked
package io.quittance.testkit.schedule;

import org.jspecify.annotations.NullMarked;
