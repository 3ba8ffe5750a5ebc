package io.quittance.ar.dispute;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ActorId;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come, in the words of the host: {@code DisputeStage.of("at-warehouse").ownedBy(clerk).noted("note-17")}.
 *
 * @param key of the stage; 1 to 200 characters
 * @param owner who looks after the case from now on; null if the same as before
 * @param note under which key the host keeps what was said; never the words themselves; null if there is none
 */
public record DisputeStage(
        String key, @Nullable ActorId owner, @Nullable String note) implements Serializable {

    /** Checks the parts. */
    public DisputeStage {
        Require.id(key, "stage");
        Require.optionalId(note, "note");
    }

    /** A stage with the same owner as before, and no note. */
    public static DisputeStage of(String key) {
        return new DisputeStage(key, null, null);
    }

    /** The same, with an owner from now on. */
    public DisputeStage ownedBy(ActorId actor) {
        return new DisputeStage(key, requireNonNull(actor, "owner"), note);
    }

    /** The same, with a note that the host keeps under this key. */
    public DisputeStage noted(String newNote) {
        return new DisputeStage(key, owner, requireNonNull(newNote, "note"));
    }

    /** Who looks after the case from now on; empty if the same as before. */
    public Optional<ActorId> newOwner() {
        return Optional.ofNullable(owner);
    }

    /** The key of the note, if there is one. */
    public Optional<String> noteKey() {
        return Optional.ofNullable(note);
    }
}
