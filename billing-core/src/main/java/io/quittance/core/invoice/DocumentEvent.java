package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.Origin;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.Instant;

/**
 * That a document has reached a stage: a fact that the host reports beside the document, which never changes.
 *
 * @param key by which the fact is known again: reported twice, it counts once
 * @param stage which it reached
 * @param at when
 * @param origin by itself, or by whom
 */
public record DocumentEvent(String key, DocumentStage stage, Instant at, Origin origin) implements Serializable {

    /** Checks the parts. */
    public DocumentEvent {
        Require.id(key, "key");
        requireNonNull(stage, "stage");
        requireNonNull(at, "at");
        requireNonNull(origin, "origin");
    }

    /** What happened by itself. */
    public static DocumentEvent of(String key, DocumentStage stage, Instant at) {
        return new DocumentEvent(key, stage, at, Origin.automatic());
    }
}
