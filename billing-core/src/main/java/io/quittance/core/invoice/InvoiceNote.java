package io.quittance.core.invoice;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a document says in words (EN 16931, BG-1).
 *
 * @param text (BT-22)
 * @param subjectCode what it is about, a code of UNCL 4451 (BT-21); null if that is not said
 */
public record InvoiceNote(String text, @Nullable String subjectCode) implements Serializable {

    /** Checks the parts. */
    public InvoiceNote {
        Require.text(text, "note");
        Require.optionalId(subjectCode, "subjectCode");
    }

    /** A note about nothing in particular. */
    public static InvoiceNote of(String text) {
        return new InvoiceNote(text, null);
    }

    /** What it is about, if that is said. */
    public Optional<String> subject() {
        return Optional.ofNullable(subjectCode);
    }
}
