/**
 * Finds out who paid what. Example: 80.00 from an account that is known for customer A, with the words {@code invoice 10001}, of which
 * 80.00 are open, are A's money for 10001 with high confidence; the same 80.00 without the words, where A has two items of 80.00,
 * are two candidates and no match.
 */
@NullMarked
package io.quittance.ar.matching;

import org.jspecify.annotations.NullMarked;
