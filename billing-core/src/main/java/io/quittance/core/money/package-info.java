/**
 * Exact money: {@link io.quittance.core.money.Amount}, the exact {@link io.quittance.core.money.Fraction} whose only way
 * out is a {@link io.quittance.core.money.Rounding}, and {@link io.quittance.core.money.Apportionment}, which splits an
 * amount into parts that add up to it.
 *
 * <p>Example: 100.00 EUR for 16 of 31 days is the fraction 1600/31, which rounds once, half up to the cent, to 51.61 EUR.
 */
@NullMarked
package io.quittance.core.money;

import org.jspecify.annotations.NullMarked;
