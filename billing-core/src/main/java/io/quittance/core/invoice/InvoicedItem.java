package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.party.Identifier;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a line is about, beside its name (EN 16931, BG-31 and BG-32): {@code
 * InvoicedItem.plain().withSellerId("SKU-7").withOrigin("DE").with("colour", "red")}.
 */
public final class InvoicedItem implements Serializable {
    /**
     * A property of an item (BG-32).
     *
     * @param name (BT-160)
     * @param value (BT-161)
     */
    public record Attribute(String name, String value) implements Serializable {

        /** Checks the parts. */
        public Attribute {
            Require.id(name, "attribute.name");
            Require.text(value, "attribute.value");
        }
    }

    private static final long serialVersionUID = 1L;
    private static final InvoicedItem PLAIN = new InvoicedItem(new Draft());

    private final @Nullable String description;
    private final @Nullable String sellerId;
    private final @Nullable String buyerId;
    private final @Nullable Identifier standardId;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Identifier> classifications;

    private final @Nullable String origin;

    @SuppressWarnings("serial") // as above
    private final List<Attribute> attributes;

    /** An item while a part of it is changed; begins with nothing. */
    private static final class Draft {
        private @Nullable String description;
        private @Nullable String sellerId;
        private @Nullable String buyerId;
        private @Nullable Identifier standardId;
        private List<Identifier> classifications = List.of();
        private @Nullable String origin;
        private List<Attribute> attributes = List.of();
    }

    private InvoicedItem(Draft draft) {
        description = Require.optionalText(draft.description, "description");
        sellerId = Require.optionalId(draft.sellerId, "sellerId");
        buyerId = Require.optionalId(draft.buyerId, "buyerId");
        standardId = draft.standardId;
        Require.that(
                standardId == null || standardId.scheme().isPresent(),
                "item.scheme",
                "standardId",
                "must have a scheme (BR-64)",
                standardId);
        classifications = List.copyOf(draft.classifications);
        for (Identifier classification : classifications) {
            Require.that(
                    classification.scheme().isPresent(),
                    "item.scheme",
                    "classifications",
                    "must have a scheme (BR-65)",
                    classification);
        }
        origin = draft.origin == null ? null : Require.country(draft.origin, "origin");
        attributes = List.copyOf(draft.attributes);
    }

    private InvoicedItem with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.description = description;
        draft.sellerId = sellerId;
        draft.buyerId = buyerId;
        draft.standardId = standardId;
        draft.classifications = classifications;
        draft.origin = origin;
        draft.attributes = attributes;
        change.accept(draft);
        return new InvoicedItem(draft);
    }

    /** One of which only the line's name is said. */
    public static InvoicedItem plain() {
        return PLAIN;
    }

    /** The same with more words. */
    public InvoicedItem describedAs(String text) {
        requireNonNull(text, "description");
        return with(draft -> draft.description = text);
    }

    /** The same with the seller's number for it. */
    public InvoicedItem withSellerId(String id) {
        requireNonNull(id, "sellerId");
        return with(draft -> draft.sellerId = id);
    }

    /** The same with the buyer's number for it. */
    public InvoicedItem withBuyerId(String id) {
        requireNonNull(id, "buyerId");
        return with(draft -> draft.buyerId = id);
    }

    /** The same with a number of a registered scheme, such as {@code 0160} for a global trade item number. */
    public InvoicedItem withStandardId(Identifier id) {
        requireNonNull(id, "standardId");
        return with(draft -> draft.standardId = id);
    }

    /** The same with one more class that it is of, such as {@code STI} for the UN code of products. */
    public InvoicedItem classifiedAs(Identifier more) {
        return classifiedAs(List.of(requireNonNull(more, "classification")));
    }

    /** As {@link #classifiedAs(Identifier)}, with several in order. */
    public InvoicedItem classifiedAs(List<Identifier> more) {
        return with(draft -> {
            draft.classifications = new ArrayList<>(classifications);
            draft.classifications.addAll(more);
        });
    }

    /** The same from a country, a code of two capital letters. */
    public InvoicedItem withOrigin(String country) {
        requireNonNull(country, "origin");
        return with(draft -> draft.origin = country);
    }

    /** The same with one more property. */
    public InvoicedItem with(String attribute, String value) {
        return with(List.of(new Attribute(attribute, value)));
    }

    /** The same with more properties, in order. */
    public InvoicedItem with(List<Attribute> more) {
        return with(draft -> {
            draft.attributes = new ArrayList<>(attributes);
            draft.attributes.addAll(more);
        });
    }

    /** More words (BT-154). */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** The seller's number for it (BT-155). */
    public Optional<String> sellerId() {
        return Optional.ofNullable(sellerId);
    }

    /** The buyer's number for it (BT-156). */
    public Optional<String> buyerId() {
        return Optional.ofNullable(buyerId);
    }

    /** Its number of a registered scheme (BT-157). */
    public Optional<Identifier> standardId() {
        return Optional.ofNullable(standardId);
    }

    /** The classes that it is of, in order (BT-158). */
    public List<Identifier> classifications() {
        return classifications;
    }

    /** The country that it comes from (BT-159). */
    public Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    /** Its properties, in order (BG-32). */
    public List<Attribute> attributes() {
        return attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoicedItem that
                && Objects.equals(description, that.description)
                && Objects.equals(sellerId, that.sellerId)
                && Objects.equals(buyerId, that.buyerId)
                && Objects.equals(standardId, that.standardId)
                && classifications.equals(that.classifications)
                && Objects.equals(origin, that.origin)
                && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(description, sellerId, buyerId, standardId, classifications, origin, attributes);
    }

    /** For example {@code item SKU-7}. */
    @Override
    public String toString() {
        return "item" + sellerId().map(id -> " " + id).orElse("");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> draft.attributes = new ArrayList<>(attributes));
    }
}
