package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * A state of a customer who is overdue, such as blocked, and from when on.
 *
 * @param name 1 to 100 characters, unique among states
 * @param condition when it applies
 */
public record OverdueState(String name, OverdueCondition condition) implements Serializable {
    private static final int MAX_NAME = 100;

    /** Checks the parts. */
    public OverdueState {
        Require.id(name, "name", MAX_NAME);
        requireNonNull(condition, "condition");
    }
}
