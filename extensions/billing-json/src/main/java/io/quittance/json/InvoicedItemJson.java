package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.invoice.InvoicedItem;
import io.quittance.core.party.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a line is about: {@code {"sellerId": "SKU-7", "origin": "DE", "attributes": [{"name": "colour", "value": "red"}]}}. */
final class InvoicedItemJson {
    private InvoicedItemJson() {}

    /** Without what is wrong. */
    static InvoicedItem read(JsonFields fields) {
        InvoicedItem made = InvoicedItem.plain();
        made = fields.changed(made, "description", InvoicedItem::describedAs);
        made = fields.changed(made, "sellerId", InvoicedItem::withSellerId);
        made = fields.changed(made, "buyerId", InvoicedItem::withBuyerId);
        made = fields.optionalObject("standardId")
                .flatMap(InvoicedItemJson::ofScheme)
                .map(made::withStandardId)
                .orElse(made);
        made = made.classifiedAs(classifications(fields));
        made = fields.changed(made, "origin", InvoicedItem::withOrigin);
        return made.with(attributes(fields));
    }

    private static List<Identifier> classifications(JsonFields fields) {
        var classes = new ArrayList<Identifier>();
        fields.optionalObjects("classifications").forEach(id -> ofScheme(id).ifPresent(classes::add));
        return classes;
    }

    /** An identifier that must have a scheme. */
    private static Optional<Identifier> ofScheme(JsonFields fields) {
        Optional<Identifier> id = IdentifierJson.read(fields);
        fields.require(fields.isGiven("scheme"), "item.scheme", "scheme", "must be given (BR-64, BR-65)", null);
        return id.filter(known -> known.scheme().isPresent());
    }

    private static List<InvoicedItem.Attribute> attributes(JsonFields fields) {
        var attributes = new ArrayList<InvoicedItem.Attribute>();
        for (JsonFields attribute : fields.optionalObjects("attributes")) {
            Optional<String> name = attribute.parsed("name", text -> Require.id(text, "name"));
            Optional<String> value = attribute.parsed("value", text -> Require.text(text, "value"));
            name.ifPresent(key -> value.ifPresent(text -> attributes.add(new InvoicedItem.Attribute(key, text))));
        }
        return attributes;
    }
}
