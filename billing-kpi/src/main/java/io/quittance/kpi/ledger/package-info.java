/** Reads the figures of collection KPIs from a ledger, ours or that of a host as events; the only package here that knows receivables. */
@NullMarked
package io.quittance.kpi.ledger;

import org.jspecify.annotations.NullMarked;
