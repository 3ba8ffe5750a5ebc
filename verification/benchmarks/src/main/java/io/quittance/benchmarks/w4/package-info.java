/** Allocation: five million open items and a million payments become four million lines, oldest due first. */
@NullMarked
package io.quittance.benchmarks.w4;

import org.jspecify.annotations.NullMarked;
