/**
 * The bulk door: millions of usage events in columns become lines and invoice sums, to the same cents as the object door,
 * without an object for each event. {@link io.quittance.core.bulk.UsageSums} adds usage up and prices it; {@link
 * io.quittance.core.bulk.EventRating} rates every event at its place in the tiers. Example: 10,000,000 events of 10,000
 * customers on ten meters are 100,000 lines.
 *
 * <p>Numbers are unscaled {@code long}s at a stated scale; what does not fit is carried on in {@code BigInteger}, one value
 * at a time. Nothing here knows {@code javax.money}: currencies belong to the lines' reader.
 */
@NullMarked
package io.quittance.core.bulk;

import org.jspecify.annotations.NullMarked;
