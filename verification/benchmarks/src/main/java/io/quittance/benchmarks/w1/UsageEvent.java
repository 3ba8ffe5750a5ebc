package io.quittance.benchmarks.w1;

import java.math.BigDecimal;
import java.time.Instant;

/** An event as an application has it. */
record UsageEvent(long customerId, int meterId, BigDecimal quantity, Instant timestamp) {}
