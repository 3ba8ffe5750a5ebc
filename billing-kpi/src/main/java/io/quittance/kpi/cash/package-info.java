/** How money that came in is applied and reconciled, and what of it was promised or dunned before. */
@NullMarked
package io.quittance.kpi.cash;

import org.jspecify.annotations.NullMarked;
