/** Opaque identifiers, one type for each thing that has one, so that a contract cannot be passed for a customer. */
@NullMarked
package io.quittance.core.id;

import org.jspecify.annotations.NullMarked;
