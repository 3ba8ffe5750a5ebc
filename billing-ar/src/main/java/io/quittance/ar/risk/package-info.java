/**
 * How much a customer may owe, and how much of what is owed will not come. Example: with a limit of 250.00 and 246.05 of exposure, 64.20 more exceed it;
 * 3.00 more do not, nor do 3.95.
 */
@NullMarked
package io.quittance.ar.risk;

import org.jspecify.annotations.NullMarked;
