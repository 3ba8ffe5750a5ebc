/** KPIs of billing: whether invoices are right, on time and complete, how long they take, and how much is billed. */
@NullMarked
package io.quittance.kpi.billing;

import org.jspecify.annotations.NullMarked;
