/** A bill run on Apache Spark: usage in Parquet becomes invoices in Parquet, to the cents of a run in one process. */
@NullMarked
package io.quittance.examples.spark;

import org.jspecify.annotations.NullMarked;
