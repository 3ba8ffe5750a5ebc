/**
 * The bulk door: millions of usage events in columns become lines and invoice sums, to the same cents as the object door,
 * without an object for each event. {@link io.quittance.core.bulk.UsageSums} adds usage up and prices it; {@link
 * io.quittance.core.bulk.EventRating} rates every event at its place in the tiers. Example: 10,000,000 events of 10,000
 * customers on ten meters are 100,000 lines.
 *
 * <p>{@link io.quittance.core.bulk.RecurringLines} does the same for charges that recur: 20,000 subscriptions are 151,391
 * lines of a year, or those of one month, whatever was billed before. Its lines are days and amounts, without reasons.
 *
 * <p>{@link io.quittance.core.bulk.InvoiceSums} adds the lines of documents up, with the tax of each treatment: 100,000 invoices
 * of 999,994 lines, as objects or in columns, to the cents of an {@code InvoiceDraft}.
 *
 * <p>Numbers are unscaled {@code long}s at a stated scale; what does not fit is carried on in {@code BigInteger}, one value
 * at a time. Nothing here knows {@code javax.money}, since currencies belong to the lines' reader; but for {@code
 * RecurringLines} and {@code InvoiceSums} with their lines and sums, which take and give what has a currency.
 */
@NullMarked
package io.quittance.core.bulk;

import org.jspecify.annotations.NullMarked;
