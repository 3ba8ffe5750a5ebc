/**
 * When billed money is earned: what a contract promises, what was billed and what happened become, at the end of any day, what is
 * billed, earned, deferred, unbilled and remaining, by IFRS 15 and ASC 606. All functions are pure, nothing is stored, and to the
 * last minor unit billed − earned = deferred − unbilled and promised = earned + remaining.
 *
 * <p>{@link io.quittance.core.revenue.RevenueBook} is the door; a {@link io.quittance.core.revenue.RecognitionRule} says how much
 * is earned, and is one class to write.
 */
@NullMarked
package io.quittance.core.revenue;

import org.jspecify.annotations.NullMarked;
