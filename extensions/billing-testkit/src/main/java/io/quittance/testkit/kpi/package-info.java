/**
 * The laws of KPIs, as plain functions, and as contracts that a test class implements. Example: a test of your KPI is {@code class
 * BestPossibleDsoTest implements CollectionKpiContract} with one method that gives it.
 */
@NullMarked
package io.quittance.testkit.kpi;

import org.jspecify.annotations.NullMarked;
