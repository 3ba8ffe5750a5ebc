/** Systems that drag large trees of dependencies along; compiled and run in the Maven profile {@code baselines} only. */
@NullMarked
package io.quittance.benchmarks.baselines;

import org.jspecify.annotations.NullMarked;
