/** Checks that several packages share; exported to this project's own modules only. */
@NullMarked
package io.quittance.core.internal;

import org.jspecify.annotations.NullMarked;
