package io.quittance.testkit.kpi;

import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An event of a host of its own: goods were delivered.
 *
 * @param late by how many days, 0 or more
 */
record Delivery(String key, LocalDate day, int late, Instant recordedAt) implements KpiEvent, Serializable {}
