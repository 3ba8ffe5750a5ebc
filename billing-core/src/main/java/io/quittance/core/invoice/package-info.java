/**
 * Charges become a document whose totals add up. Every line rounds once, sums of rounded amounts are never rounded again
 * (EN 16931, BR-CO-10 to BR-CO-16).
 */
@NullMarked
package io.quittance.core.invoice;

import org.jspecify.annotations.NullMarked;
