/** KPIs of billing: whether invoices are right and on time. */
@NullMarked
package io.quittance.kpi.billing;

import org.jspecify.annotations.NullMarked;
