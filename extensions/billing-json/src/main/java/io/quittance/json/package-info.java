/**
 * Contract terms are data, not code: they are read from JSON, strictly. What is unknown, missing, twice or of the wrong type
 * is refused with its path, such as {@code charges[0].model.unitPrice}. Amounts, prices and quantities are JSON strings, so
 * that nobody on the way turns them into binary fractions.
 */
@NullMarked
package io.quittance.json;

import org.jspecify.annotations.NullMarked;
