package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;

/**
 * A document that was chosen, with what it rests on and what became of it.
 *
 * @param document as the host keeps it
 * @param contentHash as it is now; the same as the stored one, unless there is a finding
 * @param lines all lines, in their order
 * @param corrects the documents to which it refers
 * @param correctedBy the documents that refer to it, such as its credit notes, by date of issue
 * @param violations the rules of EN 16931 that it breaks
 */
public record AuditedDocument(
        IssuedDocument document,
        String contentHash,
        List<AuditedLine> lines,
        List<InvoiceNumber> corrects,
        List<InvoiceNumber> correctedBy,
        List<RuleViolation> violations)
        implements Serializable {

    /** Copies the lists. */
    public AuditedDocument {
        requireNonNull(document, "document");
        Require.id(contentHash, "contentHash");
        lines = List.copyOf(lines);
        corrects = List.copyOf(corrects);
        correctedBy = List.copyOf(correctedBy);
        violations = List.copyOf(violations);
    }

    /** For example {@code R-7 of ACME 2026}. */
    @Override
    public String toString() {
        return document.toString();
    }
}
