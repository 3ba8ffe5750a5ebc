package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ActorId;
import java.io.Serializable;
import java.time.Instant;

/**
 * That somebody has approved a draft.
 *
 * @param by who, never who prepared it
 * @param at when
 */
public record Approval(ActorId by, Instant at) implements Serializable {

    /** Checks that both are there. */
    public Approval {
        requireNonNull(by, "by");
        requireNonNull(at, "at");
    }
}
