package io.quittance.benchmarks.w1;

/** What a map of lines is keyed by. */
record LineKey(long customer, int meter) {}
