/** Which days a charge covers, and as of when something is asked. */
@NullMarked
package io.quittance.core.schedule;

import org.jspecify.annotations.NullMarked;
