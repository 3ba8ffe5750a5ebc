package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.ChargeModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, read strictly: whoever reads asks for each field by name and says {@link #done()} at the
 * end, which refuses all that was not asked for. Not safe to share between threads.
 */
public final class JsonFields {
    private final JsonNode node;
    private final String path;
    private final Function<JsonFields, ChargeModel> models;
    private final Set<String> asked = new LinkedHashSet<>();

    private JsonFields(JsonNode node, String path, Function<JsonFields, ChargeModel> models) {
        this.node = node;
        this.path = path;
        this.models = models;
    }

    /** The fields of an object in which charge models may stand, read by {@code models}. */
    static JsonFields of(JsonNode node, String path, Function<JsonFields, ChargeModel> models) {
        if (!node.isObject()) {
            throw new InvalidArgumentException(
                    "json.type", path.isEmpty() ? "document" : path, "must be an object", shown(node));
        }
        return new JsonFields(node, path, models);
    }

    /** A field that must be there and be a string. */
    public String text(String name) {
        JsonNode value = required(name);
        if (!value.isString()) {
            throw refused("json.type", name, "must be a string", value);
        }
        return value.stringValue();
    }

    /** A string that may be left out. */
    public Optional<String> optionalText(String name) {
        return node.has(name) ? Optional.of(text(name)) : absent(name);
    }

    /** A decimal that must be there: a string such as {@code "0.045"}, or a JSON number, read exactly either way. */
    public BigDecimal decimal(String name) {
        JsonNode value = required(name);
        if (value.isNumber()) {
            return within(() -> Require.number(value.decimalValue(), name));
        }
        if (value.isString()) {
            return within(() -> Require.decimal(value.stringValue(), name));
        }
        throw refused("json.type", name, "must be a decimal number", value);
    }

    /** A decimal that may be left out. */
    public Optional<BigDecimal> optionalDecimal(String name) {
        return node.has(name) ? Optional.of(decimal(name)) : absent(name);
    }

    /** A whole number that must be there. */
    public int integer(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw refused("json.type", name, "must be a whole number", value);
        }
        return value.intValue();
    }

    /** A whole number that may be left out. */
    public Optional<Integer> optionalInteger(String name) {
        return node.has(name) ? Optional.of(integer(name)) : absent(name);
    }

    /** A charge model that must be there, of any kind that the document's codecs know: {@code {"type": …}}. */
    public ChargeModel model(String name) {
        return models.apply(object(name));
    }

    /** An array of strings that must be there. */
    public List<String> texts(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw refused("json.type", name, "must be an array", value);
        }
        var texts = new ArrayList<String>();
        for (JsonNode element : value) {
            if (!element.isString()) {
                throw refused("json.type", name + "[" + texts.size() + "]", "must be a string", element);
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /** An array of strings, each of them once. */
    public Set<String> textSet(String name) {
        var set = new LinkedHashSet<String>();
        for (String text : texts(name)) {
            if (!set.add(text)) {
                throw refused("json.text-twice", name, "must have each string once", text);
            }
        }
        return set;
    }

    /** The name of one of these constants. */
    public <E extends Enum<E>> E choice(String name, E[] constants) {
        return constant(name, text(name), constants);
    }

    /** An array of names of these constants, each of them once, that may be left out. */
    public <E extends Enum<E>> Optional<List<E>> optionalChoices(String name, E[] constants) {
        return node.has(name)
                ? Optional.of(textSet(name).stream()
                        .map(text -> constant(name, text, constants))
                        .toList())
                : absent(name);
    }

    private <E extends Enum<E>> E constant(String name, String text, E[] constants) {
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw refused("json.choice", name, "must be one of " + List.of(constants), text);
    }

    /** An object that must be there. */
    public JsonFields object(String name) {
        return of(required(name), pathOf(name), models);
    }

    /** An object that may be left out. */
    public Optional<JsonFields> optionalObject(String name) {
        return node.has(name) ? Optional.of(object(name)) : absent(name);
    }

    /** An array of objects that may be left out. */
    public List<JsonFields> optionalObjects(String name) {
        return node.has(name)
                ? objects(name)
                : this.<List<JsonFields>>absent(name).orElse(List.of());
    }

    /** An array of objects that must be there. */
    public List<JsonFields> objects(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw refused("json.type", name, "must be an array", value);
        }
        var objects = new ArrayList<JsonFields>();
        for (JsonNode element : value) {
            objects.add(of(element, pathOf(name) + "[" + objects.size() + "]", models));
        }
        return objects;
    }

    /** Says that all has been read; refuses fields that nobody asked for. */
    public void done() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                throw refused("json.unknown-field", name, "must be left out, for it is none of " + asked, null);
            }
        }
    }

    /** Makes a value from what was read; what the value refuses is refused with the path of this object. */
    public <T> T within(Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidArgumentException e) {
            throw path.isEmpty() || e.path().startsWith(path) ? e : e.at(path);
        }
    }

    /** The refusal of a field's value, with its path. */
    InvalidArgumentException refused(String code, String name, String rule, @Nullable Object value) {
        var refused = new InvalidArgumentException(code, name, rule, value);
        return path.isEmpty() ? refused : refused.at(path);
    }

    private JsonNode required(String name) {
        asked.add(name);
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw refused("json.missing-field", name, "must be given", null);
        }
        return value;
    }

    private <T> Optional<T> absent(String name) {
        asked.add(name);
        return Optional.empty();
    }

    /** Where this object stands in the document; empty at the top. */
    String path() {
        return path;
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String shown(JsonNode node) {
        return node.toString();
    }
}
