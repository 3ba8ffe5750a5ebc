/**
 * How a debt that is not paid is paid after all: in instalments that add up to it, by moving what is overdue to later items, or by a promise that is
 * kept or broken. Example: 1000.00 in six parts of whole euros are five times 167.00 and 165.00.
 */
@NullMarked
package io.quittance.ar.plan;

import org.jspecify.annotations.NullMarked;
