/**
 * Reads camt.052, camt.053 and camt.054 of ISO 20022. A {@code Stmt} with {@code OPBD} 18.15, an {@code Ntry} of 8.85 and {@code CLBD}
 * 27.00 is a statement with one entry, and proved.
 */
@NullMarked
package io.quittance.bank.camt;

import org.jspecify.annotations.NullMarked;
