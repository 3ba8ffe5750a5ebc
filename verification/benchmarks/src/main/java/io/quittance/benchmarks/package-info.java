/** Speed, measured as ratios to baselines in one run; every variant of a workload returns the same checksum. */
@NullMarked
package io.quittance.benchmarks;

import org.jspecify.annotations.NullMarked;
