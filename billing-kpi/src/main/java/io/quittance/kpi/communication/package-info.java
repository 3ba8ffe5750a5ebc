/** KPIs of dealing with customers, readers of reports and vendors: how fast they are answered, and whether they answer. */
@NullMarked
package io.quittance.kpi.communication;

import org.jspecify.annotations.NullMarked;
