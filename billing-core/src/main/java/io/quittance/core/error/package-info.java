/**
 * What the library says when it refuses: a stable code, the argument, the rule it broke and its value, as fields.
 *
 * <p>There is one family of refusals, {@link io.quittance.core.error.Refusal}, with one class for each exception type
 * that callers expect from Java and JSR-354: bad arguments are {@code IllegalArgumentException}s, mixed currencies are
 * {@code MonetaryException}s, results beyond the stated bounds are {@code ArithmeticException}s.
 */
@NullMarked
package io.quittance.core.error;

import org.jspecify.annotations.NullMarked;
