/**
 * Who is reminded of what, when, and what it costs: decisions only, the host sends. A {@link DunningPolicy} has levels; a {@link DunningRun}
 * asks it about accounts, one at a time, and about what a {@link CollectionHistory} says was sent, answered, promised and paused. Example:
 * 100.00 that are 15 days late, at a level of 14 days with a fee of 5.00, are a letter over 105.00.
 */
@NullMarked
package io.quittance.ar.dunning;

import org.jspecify.annotations.NullMarked;
