package io.quittance.core.invoice;

import io.quittance.core.explain.Explanation;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Takes the fields of a document one by one, in their order: to write them in a format, or to hash them. A field that is absent is
 * not given.
 */
public interface FieldSink {

    /** Words, a code, or a date as ISO 8601. */
    FieldSink text(String name, String value);

    /** A decimal; equal numbers may have different digits after the point. */
    FieldSink decimal(String name, BigDecimal value);

    /** A whole number. */
    FieldSink integer(String name, int value);

    /** True or false. */
    FieldSink flag(String name, boolean value);

    /** Several texts, in order. */
    FieldSink texts(String name, Iterable<String> values);

    /** A field that has fields itself. */
    FieldSink object(String name, Consumer<FieldSink> fields);

    /**
     * Several that have fields, in order.
     *
     * @param fields gives those of one element
     * @param <T> what the elements are
     */
    <T> FieldSink objects(String name, Iterable<T> elements, BiConsumer<T, FieldSink> fields);

    /** Several reasons, in order, each with its key, its pattern, its arguments, what it is a part of, and its text. */
    default FieldSink reasons(String name, Iterable<Explanation> reasons) {
        return objects(name, reasons, (reason, fields) -> {
            fields.text("key", reason.key()).text("pattern", reason.pattern()).texts("arguments", reason.arguments());
            if (!reason.within().isEmpty()) {
                fields.texts("within", reason.within());
            }
            fields.text("text", reason.text());
        });
    }
}
