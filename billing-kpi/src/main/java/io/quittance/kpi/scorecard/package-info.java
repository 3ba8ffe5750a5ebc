/** Targets for KPIs, and whether they are met. Values are compared exactly: at "less than 2 %", 2 % is missed. */
@NullMarked
package io.quittance.kpi.scorecard;

import org.jspecify.annotations.NullMarked;
