/**
 * Contract against delivery against invoice: a {@link Verification} holds what was invoiced, by whomever, against what a bill run makes
 * of the terms and of what was delivered, and gives every difference a type and an amount; {@link Plausibility} holds drafts against
 * earlier periods. Ten hours at 150.00 were delivered and 1,200.00 invoiced for eight: {@code WRONG_QUANTITY EUR -300.00}.
 */
@NullMarked
package io.quittance.core.verification;

import org.jspecify.annotations.NullMarked;
