package io.quittance.conformance;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code discount_settlement}: a payment on items with discounts, as its payer says or by date and then by discount. */
final class DiscountSettlementAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        JsonNode payment = input.get("payment");
        LocalDate date = Input.date(payment, "date");
        DiscountPolicy discounts = DiscountPolicy.of(Map.of());
        for (JsonNode item : input.get("items")) {
            DiscountOffer offer = DiscountFields.offer(item);
            discounts = discounts.with(
                    Settled.id(item),
                    input.has("grace_days") ? offer.grace(Input.integer(input, "grace_days")) : offer);
        }
        List<OpenItem> items = input.get("items")
                .valueStream()
                .map(item -> Settled.item(Settled.id(item), Input.date(item, "date"), Input.amount(item, "open")))
                .toList();
        AllocationStrategy strategy = payment.has("apply")
                ? new AsRemitted()
                : InOrder.of(
                        "oldest-date-then-best-discount",
                        Comparator.comparing(OpenItem::documentDate).thenComparing(discounts.bestFirst(date)));
        Settlement settlement = Settled.settled(
                payment(payment, date), items, strategy, SettlementPolicy.MONEY_ONLY.discounts(discounts));
        return Map.of(
                "items",
                items.stream()
                        .map(item -> Map.of(
                                "id", item.id().value(),
                                "discount", settlement.adjusted(item.id()),
                                "open", settlement.openAfter(item)))
                        .toList(),
                "unapplied",
                settlement.onAccount());
    }

    private static Payment payment(JsonNode payment, LocalDate date) {
        if (!payment.has("apply")) {
            return Settled.payment(date, Input.amount(payment, "amount"));
        }
        List<Remittance> named = payment.get("apply")
                .valueStream()
                .map(pair -> Remittance.of(
                        ReceivableId.of(pair.get(0).asString()),
                        Amount.of(pair.get(1).asString(), Input.CURRENCY)))
                .toList();
        Payment all = Settled.payment(
                date,
                named.stream()
                        .map(one -> one.amount().orElseThrow())
                        .reduce(Amount::add)
                        .orElseThrow());
        for (Remittance one : named) {
            all = all.naming(one);
        }
        return all;
    }
}
