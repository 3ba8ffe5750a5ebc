package io.quittance.json;

import io.quittance.core.invoice.FieldSink;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Holds what a document says against what it should: sums against those of its lines, taxes, due dates and the words of reasons, progress
 * against value and goal. Each field that is another is refused where it stands.
 */
final class StatedFields implements FieldSink {
    private static final String OF_INVOICE = "invoice.stated";
    /** Fields of the JSON that are none of what a document says. */
    private static final Set<String> BESIDE = Set.of(SchemaVersions.FIELD, InvoiceJson.DRAFT, InvoiceJson.HASH);

    private final JsonFields stated;
    private final String code;
    private final Set<String> said = new HashSet<>();

    private StatedFields(JsonFields stated, String code) {
        this.stated = stated;
        this.code = code;
    }

    /** Notes each field in which the document and what was made of it differ. */
    static void compare(JsonFields document, Invoice invoice) {
        var all = new StatedFields(document, OF_INVOICE);
        InvoiceFields.write(invoice, all);
        all.said.addAll(BESIDE);
        all.endsHere();
    }

    /**
     * Notes each field of an object, all of which follow from others, in which it and what is written differ.
     *
     * @param code of these errors
     */
    static void compare(JsonFields object, String code, Consumer<FieldSink> written) {
        var all = new StatedFields(object, code);
        written.accept(all);
        all.endsHere();
    }

    /** Refuses what is said beside that, such as a list without elements. */
    private void endsHere() {
        for (String name : stated.names()) {
            if (!said.contains(name)) {
                stated.require(false, code, name, "must be left out where there is nothing to say", null);
            }
        }
    }

    /** Whether the field is there; where it is not, that is noted. */
    private boolean isStated(String name) {
        said.add(name);
        return stated.require(
                stated.isGiven(name), code, name, "must be given, since it follows from the other fields", null);
    }

    private void same(String name, String written, boolean same, Object given) {
        boolean hidden = stated.isHidden(name);
        String rule = hidden
                ? "must be what follows from the other fields"
                : "must be " + written + ", which follows from the other fields";
        stated.require(same, code, name, rule, given);
    }

    @Override
    public FieldSink text(String name, String value) {
        if (isStated(name)) {
            stated.parsed(name, Function.identity()).ifPresent(given -> same(name, value, given.equals(value), given));
        }
        return this;
    }

    @Override
    public FieldSink decimal(String name, BigDecimal value) {
        if (isStated(name)) {
            stated.decimal(name, Function.identity())
                    .ifPresent(given -> same(name, value.toPlainString(), given.compareTo(value) == 0, given));
        }
        return this;
    }

    @Override
    public FieldSink integer(String name, int value) {
        if (isStated(name)) {
            stated.wholeNumber(name, given -> given)
                    .ifPresent(given -> same(name, Integer.toString(value), given == value, given));
        }
        return this;
    }

    @Override
    public FieldSink flag(String name, boolean value) {
        if (isStated(name)) {
            boolean given = stated.flag(name, !value);
            same(name, Boolean.toString(value), given == value, given);
        }
        return this;
    }

    @Override
    public FieldSink texts(String name, Iterable<String> values) {
        if (isStated(name)) {
            var expected = new ArrayList<String>();
            values.forEach(expected::add);
            List<String> given = stated.texts(name);
            same(name, expected.toString(), given.equals(expected), given);
        }
        return this;
    }

    @Override
    public FieldSink object(String name, Consumer<FieldSink> fields) {
        if (isStated(name)) {
            inside(stated.object(name), fields);
        }
        return this;
    }

    @Override
    public <T> FieldSink objects(String name, Iterable<T> elements, BiConsumer<T, FieldSink> fields) {
        if (isStated(name)) {
            List<JsonFields> given = stated.objects(name);
            int count = 0;
            for (T element : elements) {
                if (count < given.size()) {
                    inside(given.get(count), inner -> fields.accept(element, inner));
                }
                count++;
            }
            same(name, count + " elements", given.size() == count, given.size());
        }
        return this;
    }

    private void inside(JsonFields inner, Consumer<FieldSink> fields) {
        compare(inner, code, fields);
    }
}
