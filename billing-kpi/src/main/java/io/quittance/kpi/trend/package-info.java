/** How KPIs move: series by period and by customer or another key, what changed and why, trend lines, and a summary for management. */
@NullMarked
package io.quittance.kpi.trend;

import org.jspecify.annotations.NullMarked;
