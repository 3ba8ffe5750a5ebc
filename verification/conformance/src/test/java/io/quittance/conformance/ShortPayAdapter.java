package io.quittance.conformance;

import static io.quittance.ar.settlement.Adjustment.Kind.RECEIPT_TOLERANCE;
import static io.quittance.ar.settlement.Adjustment.Kind.TOLERANCE;

import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code short_pay}: what becomes of the rest of an item, and differences that are tolerated on two levels. */
final class ShortPayAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        return input.path("kind2").asString("").equals("two_level") ? twoLevel(input) : residual(input);
    }

    private static Object residual(JsonNode input) {
        OpenItem item = Settled.item(Input.amount(input, "open"));
        DiscountPolicy discounts = DiscountPolicy.of(
                        Map.of(item.id(), DiscountOffer.of(item.open(), DiscountFields.amount(input, "discount"))))
                .partPayment(DiscountPolicy.PartPayment.WHOLE);
        Settlement settlement = Settled.settled(
                Settled.payment(Settled.DAY, Input.amount(input, "payment")),
                List.of(item),
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.discounts(discounts).shortPay(rule(input)));
        return Map.of(
                "original_open",
                settlement.openAfter(item),
                "new_item",
                settlement.newItems().stream()
                        .map(added -> added.receivable().amount())
                        .reduce(Amount.zero(Input.CURRENCY), Amount::add));
    }

    private static ShortPay rule(JsonNode input) {
        return switch (input.get("residual").asString()) {
            case "keep_open", "none" -> ShortPay.keepOpen();
            case "new_item" -> ShortPay.newItem(Settled.DAY, "/rest", "paid short");
            case "write_off" -> ShortPay.writeOff();
            case "discount" -> ShortPay.discount();
            default -> throw new IllegalArgumentException("unknown residual " + input.get("residual"));
        };
    }

    private static Object twoLevel(JsonNode input) {
        Payment payment = Settled.payment(Settled.DAY, Input.amount(input, "receipt"));
        List<OpenItem> items = new ArrayList<>();
        for (JsonNode open : input.get("items")) {
            ReceivableId id = ReceivableId.of("item " + items.size());
            items.add(Settled.item(id, Settled.DAY, Amount.of(open.asString(), Input.CURRENCY)));
            payment = payment.naming(Remittance.of(id, Input.amount(input, "gross_per_item")));
        }
        TolerancePolicy tolerance = TolerancePolicy.twoLevels(
                AdjustmentLimit.of(Input.amount(input, "item_write_off_limit")),
                AdjustmentLimit.of(Input.amount(input, "receipt_write_off_limit")));
        Settlement settlement =
                Settled.settled(payment, items, new AsRemitted(), SettlementPolicy.MONEY_ONLY.tolerance(tolerance));
        return Map.of(
                "item_write_offs",
                        items.stream()
                                .map(item -> settlement.adjusted(item.id(), TOLERANCE))
                                .toList(),
                "receipt_write_off", settlement.adjusted(RECEIPT_TOLERANCE),
                "total_written_off", settlement.adjusted());
    }
}
