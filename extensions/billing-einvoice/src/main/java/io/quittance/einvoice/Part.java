package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.BusinessGroup.Value;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Writes what one group of a document says. What is absent is not written. */
final class Part {
    private final XmlOut xml;
    private final BusinessGroup document;
    private final BusinessGroup group;

    private Part(XmlOut xml, BusinessGroup document, BusinessGroup group) {
        this.xml = xml;
        this.document = document;
        this.group = group;
    }

    /** The whole document. */
    Part(XmlOut xml, BusinessGroup document) {
        this(xml, document, document);
    }

    BusinessGroup group() {
        return group;
    }

    /** The currency of the document. */
    String currency() {
        return document.text("BT-5").orElse("");
    }

    /** An element around others, which is not written if there is nothing in it. */
    void in(String element, Runnable content) {
        xml.in(element, content);
    }

    /** An element that is written even if there is nothing in it. */
    void always(String element, Runnable content) {
        xml.always(element, content);
    }

    /** For each group of a kind within this one. */
    void each(String id, Consumer<Part> content) {
        group.groups(id).forEach(inner -> content.accept(new Part(xml, document, inner)));
    }

    /** Another group of the same document. */
    Part of(BusinessGroup other) {
        return new Part(xml, document, other);
    }

    /** An element around the first group of a kind, if there is one. */
    void in(String element, String id, Consumer<Part> content) {
        in(element, () -> each(id, content));
    }

    /** A fixed text, which makes its parents be written. */
    void put(String element, String text, String... attributes) {
        xml.text(element, text, attributes);
    }

    /** A term as it stands. */
    void text(String element, String term) {
        group.text(term).ifPresent(text -> xml.text(element, text));
    }

    /** A term with its scheme as an attribute, if it has one. */
    void id(String element, String term, String attribute) {
        group.values(term).forEach(value -> id(element, value, attribute));
    }

    /** One of the values of a term, as {@link #id(String, String, String)}. */
    void id(String element, Value value, String attribute) {
        xml.text(element, value.text(), attribute, value.qualifier().orElse(""));
    }

    /** A number, without exponent and with the decimal places that it was given. */
    void number(String element, String term, String... attributes) {
        group.number(term).ifPresent(number -> xml.text(element, number.toPlainString(), attributes));
    }

    /** An amount with its currency, that of the document if it names none. */
    void amount(String element, String term) {
        group.values(term)
                .forEach(value -> xml.text(
                        element,
                        new BigDecimal(value.text()).toPlainString(),
                        "currencyID",
                        value.qualifier().orElse(currency())));
    }

    /** A price or discount that names no currency of its own. */
    void money(String element, BigDecimal number) {
        xml.text(element, number.toPlainString(), "currencyID", currency());
    }
}
