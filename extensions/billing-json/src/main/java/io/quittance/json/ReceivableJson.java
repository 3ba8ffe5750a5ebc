package io.quittance.json;

import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A debt: {@code {"id": "R-1", "documentDate": "2026-02-01", "dueDate": "2026-03-03", "amount": "585.40"}}, where it is none of the
 * principal with its {@code type}, as a component with {@code partOf}, and with other {@code references}. Customer and currency stand
 * beside it.
 */
final class ReceivableJson {
    private ReceivableJson() {}

    static void write(Receivable receivable, JsonObject object) {
        object.text("id", receivable.id().value())
                .text("documentDate", receivable.documentDate().toString())
                .text("dueDate", receivable.dueDate().toString());
        Json.money("amount", receivable.amount(), object);
        if (receivable.type() != ReceivableType.PRINCIPAL) {
            object.text("type", Words.of(receivable.type()));
        }
        boolean isWhole = receivable.item().equals(receivable.id())
                && receivable.itemDueDate().equals(receivable.dueDate());
        if (!isWhole) {
            object.object(
                    "partOf",
                    item -> item.text("item", receivable.item().value())
                            .text("dueDate", receivable.itemDueDate().toString()));
        }
        if (!receivable.references().isEmpty()) {
            object.texts("references", receivable.references());
        }
    }

    /** Empty where it is wrong. */
    static Optional<Receivable> read(JsonFields fields, Optional<CustomerId> customer, AmountFields amounts) {
        Optional<ReceivableId> id = fields.parsed("id", ReceivableId::of);
        Optional<LocalDate> documentDate = fields.parsed("documentDate", text -> Dates.parse(text, "documentDate"));
        Optional<LocalDate> dueDate = fields.parsed("dueDate", text -> Dates.parse(text, "dueDate"));
        Optional<Amount> amount = amounts.rounded("amount", fields);
        Optional<ReceivableType> type =
                Words.readOptional(fields, "type", ReceivableType.values(), ReceivableType.PRINCIPAL);
        Optional<Receivable> made = Parts.made(
                fields,
                () -> Receivable.of(
                                id.orElseThrow(),
                                customer.orElseThrow(),
                                documentDate.orElseThrow(),
                                dueDate.orElseThrow(),
                                amount.orElseThrow())
                        .withType(type.orElseThrow()),
                id,
                customer,
                documentDate,
                dueDate,
                amount,
                type);
        return known(fields, partOf(fields, made));
    }

    private static Optional<Receivable> partOf(JsonFields fields, Optional<Receivable> receivable) {
        Optional<JsonFields> given = fields.optionalObject("partOf");
        if (given.isEmpty()) {
            return receivable;
        }
        Optional<ReceivableId> item = given.get().parsed("item", ReceivableId::of);
        Optional<LocalDate> dueDate = given.get().parsed("dueDate", text -> Dates.parse(text, "dueDate"));
        return Parts.made(
                given.get(),
                () -> receivable.orElseThrow().partOf(item.orElseThrow(), dueDate.orElseThrow()),
                receivable,
                item,
                dueDate);
    }

    private static Optional<Receivable> known(JsonFields fields, Optional<Receivable> receivable) {
        List<String> references = fields.optionalParsedTexts("references", text -> Require.id(text, "references"));
        long different = references.stream().distinct().count();
        fields.require(
                different == references.size(), "json.text-twice", "references", "must be given once each", references);
        return receivable.map(debt -> references.stream().reduce(debt, Receivable::knownBy, (one, other) -> other));
    }
}
