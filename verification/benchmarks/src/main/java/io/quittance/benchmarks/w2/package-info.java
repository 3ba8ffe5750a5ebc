/** Recurring lines: two hundred thousand subscriptions, their price changes and cancellations become the lines of a year. */
@NullMarked
package io.quittance.benchmarks.w2;

import org.jspecify.annotations.NullMarked;
