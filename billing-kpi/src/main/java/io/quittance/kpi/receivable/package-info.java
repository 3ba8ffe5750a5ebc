/** Receivables of a host that keeps its own books, as plain events: what is owed, what was applied to it, money on account and what is contested. */
@NullMarked
package io.quittance.kpi.receivable;

import org.jspecify.annotations.NullMarked;
