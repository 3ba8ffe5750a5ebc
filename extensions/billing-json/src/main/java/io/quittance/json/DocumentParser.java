package io.quittance.json;

import io.quittance.json.JsonValue.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Turns text into the tree of its values. Names that come twice in an object are errors, and the first of them counts. */
final class DocumentParser {
    private static final String BOUNDS = "must keep within the bounds of a document";
    private static final String SYNTAX = "must be well-formed JSON";
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_NAME = 80;

    /** Instead of a name that stands in a hidden part and may itself tell of a person. */
    static final String HIDDEN = "***";

    private final JsonParser parser;
    private final DocumentErrors errors;
    private int begun;

    DocumentParser(JsonParser parser, DocumentErrors errors) {
        this.parser = parser;
        this.errors = errors;
    }

    /** An issued document, or nothing if the text is none; then that is among the errors. */
    static Optional<JsonValue> parseStored(String json, DocumentErrors errors) {
        try (JsonParser parser = Json.INVOICES.createParser(json)) {
            return new DocumentParser(parser, errors).document();
        }
    }

    /** The document, or nothing if the text is none; then that is among the errors. */
    static Optional<JsonValue> parse(String json, DocumentErrors errors) {
        if (json.length() > Json.MAX_DOCUMENT) {
            errors.add(0, "", "json.bounds", "document", BOUNDS, json.length() + " characters", null);
            return Optional.empty();
        }
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            return new DocumentParser(parser, errors).document();
        }
    }

    /** Refuses what was written if it goes beyond the bounds of a document, so that all that is written can be read. */
    static void requireReadable(String json) {
        var errors = new DocumentErrors();
        if (json.length() <= Json.MAX_DOCUMENT) {
            try (JsonParser parser = Json.MAPPER.createParser(json)) {
                new DocumentParser(parser, errors).skip();
            }
        } else {
            errors.add(0, "", "json.bounds", "document", BOUNDS, json.length() + " characters", null);
        }
        errors.first().ifPresent(error -> {
            throw error;
        });
    }

    /** As {@link #requireReadable}, of an issued document or an entry; looks at those alone that are long enough to have so many values. */
    static void requireReadableStored(String json) {
        if (json.length() > 2 * Json.MAX_VALUES) { // a value takes two characters at least, with what stands before it
            var errors = new DocumentErrors();
            parseStored(json, errors);
            errors.first().ifPresent(error -> {
                throw error;
            });
        }
    }

    private void skip() {
        try {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    parser.getString(); // a parser counts the characters of a string when it is asked for it
                }
            }
        } catch (StreamConstraintsException e) {
            refused("json.bounds", BOUNDS, e.getOriginalMessage(), e.getLocation());
        }
    }

    private Optional<JsonValue> document() {
        return parsed(() -> {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return refused("json.syntax", SYNTAX, "empty", parser.currentTokenLocation());
            }
            JsonValue root = value(first);
            return parser.nextToken() == null
                    ? Optional.of(root)
                    : refused("json.syntax", SYNTAX, "followed by more", parser.currentTokenLocation());
        });
    }

    /**
     * The next value of an array that was begun, or nothing after its last or where the text is none; then that is among the errors.
     *
     * @throws JacksonIOException if the stream fails
     */
    Optional<JsonValue> element() {
        return parsed(() -> {
            JsonToken next = parser.nextToken();
            if (next == JsonToken.END_ARRAY) {
                return parser.nextToken() == null
                        ? Optional.empty()
                        : refused("json.syntax", SYNTAX, "followed by more", parser.currentTokenLocation());
            }
            return Optional.of(value(next));
        });
    }

    /** Whether an array begins; where it does not, that is among the errors. */
    boolean beginsArray() {
        return parsed(() -> {
                    JsonToken first = parser.nextToken();
                    if (first == null) {
                        return refused("json.syntax", SYNTAX, "empty", parser.currentTokenLocation());
                    }
                    if (first != JsonToken.START_ARRAY) {
                        errors.add(0, "", "json.type", "document", "must be an array of documents", null, null);
                        return Optional.empty();
                    }
                    return Optional.of(new JsonValue(Kind.ARRAY, "", Map.of(), List.of(), 0, 0));
                })
                .isPresent();
    }

    private Optional<JsonValue> parsed(Supplier<Optional<JsonValue>> parse) {
        try {
            return parse.get();
        } catch (JacksonIOException e) {
            throw e;
        } catch (StreamConstraintsException e) {
            return refused("json.bounds", BOUNDS, e.getOriginalMessage(), e.getLocation());
        } catch (UnexpectedEndOfInputException e) {
            return refused("json.syntax", SYNTAX, "cut short", e.getLocation());
        } catch (JacksonException e) {
            return refused("json.syntax", SYNTAX, "broken", e.getLocation());
        }
    }

    /** Without the parser's own words for bad syntax and without its exception: both may quote the document. */
    private Optional<JsonValue> refused(String code, String rule, String problem, @Nullable TokenStreamLocation at) {
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        errors.add(begun, path(parser.streamReadContext()), code, "document", rule, plain(problem) + where, null);
        return Optional.empty();
    }

    /** The parser writes numbers in the digits of the machine's locale; they are the same ones everywhere here. */
    private static String plain(String problem) {
        return problem.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The value that begins with this token. Nested as deeply as the parser allows, which is not much. */
    private JsonValue value(JsonToken token) {
        int start = begun++;
        if (start >= Json.MAX_VALUES) {
            throw new StreamConstraintsException("more than " + Json.MAX_VALUES + " values");
        }
        return switch (token) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            case VALUE_STRING -> leaf(Kind.TEXT, start);
            case VALUE_NUMBER_INT -> leaf(Kind.WHOLE_NUMBER, start);
            case VALUE_NUMBER_FLOAT -> leaf(Kind.DECIMAL_NUMBER, start);
            case VALUE_TRUE, VALUE_FALSE -> leaf(Kind.TRUTH, start);
            default -> leaf(Kind.NULL, start); // no other token begins a value
        };
    }

    private JsonValue object(int start) {
        var fields = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int at = begun;
            JsonValue field = value(parser.nextToken());
            if (fields.putIfAbsent(name, field) != null) {
                String path = path(parser.streamReadContext().getParent());
                String shown = JsonValue.isHidden(path, "") ? HIDDEN : named(name);
                errors.add(at, path, "json.duplicate-field", shown, "must be given once", field, null);
            }
        }
        return new JsonValue(Kind.OBJECT, "", Collections.unmodifiableMap(fields), List.of(), start, begun);
    }

    private JsonValue array(int start) {
        var elements = new ArrayList<JsonValue>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            elements.add(value(next));
        }
        return new JsonValue(Kind.ARRAY, "", Map.of(), Collections.unmodifiableList(elements), start, begun);
    }

    private JsonValue leaf(Kind kind, int start) {
        return new JsonValue(kind, parser.getString(), Map.of(), List.of(), start, begun);
    }

    /** A name from a document as messages show it: quoted where it is not plain, and not longer than a reader needs. */
    static String named(String name) {
        boolean plain = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        return plain ? name : "\"" + shortened(name, LONGEST_NAME) + "\"";
    }

    private static String shortened(String text, int longest) {
        var cut = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '\uFFFD' : c)
                .forEach(cut::appendCodePoint);
        return text.codePointCount(0, text.length()) > longest ? cut.append('…').toString() : cut.toString();
    }

    /** Up to the first hidden field, for names in it may tell of a person, too. */
    private static String path(@Nullable TokenStreamContext place) {
        String path = "";
        for (TokenStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
            String name = at.currentName();
            String step =
                    at.inArray() ? "[" + Math.max(0, at.getCurrentIndex()) + "]" : name == null ? "" : named(name);
            boolean isLast = path.isEmpty() || JsonValue.isHidden(step);
            path = isLast ? step : path.startsWith("[") ? step + path : step + "." + path;
        }
        return shortened(path, LONGEST_PATH);
    }
}
