/**
 * How money ends up when a fact becomes known late. A {@link io.quittance.ar.replay.Replay} puts all facts of an account in the
 * order in which they took effect and settles anew from the first; a {@link io.quittance.ar.replay.Rebooking} says which entries
 * bring a ledger there, and leaves those alone that come out as they were.
 *
 * <p>Example: 300.00 of 10 October paid 250.00 and 50.00 of two instalments. A fee of 20.00 for 9 October, recorded in November,
 * was there before: the 300.00 pay it too, and 30.00 of the second instalment.
 */
@NullMarked
package io.quittance.ar.replay;

import org.jspecify.annotations.NullMarked;
