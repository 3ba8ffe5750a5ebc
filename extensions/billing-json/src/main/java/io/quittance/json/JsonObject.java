package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.pricing.ChargeModel;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of one JSON object, in the order in which they are given. Not safe to share between threads. */
public final class JsonObject {
    /** For documents in which no charge models stand. */
    static final BiConsumer<ChargeModel, JsonObject> NO_MODELS = (model, object) -> {
        throw new IllegalStateException("no charge model can be written here");
    };

    private final JsonGenerator out;
    private final BiConsumer<ChargeModel, JsonObject> models;

    private JsonObject(JsonGenerator out, BiConsumer<ChargeModel, JsonObject> models) {
        this.out = out;
        this.models = models;
    }

    /** Writes an object in which no charge models stand. */
    static void write(JsonGenerator out, Consumer<JsonObject> fields) {
        write(out, NO_MODELS, fields);
    }

    /** Writes an object in which charge models may stand, written by {@code models}. */
    static void write(JsonGenerator out, BiConsumer<ChargeModel, JsonObject> models, Consumer<JsonObject> fields) {
        out.writeStartObject();
        fields.accept(new JsonObject(out, models));
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
        boolean padded = value.scale() > Require.MAX_SCALE; // zeros that no reader needs, or that it would refuse
        return text(name, (padded ? Require.stripped(value) : value).toPlainString());
    }

    /** A whole number. */
    public JsonObject integer(String name, int value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    /** As {@link #integer(String, int)}, of up to 19 digits. */
    JsonObject integer(String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    /** True or false. */
    public JsonObject flag(String name, boolean value) {
        out.writeName(name);
        out.writeBoolean(value);
        return this;
    }

    /** An object. */
    public JsonObject object(String name, Consumer<JsonObject> fields) {
        out.writeName(name);
        write(out, models, fields);
        return this;
    }

    /** A charge model of any kind that the document's codecs know. */
    public JsonObject model(String name, ChargeModel model) {
        return object(name, object -> models.accept(model, object));
    }

    /** An array with one object for each of the elements. */
    public <T> JsonObject objects(String name, Iterable<T> elements, BiConsumer<T, JsonObject> fields) {
        out.writeName(name);
        out.writeStartArray();
        for (T element : elements) {
            write(out, models, object -> fields.accept(element, object));
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
