/**
 * What a KPI answers: a {@link io.quittance.kpi.KpiResult} has a value, or says why it has none. It is never NaN, never a
 * silent zero. Percentages are numbers as people write them: 95 means 95 %.
 */
@NullMarked
package io.quittance.kpi;

import org.jspecify.annotations.NullMarked;
