package io.quittance.core.id;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something comes from: a rule that runs by itself, or somebody.
 *
 * @param actorId who did it; null if it happened by itself
 */
public record Origin(@Nullable ActorId actorId) implements Serializable {
    private static final Origin AUTOMATIC = new Origin(null);

    /** By itself. */
    public static Origin automatic() {
        return AUTOMATIC;
    }

    /** By somebody. */
    public static Origin of(ActorId actor) {
        return new Origin(requireNonNull(actor, "actor"));
    }

    /** As {@link #of(ActorId)}, by a key. */
    public static Origin of(String actor) {
        return of(ActorId.of(actor));
    }

    /** Who did it, if it did not happen by itself. */
    public Optional<ActorId> actor() {
        return Optional.ofNullable(actorId);
    }

    /** Whether nobody did it. */
    public boolean isAutomatic() {
        return actorId == null;
    }

    /** The key of who did it, or {@code automatic}. */
    @Override
    public String toString() {
        return actorId == null ? "automatic" : actorId.toString();
    }
}
