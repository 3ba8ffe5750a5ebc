/** Aging: what is open of ten million items, by customer and bucket. */
@NullMarked
package io.quittance.benchmarks.w5;

import org.jspecify.annotations.NullMarked;
