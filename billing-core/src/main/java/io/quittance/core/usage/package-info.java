/**
 * What was used or delivered, as the host measured it, and what becomes of it before it is priced: {@link
 * io.quittance.core.usage.UsageIntake} takes events in, a {@link io.quittance.core.usage.Meter} makes one quantity of them,
 * a {@link io.quittance.core.usage.UnitConversion} and {@link io.quittance.core.usage.FreeUnits} make of it what is priced.
 * Example: calls of 61 and 5 seconds at 60/60 are 180 seconds, 3 minutes, of which 1 is free: 2 are priced.
 */
@NullMarked
package io.quittance.core.usage;

import org.jspecify.annotations.NullMarked;
