package io.quittance.core.error;

import java.util.Optional;

/**
 * Implemented by every exception of this library, save where JSR-354 asks for a plain {@code MonetaryException}: from an
 * amount's factory, and around what a foreign operator or query threw. The message is made of these fields and holds
 * nothing else: {@code [path: ]argument rule[, but was value]}, for example {@code quantity must not be negative, but was
 * -1}.
 */
public interface Refusal {

    /** A stable name for the rule, made of lower-case words, dots and hyphens, for example {@code number.negative}. */
    String code();

    /** Where in a nested input the argument stands, for example {@code charges[0].model}; empty at the top. */
    String path();

    /** The name of the refused argument or field. */
    String argument();

    /** The rule that was broken, as a phrase that follows the argument: {@code must not be negative}. */
    String rule();

    /** The refused value as text; empty when it is personal data, or when there is none because it was missing. */
    Optional<String> value();
}
