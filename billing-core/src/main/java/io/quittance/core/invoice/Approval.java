package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ActorId;
import java.io.Serializable;
import java.time.Instant;

/**
 * That somebody has approved a draft: this one, so that what is issued is what was approved. A draft that is changed afterwards must be
 * approved anew.
 *
 * @param draft what was approved
 * @param by who, never who prepared it
 * @param at when
 */
public record Approval(InvoiceDraft draft, ActorId by, Instant at) implements Serializable {

    /** Checks that all are there. */
    public Approval {
        requireNonNull(draft, "draft");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
    }
}
