/** What was used or delivered, as the host measured it. */
@NullMarked
package io.quittance.core.usage;

import org.jspecify.annotations.NullMarked;
