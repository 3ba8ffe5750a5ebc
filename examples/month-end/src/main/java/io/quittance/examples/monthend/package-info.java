/** A month-end close on real data: bills, receives, allocates, ages, measures and reports. */
@NullMarked
package io.quittance.examples.monthend;

import org.jspecify.annotations.NullMarked;
