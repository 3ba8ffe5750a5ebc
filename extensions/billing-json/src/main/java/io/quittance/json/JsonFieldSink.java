package io.quittance.json;

import io.quittance.core.invoice.FieldSink;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the fields of a document as JSON. */
final class JsonFieldSink implements FieldSink {
    private final JsonObject object;

    JsonFieldSink(JsonObject object) {
        this.object = object;
    }

    @Override
    public FieldSink text(String name, String value) {
        object.text(name, value);
        return this;
    }

    @Override
    public FieldSink decimal(String name, BigDecimal value) {
        object.decimal(name, value);
        return this;
    }

    @Override
    public FieldSink integer(String name, int value) {
        object.integer(name, value);
        return this;
    }

    @Override
    public FieldSink flag(String name, boolean value) {
        object.flag(name, value);
        return this;
    }

    @Override
    public FieldSink texts(String name, Iterable<String> values) {
        object.texts(name, values);
        return this;
    }

    @Override
    public FieldSink object(String name, Consumer<FieldSink> fields) {
        object.object(name, inner -> fields.accept(new JsonFieldSink(inner)));
        return this;
    }

    @Override
    public <T> FieldSink objects(String name, Iterable<T> elements, BiConsumer<T, FieldSink> fields) {
        object.objects(name, elements, (element, inner) -> fields.accept(element, new JsonFieldSink(inner)));
        return this;
    }
}
