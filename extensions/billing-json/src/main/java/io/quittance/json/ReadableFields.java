package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.invoice.FieldSink;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceFields;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Refuses a document that could not be read again, before any of it is written: numbers and lists beyond the bounds. */
final class ReadableFields implements FieldSink {
    /** What stands in a document beside its fields, generously. */
    private static final int BESIDE = 10_000;

    private int values = BESIDE;

    private ReadableFields() {}

    /** @throws IllegalArgumentException if a number has more digits than are read, or there are too many values */
    static void require(Invoice invoice) {
        InvoiceFields.write(invoice, new ReadableFields());
    }

    private FieldSink counted() {
        values++;
        Require.that(
                values <= Json.MAX_VALUES,
                "json.bounds",
                "document",
                "must keep within the bounds of a document",
                "more than " + Json.MAX_VALUES + " values");
        return this;
    }

    @Override
    public FieldSink text(String name, String value) {
        return counted();
    }

    @Override
    public FieldSink decimal(String name, BigDecimal value) {
        Require.number(value, name);
        return counted();
    }

    @Override
    public FieldSink integer(String name, int value) {
        return counted();
    }

    @Override
    public FieldSink flag(String name, boolean value) {
        return counted();
    }

    @Override
    public FieldSink texts(String name, Iterable<String> texts) {
        texts.forEach(text -> counted());
        return counted();
    }

    @Override
    public FieldSink object(String name, Consumer<FieldSink> fields) {
        fields.accept(this);
        return counted();
    }

    @Override
    public <T> FieldSink objects(String name, Iterable<T> elements, BiConsumer<T, FieldSink> fields) {
        for (T element : elements) {
            fields.accept(element, this);
            counted();
        }
        return counted();
    }
}
