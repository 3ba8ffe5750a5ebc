/**
 * Contract terms are data, not code: they are read from JSON, strictly. All that is unknown, missing, twice, of the wrong type
 * or refused by the terms is reported at once, each with its path, such as {@code charges[0].model}, its rule and its value. Amounts, prices and quantities are JSON strings, so
 * that nobody on the way turns them into binary fractions.
 */
@NullMarked
package io.quittance.json;

import org.jspecify.annotations.NullMarked;
