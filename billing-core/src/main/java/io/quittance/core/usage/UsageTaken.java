package io.quittance.core.usage;

import java.io.Serializable;
import java.util.List;

/**
 * What became of the events that were given to a {@link UsageIntake}: each is in one of the two lists.
 *
 * @param accepted what counts, each key once, in the order of {@link UsageEvent#BY_TIME}
 * @param findings what does not, in the order of the input
 */
public record UsageTaken(List<UsageEvent> accepted, List<UsageFinding> findings) implements Serializable {

    /** Copies both. */
    public UsageTaken {
        accepted = List.copyOf(accepted);
        findings = List.copyOf(findings);
    }
}
