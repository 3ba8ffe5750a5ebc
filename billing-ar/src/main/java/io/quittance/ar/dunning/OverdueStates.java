package io.quittance.ar.dunning;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * States in the order in which they are asked, the most severe first: a customer is in the first whose condition is met (ar.md 4.16, as in Kill
 * Bill). With states of 50, 40 and 30 days, who is 48 days overdue is in the second.
 *
 * @param states in their order; one at least
 */
public record OverdueStates(List<OverdueState> states) implements Serializable {
    /** Copies the states. */
    public OverdueStates {
        states = List.copyOf(Require.notEmpty(states, "states"));
        var names = new HashSet<String>();
        states.forEach(state -> Require.that(
                names.add(state.name()), "overdue.state-twice", "states", "must have each name once", state.name()));
    }

    /** The state that applies; empty if the customer is clear. */
    public Optional<OverdueState> of(OverdueFigures figures) {
        return states.stream()
                .filter(state -> state.condition().isMetBy(figures))
                .findFirst();
    }
}
