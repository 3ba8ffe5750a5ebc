/** Reads the figures of billing KPIs from bill runs, issued documents and their verification; knows no receivables. */
@NullMarked
package io.quittance.kpi.billrun;

import org.jspecify.annotations.NullMarked;
