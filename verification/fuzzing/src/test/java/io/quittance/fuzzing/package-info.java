/** All that parses either reads what it is given, and writes it back as it was understood, or refuses it as it says it does. */
@NullMarked
package io.quittance.fuzzing;

import org.jspecify.annotations.NullMarked;
