package io.quittance.json;

import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of one JSON object, in the order in which they are given. Not safe to share between threads. */
public final class JsonObject {
    private final JsonGenerator out;

    private JsonObject(JsonGenerator out) {
        this.out = out;
    }

    static void write(JsonGenerator out, Consumer<JsonObject> fields) {
        out.writeStartObject();
        fields.accept(new JsonObject(out));
        out.writeEndObject();
    }

    /** A string. */
    public JsonObject text(String name, String value) {
        out.writeName(name);
        out.writeString(value);
        return this;
    }

    /** A decimal, as a string without exponent. */
    public JsonObject decimal(String name, BigDecimal value) {
        return text(name, value.toPlainString());
    }

    /** A whole number. */
    public JsonObject integer(String name, int value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    /** An object. */
    public JsonObject object(String name, Consumer<JsonObject> fields) {
        out.writeName(name);
        write(out, fields);
        return this;
    }

    /** An array with one object for each of the elements. */
    public <T> JsonObject objects(String name, Iterable<T> elements, BiConsumer<T, JsonObject> fields) {
        out.writeName(name);
        out.writeStartArray();
        for (T element : elements) {
            write(out, object -> fields.accept(element, object));
        }
        out.writeEndArray();
        return this;
    }

    /** An array of strings. */
    public JsonObject texts(String name, Iterable<String> values) {
        out.writeName(name);
        out.writeStartArray();
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }
}
