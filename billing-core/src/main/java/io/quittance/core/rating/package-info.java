/**
 * Contract and usage become charges with reasons. The exact price of a charge is rounded here once, by the terms' rule;
 * what rounding changed can be read from the charge.
 */
@NullMarked
package io.quittance.core.rating;

import org.jspecify.annotations.NullMarked;
