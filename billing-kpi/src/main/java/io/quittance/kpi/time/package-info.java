/** Time as a business counts it: hours, days of the calendar, and the periods of fiscal years. */
@NullMarked
package io.quittance.kpi.time;

import org.jspecify.annotations.NullMarked;
