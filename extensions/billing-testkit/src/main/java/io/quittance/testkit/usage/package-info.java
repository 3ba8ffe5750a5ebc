/**
 * The laws of usage aggregations, as plain functions, and as a contract that a test class implements. Example: a test of
 * your aggregation is {@code class MedianTest implements UsageAggregationContract} with one method that gives it.
 */
@NullMarked
package io.quittance.testkit.usage;

import org.jspecify.annotations.NullMarked;
