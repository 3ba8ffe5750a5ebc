package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document was refused; {@link #errors()} says why, all at once. Where there is one error, its code, path, argument, rule
 * and value are those of this exception. Where there are several, the code is {@code json.errors}, the argument {@code
 * document}, and the value lists the first {@value #LISTED} of them:
 *
 * <p>{@code document must be valid, but was refused in 2 places: charges[0]: meter must be given; paymentTerms: days must
 * be between 0 and 3650, but was -1}
 */
public final class InvalidDocumentException extends IllegalArgumentException implements Refusal {
    /** How many errors the message lists. */
    public static final int LISTED = 20;

    private static final long serialVersionUID = 1L;
    private static final String CODE = "json.errors";
    private static final String ARGUMENT = "document";
    private static final String RULE = "must be valid";

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<InvalidArgumentException> errors;

    private final boolean complete;

    InvalidDocumentException(List<InvalidArgumentException> errors, boolean complete) {
        super(message(errors, complete), errors.get(0));
        this.errors = List.copyOf(errors);
        this.complete = complete;
    }

    private static @Nullable String message(List<InvalidArgumentException> errors, boolean complete) {
        return errors.size() == 1
                ? errors.get(0).getMessage()
                : ARGUMENT + " " + RULE + ", but was " + listed(errors, complete);
    }

    private static String listed(List<InvalidArgumentException> errors, boolean complete) {
        String first = errors.stream().limit(LISTED).map(Throwable::getMessage).collect(Collectors.joining("; "));
        return "refused in " + (complete ? "" : "more than ") + errors.size() + " places: " + first
                + (errors.size() > LISTED ? "; and more" : "");
    }

    /** What is wrong, in the order of the document: one error or more, at most 100. */
    public List<InvalidArgumentException> errors() {
        return errors;
    }

    /** Whether these are all errors; false where reading stopped because there were more than 100. */
    public boolean isComplete() {
        return complete;
    }

    @Override
    public String code() {
        return single().map(Refusal::code).orElse(CODE);
    }

    @Override
    public String path() {
        return single().map(Refusal::path).orElse("");
    }

    @Override
    public String argument() {
        return single().map(Refusal::argument).orElse(ARGUMENT);
    }

    @Override
    public String rule() {
        return single().map(Refusal::rule).orElse(RULE);
    }

    @Override
    public Optional<String> value() {
        Optional<Refusal> single = single();
        return single.isPresent() ? single.get().value() : Optional.of(listed(errors, complete));
    }

    private Optional<Refusal> single() {
        return errors.size() == 1 ? Optional.of(errors.get(0)) : Optional.empty();
    }
}
