package io.quittance.json;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a payment settles, and what closes debts with it: the {@code payment}, how much of it was {@code available}, {@code lines},
 * {@code adjustments} and {@code newItems}, all with their reasons. Customer and currency stand beside them.
 */
final class SettlementJson {
    private SettlementJson() {}

    static void write(Settlement settlement, JsonObject object) {
        Allocation allocation = settlement.allocation();
        object.object("payment", payment -> PaymentJson.write(allocation.source(), payment));
        Json.money("available", allocation.available(), object)
                .objects("lines", allocation.lines(), SettlementJson::write);
        if (!settlement.adjustments().isEmpty()) {
            object.objects("adjustments", settlement.adjustments(), SettlementJson::write);
        }
        if (!settlement.newItems().isEmpty()) {
            object.objects("newItems", settlement.newItems(), SettlementJson::write);
        }
    }

    private static void write(AllocationLine line, JsonObject object) {
        object.text("item", line.item().value());
        Json.money("amount", line.amount(), object)
                .objects("explanations", line.explanations(), Explanations::writePattern);
    }

    private static void write(Adjustment adjustment, JsonObject object) {
        object.text("kind", Words.of(adjustment.kind()));
        adjustment.closes().ifPresent(item -> object.text("item", item.value()));
        Json.money("amount", adjustment.amount(), object);
        if (adjustment.tax().signum() != 0) {
            Json.money("tax", adjustment.tax(), object);
        }
        adjustment.proof().ifPresent(document -> object.text("reference", document));
        object.object("explanation", why -> Explanations.writePattern(adjustment.explanation(), why));
    }

    private static void write(NewItem added, JsonObject object) {
        object.object("receivable", debt -> ReceivableJson.write(added.receivable(), debt))
                .text("origin", added.origin().value())
                .text("reason", added.reason());
    }

    /** Empty where it is wrong. */
    static Optional<Settlement> read(JsonFields fields, Optional<CustomerId> customer, AmountFields amounts) {
        Optional<Payment> payment = PaymentJson.read(fields.object("payment"), customer, amounts);
        Optional<Amount> available = amounts.rounded("available", fields);
        List<AllocationLine> lines = new ArrayList<>();
        fields.objects("lines").forEach(line -> line(line, amounts).ifPresent(lines::add));
        List<Adjustment> adjustments = new ArrayList<>();
        fields.optionalObjects("adjustments")
                .forEach(adjustment -> adjustment(adjustment, amounts).ifPresent(adjustments::add));
        List<NewItem> newItems = new ArrayList<>();
        fields.optionalObjects("newItems")
                .forEach(added -> newItem(added, customer, amounts).ifPresent(newItems::add));
        return Parts.made(
                fields,
                () -> Settlement.restored(
                        Allocation.restored(payment.orElseThrow(), available.orElseThrow(), lines),
                        adjustments,
                        newItems),
                payment,
                available);
    }

    private static Optional<AllocationLine> line(JsonFields fields, AmountFields amounts) {
        Optional<ReceivableId> item = fields.parsed("item", ReceivableId::of);
        Optional<Amount> amount = amounts.rounded("amount", fields);
        List<Explanation> explanations = Explanations.readAll("explanations", fields);
        return Parts.made(
                fields, () -> AllocationLine.of(item.orElseThrow(), amount.orElseThrow(), explanations), item, amount);
    }

    private static Optional<Adjustment> adjustment(JsonFields fields, AmountFields amounts) {
        Optional<Adjustment.Kind> kind = Words.read(fields, "kind", Adjustment.Kind.values());
        Optional<ReceivableId> item = fields.optionalParsed("item", ReceivableId::of);
        Optional<Amount> amount = amounts.rounded("amount", fields);
        Optional<Amount> tax = amounts.optionalRounded("tax", fields);
        Optional<String> reference = fields.optionalParsed("reference", text -> Require.id(text, "reference"));
        Optional<Explanation> explanation = Explanations.read(fields.object("explanation"));
        return Parts.made(
                fields,
                () -> new Adjustment(
                        kind.orElseThrow(),
                        item.orElse(null),
                        amount.orElseThrow(),
                        tax.orElseGet(() -> Amount.zero(amount.orElseThrow().getCurrency())),
                        reference.orElse(null),
                        explanation.orElseThrow()),
                kind,
                amount,
                explanation);
    }

    private static Optional<NewItem> newItem(JsonFields fields, Optional<CustomerId> customer, AmountFields amounts) {
        Optional<Receivable> receivable = ReceivableJson.read(fields.object("receivable"), customer, amounts);
        Optional<ReceivableId> origin = fields.parsed("origin", ReceivableId::of);
        Optional<String> reason = fields.parsed("reason", text -> Require.id(text, "reason"));
        return Parts.made(
                fields,
                () -> new NewItem(receivable.orElseThrow(), origin.orElseThrow(), reason.orElseThrow()),
                receivable,
                origin,
                reason);
    }
}
