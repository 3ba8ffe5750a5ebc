/** What is measured outside billing and receivables, such as satisfaction, training and audits: recorded, checked, and read like any KPI. */
@NullMarked
package io.quittance.kpi.measurement;

import org.jspecify.annotations.NullMarked;
