package io.quittance.examples.boot;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What the framework's reader of JSON refuses, as a problem with line, column and path. What the reader itself says quotes the text, so
 * nothing of that is told, nor is a name that is not one of ours.
 */
final class UnreadableJson {
    /** Instead of a name that nobody knows, as the library has it: it may be that of a person. */
    private static final String HIDDEN = "***";

    private UnreadableJson() {}

    static ProblemDetail problem(HttpMessageNotReadableException unreadable) {
        Optional<JacksonException> cause = cause(unreadable);
        if (cause.isEmpty()) {
            return Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "json.missing",
                    "The request has no body",
                    List.of(new Problems.Fault("json.missing", "", "body", "must be given", null)));
        }
        JacksonException refused = cause.get();
        ProblemDetail problem = problem(refused);
        TokenStreamLocation place = refused.getLocation();
        if (place != null && place.getLineNr() > 0) {
            problem.setProperty("line", place.getLineNr());
            problem.setProperty("column", place.getColumnNr());
        }
        return problem;
    }

    private static Optional<JacksonException> cause(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof JacksonException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static ProblemDetail problem(JacksonException refused) {
        if (refused instanceof StreamConstraintsException tooMuch) {
            boolean tooLong = tooMuch.getOriginalMessage().startsWith("Document length");
            return one(
                    tooLong ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                    "json.bounds",
                    "",
                    "body",
                    "must keep within the bounds of a request");
        }
        if (!(refused instanceof DatabindException)) {
            return one(HttpStatus.BAD_REQUEST, "json.syntax", "", "body", "must be well-formed JSON, each name once");
        }
        List<JacksonException.Reference> path = refused.getPath();
        String name = path.isEmpty() ? "body" : step(path.get(path.size() - 1));
        String parent = path.isEmpty() ? "" : path(path.subList(0, path.size() - 1));
        if (refused instanceof UnrecognizedPropertyException) {
            return one(HttpStatus.UNPROCESSABLE_CONTENT, "json.unknown-field", parent, HIDDEN, "must be left out");
        }
        return refused instanceof InvalidNullException
                ? one(HttpStatus.UNPROCESSABLE_CONTENT, "json.missing-field", parent, name, "must be given")
                : one(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "json.type",
                        parent,
                        name,
                        "must be there, and of the right type");
    }

    private static ProblemDetail one(HttpStatus status, String code, String path, String argument, String rule) {
        return Problems.of(
                status, code, "The body cannot be read", List.of(new Problems.Fault(code, path, argument, rule, null)));
    }

    private static String path(List<JacksonException.Reference> path) {
        var text = new StringBuilder();
        for (JacksonException.Reference reference : path) {
            String step = step(reference);
            text.append(text.isEmpty() || step.startsWith("[") ? "" : ".").append(step);
        }
        return text.toString();
    }

    private static String step(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return name == null ? "[" + reference.getIndex() + "]" : name;
    }
}
