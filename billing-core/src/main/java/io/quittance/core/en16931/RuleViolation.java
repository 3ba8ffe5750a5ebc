package io.quittance.core.en16931;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A rule that a document breaks.
 *
 * @param rule its id, as the official artefacts name it, such as {@code BR-CO-15}
 * @param path where, such as {@code BG-25[2]/BT-131} for the second line; never what stands there
 * @param explanation what is wrong
 */
public record RuleViolation(String rule, String path, Explanation explanation) implements Serializable {

    /** Checks the parts. */
    public RuleViolation {
        Require.id(rule, "rule");
        requireNonNull(path, "path");
        requireNonNull(explanation, "explanation");
    }

    /** For example {@code BR-CO-15 at BG-22/BT-112: must be 119.00, not 118.99}. */
    @Override
    public String toString() {
        return rule + " at " + path + ": " + explanation;
    }
}
