/** Delivered against billed: what the terms say a charge costs, compared with what an invoice asked for. */
@NullMarked
package io.quittance.core.verification;

import org.jspecify.annotations.NullMarked;
