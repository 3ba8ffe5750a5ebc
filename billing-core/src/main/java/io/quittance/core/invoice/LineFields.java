package io.quittance.core.invoice;

import io.quittance.core.money.MinorUnits;

/** The fields of a line, and of what is off or on top of one, or of the document. */
final class LineFields {
    private LineFields() {}

    static void write(InvoiceLine line, FieldSink fields) {
        line.id().ifPresent(id -> fields.text("id", id));
        if (line.status() != InvoiceLine.Status.DETAIL) {
            fields.text("status", InvoiceFields.word(line.status()));
        }
        line.parent().ifPresent(parent -> fields.text("parent", parent));
        fields.text("name", line.name());
        if (!line.item().equals(InvoicedItem.plain())) {
            fields.object("item", item -> write(line.item(), item));
        }
        line.note().ifPresent(note -> fields.text("note", note));
        fields.decimal("quantity", line.quantity())
                .text("unit", line.unit())
                .object("price", price -> write(line.price(), price));
        if (!line.allowanceCharges().isEmpty()) {
            fields.objects("allowanceCharges", line.allowanceCharges(), LineFields::write);
        }
        fields.decimal("netAmount", MinorUnits.written(line.netAmount()));
        if (!line.taxes().isEmpty()) {
            fields.objects("taxes", line.taxes(), InvoiceFields::write);
        }
        line.period().ifPresent(period -> InvoiceFields.period(period, fields));
        line.orderReference().ifPresent(order -> fields.text("orderReference", order));
        line.accounting().ifPresent(reference -> fields.text("accounting", reference));
        fields.reasons("explanations", line.explanations());
    }

    private static void write(UnitPrice price, FieldSink fields) {
        fields.decimal("net", MinorUnits.written(price.net())).decimal("baseQuantity", price.baseQuantity());
        price.discount().ifPresent(discount -> fields.decimal("discount", MinorUnits.written(discount)));
    }

    private static void write(InvoicedItem item, FieldSink fields) {
        item.description().ifPresent(text -> fields.text("description", text));
        item.sellerId().ifPresent(id -> fields.text("sellerId", id));
        item.buyerId().ifPresent(id -> fields.text("buyerId", id));
        item.standardId().ifPresent(id -> fields.object("standardId", out -> PartyFields.write(id, out)));
        if (!item.classifications().isEmpty()) {
            fields.objects("classifications", item.classifications(), PartyFields::write);
        }
        item.origin().ifPresent(country -> fields.text("origin", country));
        if (!item.attributes().isEmpty()) {
            fields.objects(
                    "attributes",
                    item.attributes(),
                    (attribute, out) -> out.text("name", attribute.name()).text("value", attribute.value()));
        }
    }

    static void write(AllowanceCharge allowanceCharge, FieldSink fields) {
        fields.text("kind", InvoiceFields.word(allowanceCharge.kind()))
                .decimal("amount", MinorUnits.written(allowanceCharge.amount()));
        allowanceCharge.base().ifPresent(base -> fields.decimal("base", MinorUnits.written(base)));
        allowanceCharge.percent().ifPresent(percent -> fields.decimal("percent", percent));
        allowanceCharge.reason().ifPresent(reason -> fields.text("reason", reason));
        allowanceCharge.reasonCode().ifPresent(code -> fields.text("reasonCode", code));
        if (!allowanceCharge.taxes().isEmpty()) {
            fields.objects("taxes", allowanceCharge.taxes(), InvoiceFields::write);
        }
    }
}
