package io.quittance.json;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value of a document and where it stands in it.
 *
 * @param kind what it is
 * @param text of a string what it says, of a number how it is written, of all else how JSON writes it
 * @param fields of an object, in the order of the document
 * @param elements of an array
 * @param start the number of values that begin before this one
 * @param end the number of values that begin before this one ends
 */
record JsonValue(Kind kind, String text, Map<String, JsonValue> fields, List<JsonValue> elements, int start, int end) {
    private static final int LONGEST_SHOWN = 300;
    /** What may tell of a person: who is named on documents, where they are, and from what account they pay. */
    private static final Set<String> HIDDEN = Set.of("address", "parties", "delivery", "payment");

    /** What a value can be. */
    enum Kind {
        OBJECT,
        ARRAY,
        TEXT,
        WHOLE_NUMBER,
        DECIMAL_NUMBER,
        TRUTH,
        NULL
    }

    /** Whether no text shows the value of a field of that name, nor what is in it, as of the address of a customer. */
    static boolean isHidden(String name) {
        return HIDDEN.contains(name);
    }

    /** Whether an argument at that path is a hidden field or stands in one. */
    static boolean isHidden(String path, String argument) {
        return Stream.of((path + "." + argument).split("[.\\[]", -1)).anyMatch(JsonValue::isHidden);
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    boolean isNumber() {
        return kind == Kind.WHOLE_NUMBER || kind == Kind.DECIMAL_NUMBER;
    }

    /** Whether this is the value that a refusal shows: the same text or number; what has parts is shown as their number. */
    boolean shows(String shown) {
        if (is(Kind.OBJECT) || is(Kind.ARRAY) || text.equals(shown)) {
            return true;
        }
        try {
            return Require.decimal(text, "value").compareTo(new BigDecimal(shown)) == 0;
        } catch (IllegalArgumentException e) {
            return false; // one of them is no number
        }
    }

    /** A text that stands where this value does. */
    JsonValue asText(String newText) {
        return new JsonValue(Kind.TEXT, newText, Map.of(), List.of(), start, end);
    }

    /** An object with one field more, or with another value in it, that stands where this value does. */
    JsonValue with(String name, JsonValue value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new JsonValue(Kind.OBJECT, "", Collections.unmodifiableMap(changed), List.of(), start, end);
    }

    /** The same object with a field under another name; the same value where it has no such field, or one of the other name. */
    JsonValue renamed(String name, String newName) {
        if (!fields.containsKey(name) || fields.containsKey(newName)) {
            return this;
        }
        var changed = new LinkedHashMap<String, JsonValue>();
        fields.forEach((key, value) -> changed.put(key.equals(name) ? newName : key, value));
        return new JsonValue(kind, text, Collections.unmodifiableMap(changed), elements, start, end);
    }

    /** The same with another value of a field, or the same where there is no such field. */
    JsonValue changed(String name, UnaryOperator<JsonValue> change) {
        JsonValue field = fields.get(name);
        return field == null ? this : with(name, change.apply(field));
    }

    /** The same array with other elements; what is no array stays as it is. */
    JsonValue changedElements(UnaryOperator<JsonValue> change) {
        return new JsonValue(kind, text, fields, elements.stream().map(change).toList(), start, end);
    }

    /**
     * The value at a path such as {@code tiers[1].upTo}, or {@code limits[gb]} for the element with that name, seen from this
     * object; null if there is none.
     */
    @Nullable
    JsonValue find(String path) {
        JsonValue found = this;
        for (String step : path.split("\\.(?![^\\[]*])|(?=\\[)", -1)) {
            found = step.startsWith("[") ? found.element(step) : found.fields.get(step);
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    /** By its place or, where there is no such place, by a name that one of its fields gives it. */
    private @Nullable JsonValue element(String index) {
        String key = index.substring(1, Math.max(1, index.length() - 1));
        for (int i = 0; i < elements.size(); i++) {
            if (Integer.toString(i).equals(key)) {
                return elements.get(i);
            }
        }
        return elements.stream()
                .filter(element -> element.fields.values().stream()
                        .anyMatch(field -> field.is(Kind.TEXT) && field.text.equals(key)))
                .findFirst()
                .orElse(null);
    }

    /** As JSON, cut where a reader would stop. */
    @Override
    public String toString() {
        var out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        if (out.length() > LONGEST_SHOWN) {
            return;
        }
        switch (kind) {
            case OBJECT -> {
                String separator = "{";
                for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
                    out.append(separator).append('"').append(field.getKey()).append("\":");
                    if (isHidden(field.getKey())) {
                        out.append("\"***\"");
                    } else {
                        field.getValue().write(out);
                    }
                    separator = ",";
                    if (out.length() > LONGEST_SHOWN) {
                        return;
                    }
                }
                out.append(fields.isEmpty() ? "{}" : "}");
            }
            case ARRAY -> {
                String separator = "[";
                for (JsonValue element : elements) {
                    out.append(separator);
                    element.write(out);
                    separator = ",";
                    if (out.length() > LONGEST_SHOWN) {
                        return;
                    }
                }
                out.append(elements.isEmpty() ? "[]" : "]");
            }
            case TEXT -> out.append('"').append(text).append('"');
            case WHOLE_NUMBER, DECIMAL_NUMBER, TRUTH, NULL -> out.append(text);
        }
    }
}
