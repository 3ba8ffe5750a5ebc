package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.json.JsonValue.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read strictly: whoever reads asks for each field by name and says {@link #done()} at the
 * end, which refuses all that was not asked for.
 *
 * <p>Reading goes on after an error, so that all errors of a document are found at once. A field that is missing or wrong
 * is noted with its path, and something harmless stands in for it: 1 for a number, a text that is no known word for a
 * text, an object without contents for an object, no elements for an array. What is made of such a value never reaches
 * anybody, because the document is refused when reading ends. Not safe to share between threads.
 */
public final class JsonFields {
    /** Stands in for a decimal: harmless where a number is asked for, and recognised where a rule mentions it. */
    static final BigDecimal DECIMAL = new BigDecimal("1.000000000000000001");

    /** Stands in for a whole number. */
    static final int INTEGER = 1;

    private static final int LONGEST_INTEGER = 19;

    private static final int MOST_READINGS = 10;

    private final @Nullable JsonValue object; // null where it stands in for an object that is not there
    private final String path;
    private final DocumentErrors errors;
    private final Function<JsonFields, ChargeModel> models;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> optional = new HashSet<>();
    private final Map<String, List<JsonFields>> parts = new LinkedHashMap<>();
    private boolean done;

    private JsonFields(
            @Nullable JsonValue object, String path, DocumentErrors errors, Function<JsonFields, ChargeModel> models) {
        this.object = object;
        this.path = path;
        this.errors = errors;
        this.models = models;
    }

    /**
     * Reads a document of the current version, or of an older one that is brought to it first.
     *
     * @param models reads the charge models in it
     * @param versions of that kind of document
     * @throws InvalidDocumentException with everything that is wrong with it
     */
    static <T> T read(
            String json,
            Function<JsonFields, T> reader,
            Function<JsonFields, ChargeModel> models,
            SchemaVersions versions) {
        requireNonNull(json, "json");
        var errors = new DocumentErrors();
        return read(() -> DocumentParser.parse(json, errors), "", errors, reader, models, versions);
    }

    /** Reads a document in which no charge models stand. */
    static <T> T read(String json, Function<JsonFields, T> reader, SchemaVersions versions) {
        return read(json, reader, JsonFields::noModel, versions);
    }

    /** Reads an issued document or an entry of a ledger, which may be longer than others. */
    static <T> T readStored(String json, Function<JsonFields, T> reader, SchemaVersions versions) {
        requireNonNull(json, "json");
        var errors = new DocumentErrors();
        return read(() -> DocumentParser.parseStored(json, errors), "", errors, reader, JsonFields::noModel, versions);
    }

    /**
     * Reads one of several documents, in which no charge models stand.
     *
     * @param place of the document among the others, such as {@code [3]}
     */
    static <T> T readElement(
            JsonValue document,
            String place,
            DocumentErrors errors,
            Function<JsonFields, T> reader,
            SchemaVersions versions) {
        return read(() -> Optional.of(document), place, errors, reader, JsonFields::noModel, versions);
    }

    private static <T> T read(
            Supplier<Optional<JsonValue>> parser,
            String place,
            DocumentErrors errors,
            Function<JsonFields, T> reader,
            Function<JsonFields, ChargeModel> models,
            SchemaVersions versions) {
        Optional<T> result = Optional.empty();
        try {
            Optional<JsonValue> document = parser.get();
            if (document.isPresent()) {
                String name = place.isEmpty() ? "document" : place;
                JsonFields fields = fieldsOf(document.get(), place, "", name, errors, models)
                        .upcast(versions);
                result = fields.attempt(() -> reader.apply(fields));
            }
        } catch (DocumentErrors.TooMany e) {
            result = Optional.empty(); // the errors say that there are more
        }
        errors.throwIfAny();
        return result.orElseThrow();
    }

    private static ChargeModel noModel(JsonFields fields) {
        throw new IllegalStateException("no charge model can be read here");
    }

    /** The fields of a value that must be an object. */
    private static JsonFields fieldsOf(
            JsonValue value,
            String path,
            String parent,
            String name,
            DocumentErrors errors,
            Function<JsonFields, ChargeModel> models) {
        if (value.is(Kind.OBJECT)) {
            return new JsonFields(value, path, errors, models);
        }
        errors.add(value.start(), parent, "json.type", name, "must be an object", value, null);
        return new JsonFields(null, path, errors, models);
    }

    /**
     * The same fields as those of a document of the current version. Whatever else a document of no known version says, it is
     * not read by the rules of this one.
     */
    private JsonFields upcast(SchemaVersions versions) {
        int version = integer(SchemaVersions.FIELD);
        if (object == null || !isSound(SchemaVersions.FIELD)) {
            return this; // refused already; what else is wrong is told by the rules of the current version
        }
        if (version < 1 || version > versions.current()) {
            fail(
                    requireNonNull(object.fields().get(SchemaVersions.FIELD)),
                    "json.schema-version",
                    SchemaVersions.FIELD,
                    "must be " + versions);
            errors.throwIfAny();
        }
        JsonValue document = object;
        Optional<JsonValue> upcast = attempt(() -> versions.upcast(document, version));
        if (upcast.isEmpty()) {
            errors.throwIfAny();
        }
        var current = new JsonFields(upcast.orElse(document), path, errors, models);
        current.asked.addAll(asked);
        return current;
    }

    /** A field that must be there and be a string. */
    public String text(String name) {
        JsonValue field = required(name, Kind.TEXT, "must be a string");
        return field == null ? standIn(name) : field.text();
    }

    /** A string that may be left out. */
    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : absent(name);
    }

    /**
     * A string that must be there and be the name of one of these; the first of them stands in where it is not.
     *
     * <p>{@code fields.choice("mode", RoundingMode.values())}
     */
    public <E extends Enum<E>> E choice(String name, E[] choices) {
        return chosen(name, choices).orElse(choices[0]);
    }

    /** As {@link #choice}; empty where it is none of them, for whoever reads other fields after each choice. */
    <E extends Enum<E>> Optional<E> chosen(String name, E[] choices) {
        List<String> names = Arrays.stream(choices).map(Enum::name).toList();
        return parsed(name, text -> {
            int index = names.indexOf(text);
            Require.that(index >= 0, "json.choice", name, "must be one of " + names, text);
            return choices[index];
        });
    }

    /** As {@link #chosen(String, Enum[])}, of a string that may be left out; empty only where it is wrong. */
    <E extends Enum<E>> Optional<E> chosen(String name, E[] choices, E otherwise) {
        return has(name) ? chosen(name, choices) : this.<E>absent(name).or(() -> Optional.of(otherwise));
    }

    /** As {@link #choice}, of a string that may be left out. */
    public <E extends Enum<E>> Optional<E> optionalChoice(String name, E[] choices) {
        return has(name) ? Optional.of(choice(name, choices)) : absent(name);
    }

    /** True or false; {@code otherwise} where it is left out or wrong. */
    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return this.<Boolean>absent(name).orElse(otherwise);
        }
        JsonValue field = required(name, Kind.TRUTH, "must be true or false");
        return field == null ? otherwise : Boolean.parseBoolean(field.text());
    }

    /** A decimal that must be there: a string such as {@code "0.045"}, or a JSON number, read exactly either way. */
    public BigDecimal decimal(String name) {
        return decimal(name, number -> number).orElseGet(() -> errors.stoodIn(DECIMAL));
    }

    /** A decimal that must be there, as what is made of it alone; empty where it is refused. */
    <T> Optional<T> decimal(String name, Function<BigDecimal, T> use) {
        JsonValue field = required(name);
        if (field == null) {
            return Optional.empty();
        }
        boolean plain = field.text().chars().allMatch(c -> c < 128); // BigDecimal knows the digits of all scripts
        if (!(field.isNumber() || field.is(Kind.TEXT)) || !plain) {
            fail(field, "json.type", name, "must be a decimal number");
            return Optional.empty();
        }
        return checked(name, field, () -> use.apply(Require.decimal(field.text(), name)));
    }

    /** As {@link #decimal(String, Function)}, of a decimal that may be left out. */
    <T> Optional<T> optionalDecimal(String name, Function<BigDecimal, T> use) {
        return has(name) ? decimal(name, use) : absent(name);
    }

    /** A decimal that may be left out. */
    public Optional<BigDecimal> optionalDecimal(String name) {
        return has(name) ? Optional.of(decimal(name)) : absent(name);
    }

    /** A whole number that must be there, however it is written: {@code 30}, {@code 30.0} and {@code 3e1} are one. */
    public int integer(String name) {
        return wholeNumber(name, number -> number).orElseGet(() -> errors.stoodIn(INTEGER));
    }

    /** A whole number that must be there, as what is made of it alone; empty where it is refused. */
    <T> Optional<T> wholeNumber(String name, IntFunction<T> use) {
        return whole(name, Integer.MIN_VALUE, Integer.MAX_VALUE, number -> use.apply((int) number));
    }

    /** As {@link #wholeNumber(String, IntFunction)}, of up to 19 digits. */
    <T> Optional<T> longNumber(String name, LongFunction<T> use) {
        return whole(name, Long.MIN_VALUE, Long.MAX_VALUE, use);
    }

    /** As {@link #longNumber(String, LongFunction)}, of a whole number that may be left out. */
    <T> Optional<T> optionalLongNumber(String name, LongFunction<T> use) {
        return has(name) ? longNumber(name, use) : absent(name);
    }

    private <T> Optional<T> whole(String name, long least, long most, LongFunction<T> use) {
        JsonValue field = required(name);
        if (field == null) {
            return Optional.empty();
        }
        BigDecimal number = field.isNumber() ? numberOf(field) : DECIMAL;
        if (number.scale() > 0) {
            fail(field, "json.type", name, "must be a whole number");
            return Optional.empty();
        }
        if (number.precision() - (long) number.scale() > LONGEST_INTEGER
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            fail(field, "json.integer", name, "must be between " + least + " and " + most);
            return Optional.empty();
        }
        return checked(name, field, () -> use.apply(number.longValueExact()));
    }

    /** By its value; of an exponent that has no end, one that is no less absurd. */
    private static BigDecimal numberOf(JsonValue field) {
        try {
            return Require.stripped(new BigDecimal(field.text()));
        } catch (NumberFormatException e) {
            return new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE);
        }
    }

    /** A whole number that may be left out. */
    public Optional<Integer> optionalInteger(String name) {
        return has(name) ? Optional.of(integer(name)) : absent(name);
    }

    /** As {@link #wholeNumber(String, IntFunction)}, of a whole number that may be left out. */
    <T> Optional<T> optionalWholeNumber(String name, IntFunction<T> use) {
        return has(name) ? wholeNumber(name, use) : absent(name);
    }

    /** An object that must be there. */
    public JsonFields object(String name) {
        asked.add(name);
        return parts.computeIfAbsent(name, key -> List.of(readObject(name))).get(0);
    }

    private JsonFields readObject(String name) {
        JsonValue field = required(name);
        return field == null
                ? new JsonFields(null, pathOf(name), errors, models)
                : fieldsOf(field, pathOf(name), path, name, errors, models);
    }

    /** An object that may be left out. */
    public Optional<JsonFields> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : absent(name);
    }

    /** An array of objects that must be there. */
    public List<JsonFields> objects(String name) {
        asked.add(name);
        return parts.computeIfAbsent(name + "[]", key -> readObjects(name));
    }

    private List<JsonFields> readObjects(String name) {
        JsonValue field = required(name, Kind.ARRAY, "must be an array");
        var objects = new ArrayList<JsonFields>();
        for (JsonValue element : field == null ? List.<JsonValue>of() : field.elements()) {
            String step = name + "[" + objects.size() + "]";
            objects.add(fieldsOf(element, pathOf(step), path, step, errors, models));
        }
        return List.copyOf(objects);
    }

    /** An array of objects that may be left out. */
    public List<JsonFields> optionalObjects(String name) {
        return has(name) ? objects(name) : this.<List<JsonFields>>absent(name).orElse(List.of());
    }

    /** A charge model that must be there, of any kind that the document's codecs know: {@code {"type": …}}. */
    public ChargeModel model(String name) {
        return models.apply(object(name));
    }

    /** An array of names of these constants, each of them once, that may be left out. */
    public <E extends Enum<E>> Optional<List<E>> optionalChoices(String name, E[] choices) {
        if (!has(name)) {
            return absent(name);
        }
        List<String> names = Arrays.stream(choices).map(Enum::name).toList();
        var chosen = new ArrayList<E>();
        JsonValue field = required(name, Kind.ARRAY, "must be an array");
        for (JsonValue element : field == null ? List.<JsonValue>of() : field.elements()) {
            String step = name + "[" + chosen.size() + "]";
            int index = element.is(Kind.TEXT) ? names.indexOf(element.text()) : -1;
            if (index < 0) {
                fail(element, "json.choice", step, "must be one of " + names);
            } else if (chosen.contains(choices[index])) {
                fail(element, "json.choice-twice", step, "must be given once");
            }
            chosen.add(choices[Math.max(index, 0)]);
        }
        return Optional.of(List.copyOf(chosen));
    }

    /** An array of strings that must be there. */
    public List<String> texts(String name) {
        JsonValue field = required(name, Kind.ARRAY, "must be an array");
        var texts = new ArrayList<String>();
        for (JsonValue element : field == null ? List.<JsonValue>of() : field.elements()) {
            if (!element.is(Kind.TEXT)) {
                fail(element, "json.type", name + "[" + texts.size() + "]", "must be a string");
            }
            texts.add(element.text());
        }
        return List.copyOf(texts);
    }

    /** An array of strings, empty where it is left out. */
    public List<String> optionalTexts(String name) {
        return has(name) ? texts(name) : this.<List<String>>absent(name).orElse(List.of());
    }

    /** An array of strings that must be there, as what is made of each alone; without those that are refused. */
    <T> List<T> parsedTexts(String name, Function<String, T> parser) {
        var parsed = new ArrayList<T>();
        JsonValue field = required(name, Kind.ARRAY, "must be an array");
        int index = 0;
        for (JsonValue element : field == null ? List.<JsonValue>of() : field.elements()) {
            String step = name + "[" + index++ + "]";
            if (element.is(Kind.TEXT)) {
                checked(step, element, () -> parser.apply(element.text())).ifPresent(parsed::add);
            } else {
                fail(element, "json.type", step, "must be a string");
            }
        }
        return List.copyOf(parsed);
    }

    /** As {@link #parsedTexts}, empty where they are left out. */
    <T> List<T> optionalParsedTexts(String name, Function<String, T> parser) {
        return has(name)
                ? parsedTexts(name, parser)
                : this.<List<T>>absent(name).orElse(List.of());
    }

    /** An array of strings that must be there, each of them once. */
    public Set<String> textSet(String name) {
        var set = new LinkedHashSet<String>();
        JsonValue field = required(name, Kind.ARRAY, "must be an array");
        int index = 0;
        for (JsonValue element : field == null ? List.<JsonValue>of() : field.elements()) {
            String step = name + "[" + index++ + "]";
            if (!element.is(Kind.TEXT)) {
                fail(element, "json.type", step, "must be a string");
            }
            if (!set.add(element.text())) {
                fail(element, "json.text-twice", step, "must be given once");
            }
        }
        return set;
    }

    /** Says that all has been read; refuses fields that nobody asked for, here and in the objects that were read from here. */
    public void done() {
        if (done || object == null) {
            return;
        }
        done = true;
        object.fields().forEach((name, field) -> {
            if (!asked.contains(name)) {
                String rule = "must be left out, for it is none of " + asked;
                String shown = JsonValue.isHidden(path, "") ? DocumentParser.HIDDEN : DocumentParser.named(name);
                errors.add(field.start(), path, DocumentErrors.UNKNOWN, shown, rule, null, null);
            }
        });
        parts.values().forEach(objects -> objects.forEach(JsonFields::done));
    }

    /** Leaves fields of which it is not known whether they belong here, for what decides it is wrong. */
    void leave(String... names) {
        asked.addAll(List.of(names));
    }

    /** Leaves the fields that nobody asked for to a reader of somebody else; whether there will be one is not known yet. */
    void leaveRest() {
        done = true;
    }

    /**
     * Makes a value from what was read; what refuses is noted with the path of this object, unless it may only be the
     * consequence of an earlier error.
     *
     * @return the value; null after an error, when nothing that is made of it will be used
     */
    @SuppressWarnings("NullAway") // the document is refused already, and whoever trips over the null is caught
    public <T> T within(Supplier<T> value) {
        return attempt(value).orElse(null);
    }

    /** As {@link #within}; empty after an error. */
    public <T> Optional<T> attempt(Supplier<T> value) {
        try {
            return Optional.of(requireNonNull(value.get(), "value"));
        } catch (DocumentErrors.TooMany e) {
            throw e;
        } catch (RuntimeException e) {
            if (object != null) {
                errors.addThrown(object, path, e);
            }
            return Optional.empty();
        }
    }

    /**
     * Reads all fields of this object with a reader of somebody else, and again while that finds more: what was refused
     * gives way to a stand-in, so that the rules which come after it have their turn.
     */
    <T> Optional<T> readFully(Function<JsonFields, T> reader) {
        Optional<T> result;
        int known;
        int readings = 0;
        do {
            known = errors.count();
            var again = new JsonFields(object, path, errors, models);
            again.asked.addAll(asked);
            result = again.attempt(() -> {
                T read = reader.apply(again);
                again.done();
                return read;
            });
        } while (errors.count() > known && ++readings < MOST_READINGS);
        return result;
    }

    /** A string that must be there, as what is made of it alone; empty where it is refused. */
    <T> Optional<T> parsed(String name, Function<String, T> parser) {
        JsonValue field = required(name, Kind.TEXT, "must be a string");
        return field == null ? Optional.empty() : checked(name, field, () -> parser.apply(field.text()));
    }

    /** As {@link #parsed}, of a string that may be left out. */
    <T> Optional<T> optionalParsed(String name, Function<String, T> parser) {
        return has(name) ? parsed(name, parser) : absent(name);
    }

    /** The value with a string that may be left out; as it was where that is left out or refused. */
    <T> T changed(T value, String name, BiFunction<T, String, T> change) {
        return optionalParsed(name, text -> change.apply(value, text)).orElse(value);
    }

    /** What a value is refused for that depends on nothing else is an error of its own. */
    private <T> Optional<T> checked(String name, JsonValue field, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (RuntimeException e) {
            if (e instanceof Refusal refusal) {
                add(field, path, name, refusal);
                return Optional.empty();
            }
            throw e;
        }
    }

    /** As {@link #checked}, of what is made of a field that was read already; its refusal names that field. */
    <T> Optional<T> of(String name, Supplier<T> value) {
        return object == null ? Optional.empty() : checked(name, placeOf(name), value);
    }

    /** As {@link #of}, of what is computed from a field; a refusal keeps the name of what could not be computed, in that field. */
    <T> Optional<T> computed(String name, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (RuntimeException e) {
            if (object != null && e instanceof Refusal refusal) {
                add(placeOf(name), pathOf(name), refusal.argument(), refusal);
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Notes a broken rule of this object, or of what stands at that place in it, whatever else is wrong with it. */
    boolean require(boolean kept, String code, String argument, String rule, @Nullable Object value) {
        return of(argument, () -> {
                    Require.that(kept, code, argument, rule, value);
                    return argument;
                })
                .isPresent();
    }

    /** Notes a refusal of an element at another place than it names, where it stands in the document. */
    void noteAt(String place, InvalidArgumentException refusal) {
        if (refusal.path().isEmpty()) {
            String argument = place + afterIndex(refusal.argument());
            add(placeOf(argument), path, argument, unnamed(place, refusal));
        } else {
            String inside = place + afterIndex(refusal.path());
            add(placeOf(inside + "." + refusal.argument()), pathOf(inside), refusal.argument(), refusal);
        }
    }

    /** Without the value where that is only the name which stands in for a wrong one. */
    private InvalidArgumentException unnamed(String place, InvalidArgumentException refusal) {
        return refusal.value().filter(value -> value.startsWith(pathOf(place))).isEmpty()
                ? refusal
                : new InvalidArgumentException(refusal.code(), refusal.argument(), refusal.rule(), null);
    }

    private static String afterIndex(String place) {
        return place.substring(place.indexOf(']') + 1);
    }

    /** What stands at that place in this object, or the object itself if there is nothing. */
    private JsonValue placeOf(String place) {
        JsonValue here = requireNonNull(object, "object");
        JsonValue found = here.find(place);
        return found == null ? here : found;
    }

    private void add(JsonValue at, String place, String argument, Refusal refusal) {
        Throwable cause = refusal instanceof Exception e && !(e instanceof InvalidArgumentException) ? e : null;
        String value = refusal.value().orElse(null);
        errors.add(at.start(), place, refusal.code(), argument, refusal.rule(), value, cause);
    }

    private void fail(JsonValue field, String code, String name, String rule) {
        errors.add(field.start(), path, code, name, rule, field, null);
    }

    /** Whether no text shows the value of that field. */
    boolean isHidden(String name) {
        return JsonValue.isHidden(path, name);
    }

    /** A field that must be of that kind; null where it is not, or is refused already. */
    private @Nullable JsonValue required(String name, Kind kind, String rule) {
        JsonValue field = required(name);
        if (field == null || field.is(kind)) {
            return field;
        }
        fail(field, "json.type", name, rule);
        return null;
    }

    private @Nullable JsonValue required(String name) {
        asked.add(name);
        if (object == null) {
            return null;
        }
        JsonValue field = object.fields().get(name);
        if (field == null || (field.is(Kind.NULL) && !optional.contains(name))) {
            int at = field == null ? object.start() : field.start();
            errors.add(at, path, "json.missing-field", name, "must be given", null, null);
            return null;
        }
        return !field.is(Kind.OBJECT) && errors.at(field.start()) ? null : field;
    }

    /** What stands in for a text that is missing or wrong; different for each field of a document. */
    String standIn(String name) {
        return errors.stoodIn(pathOf(name));
    }

    /** Whether there is a field that may be left out; whoever gives it as null has not left it out. */
    private boolean has(String name) {
        optional.add(name);
        return isGiven(name);
    }

    /** Whether there is such a field, right or wrong. */
    boolean isGiven(String name) {
        return object != null && object.fields().containsKey(name);
    }

    /** The names of all fields, in the order of the document. */
    Set<String> names() {
        return object == null ? Set.of() : object.fields().keySet();
    }

    /** Ends the reading where the document is refused already, before something is made of what could not be read. */
    void endIfRefused() {
        errors.throwIfAny();
    }

    /** Whether all of these fields are there and nothing is wrong with them or in them, as far as they were read. */
    boolean isSound(String... names) {
        for (String name : names) {
            JsonValue field = object == null ? null : object.fields().get(name);
            if (field == null || errors.within(field.start(), field.end())) {
                return false;
            }
        }
        return true;
    }

    private <T> Optional<T> absent(String name) {
        asked.add(name);
        return Optional.empty();
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
