/** What would be, if the same money settled the same debts otherwise. Nothing of it is posted anywhere. */
@NullMarked
package io.quittance.ar.simulation;

import org.jspecify.annotations.NullMarked;
