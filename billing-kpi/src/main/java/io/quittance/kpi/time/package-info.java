/** How long something took, in business hours or days of the calendar. */
@NullMarked
package io.quittance.kpi.time;

import org.jspecify.annotations.NullMarked;
