package io.quittance.core.invoice;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * The text of a document over which its hash is taken (docs/invoices.md): one line for each field, {@code name=value} and a line
 * feed; a field within another is {@code outer.name}, the elements of a list are {@code name[0]}, {@code name[1]}, after a line
 * {@code name=2} with their number. Decimals are plain, without zeros at their end, also in the arguments
 * of reasons, which have their pattern instead of their text. In values a backslash is written {@code \\},
 * a line feed {@code \n}, a carriage return {@code \r}.
 */
final class CanonicalForm implements FieldSink {
    private final StringBuilder text;
    private final String path;

    private CanonicalForm(StringBuilder text, String path) {
        this.text = text;
        this.path = path;
    }

    static String of(Invoice invoice) {
        var text = new StringBuilder();
        InvoiceFields.write(invoice, new CanonicalForm(text, ""));
        return text.toString();
    }

    @Override
    public FieldSink text(String name, String value) {
        text.append(path).append(name).append('=');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
        text.append('\n');
        return this;
    }

    @Override
    public FieldSink decimal(String name, BigDecimal value) {
        return text(name, Require.plain(value).toPlainString());
    }

    @Override
    public FieldSink integer(String name, int value) {
        return text(name, Integer.toString(value));
    }

    @Override
    public FieldSink flag(String name, boolean value) {
        return text(name, Boolean.toString(value));
    }

    @Override
    public FieldSink texts(String name, Iterable<String> values) {
        return elements(name, values, (value, at) -> text(name + "[" + at + "]", value));
    }

    @Override
    public FieldSink object(String name, Consumer<FieldSink> fields) {
        fields.accept(new CanonicalForm(text, path + name + "."));
        return this;
    }

    @Override
    public <T> FieldSink objects(String name, Iterable<T> elements, BiConsumer<T, FieldSink> fields) {
        return elements(
                name,
                elements,
                (element, at) -> fields.accept(element, new CanonicalForm(text, path + name + "[" + at + "].")));
    }

    /** Equal reasons are equal texts: numbers as they are compared, and without the words that follow from the rest. */
    @Override
    public FieldSink reasons(String name, Iterable<Explanation> reasons) {
        return objects(
                name,
                reasons,
                (reason, fields) -> fields.text("key", reason.key())
                        .text("pattern", reason.pattern())
                        .texts("arguments", reason.comparedArguments())
                        .texts("within", reason.within()));
    }

    private <T> FieldSink elements(String name, Iterable<T> elements, BiConsumer<T, Integer> each) {
        long count = StreamSupport.stream(elements.spliterator(), false).count();
        text(name, Long.toString(count));
        int at = 0;
        for (T element : elements) {
            each.accept(element, at++);
        }
        return this;
    }
}
