/**
 * Reads MT940 and MT942 of SWIFT. {@code :60F:C260310EUR18,15}, a {@code :61:} of 8,85 and {@code :62F:C260311EUR27,00} are a statement
 * with one entry, and proved.
 */
@NullMarked
package io.quittance.bank.mt940;

import org.jspecify.annotations.NullMarked;
