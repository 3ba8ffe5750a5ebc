/** W6, the primitives: add, multiply, round, prorate, allocate, create and look up, for six ways to hold an amount. */
@NullMarked
package io.quittance.benchmarks.w6;

import org.jspecify.annotations.NullMarked;
