/** Invoice totals: a hundred thousand invoices, their lines, allowances and taxes become three sums each. */
@NullMarked
package io.quittance.benchmarks.w3;

import org.jspecify.annotations.NullMarked;
