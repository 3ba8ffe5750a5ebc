/** Usage rating: ten million events of ten thousand customers on ten meters become lines and invoice sums. */
@NullMarked
package io.quittance.benchmarks.w1;

import org.jspecify.annotations.NullMarked;
