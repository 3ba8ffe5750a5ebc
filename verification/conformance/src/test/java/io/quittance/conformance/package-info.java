/** Runs the cases taken from other systems and standards against the public API. */
@NullMarked
package io.quittance.conformance;

import org.jspecify.annotations.NullMarked;
