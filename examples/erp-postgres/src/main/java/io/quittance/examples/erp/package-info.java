/** An ERP's tables in PostgreSQL, and the rules of the library embedded in its transactions. */
@NullMarked
package io.quittance.examples.erp;

import org.jspecify.annotations.NullMarked;
