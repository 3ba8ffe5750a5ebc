/** What was agreed: parties, term, charges, and when payment is due. */
@NullMarked
package io.quittance.core.contract;

import org.jspecify.annotations.NullMarked;
