/** KPIs of billing: whether invoices are right and on time, and what becomes of disputes. */
@NullMarked
package io.quittance.kpi.billing;

import org.jspecify.annotations.NullMarked;
