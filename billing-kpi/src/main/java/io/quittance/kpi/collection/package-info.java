/** KPIs of receivables: how fast they are collected, how much is overdue, how much is contested. */
@NullMarked
package io.quittance.kpi.collection;

import org.jspecify.annotations.NullMarked;
