package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an invoice is corrected: {@code Correction.of(RETURN).because("two of ten came back")}.
 *
 * @param reason by which corrections are counted
 * @param words the same for the customer, in words; null if there are none
 */
public record Correction(CorrectionReason reason, @Nullable String words) implements Serializable {
    /** Reason: UNCL 4451. */
    private static final String REASON = "ACD";

    /** Checks the parts. */
    public Correction {
        requireNonNull(reason, "reason");
        Require.optionalText(words, "words");
    }

    /** For a reason, without words. */
    public static Correction of(CorrectionReason reason) {
        return new Correction(reason, null);
    }

    /** The same with words of 1 to 10,000 characters. */
    public Correction because(String newWords) {
        return new Correction(reason, requireNonNull(newWords, "words"));
    }

    /** The words, if there are any. */
    public Optional<String> text() {
        return Optional.ofNullable(words);
    }

    /** What a document says of it (BG-1): the words, or else the reason in English, as a note about the reason. */
    public InvoiceNote note() {
        return new InvoiceNote(text().orElse(reason.explanation().text()), REASON);
    }
}
