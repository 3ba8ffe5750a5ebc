/** Why a number is what it is: a message key with arguments, readable as it stands and translatable. */
@NullMarked
package io.quittance.core.explain;

import org.jspecify.annotations.NullMarked;
