package io.quittance.conformance;

import static io.quittance.ar.settlement.Adjustment.Kind.EARLY_PAYMENT_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.LATE_DISCOUNT;

import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code tolerance_settlement}: items that are paid together, each with a discount and a tolerance. */
final class ToleranceSettlementAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        DiscountPolicy discounts = DiscountPolicy.of(Map.of()).partPayment(DiscountPolicy.PartPayment.WHOLE);
        TolerancePolicy tolerance = TolerancePolicy.pooled(AdjustmentLimit.of(Amount.zero(Input.CURRENCY)));
        JsonNode money = input.get("payment");
        Payment payment = Settled.payment(Input.date(money, "date"), Input.amount(money, "amount"));
        List<OpenItem> items = new ArrayList<>();
        for (JsonNode item : input.get("items")) {
            BigDecimal discount = Input.decimal(item, "discount");
            if (discount.signum() > 0) {
                DiscountTier tier = DiscountTier.amount(discount, Input.date(item, "discount_until"))
                        .lateUntil(Input.date(item, "discount_tolerance_until"));
                discounts = discounts.with(
                        Settled.id(item),
                        DiscountOffer.of(Input.amount(item, "open"), List.of(tier))
                                .acceptingLate(item.get("accept_late_discount").asBoolean()));
            }
            tolerance = tolerance.with(Settled.id(item), AdjustmentLimit.of(Input.amount(item, "max_tolerance")));
            payment = payment.naming(Settled.id(item));
            items.add(Settled.item(Settled.id(item), Settled.DAY, Input.amount(item, "open")));
        }
        Settlement settlement = Settled.settled(
                payment,
                items,
                new AsRemitted(),
                SettlementPolicy.MONEY_ONLY.discounts(discounts).tolerance(tolerance));
        Amount leftOnItems = settlement.openAfter(items);
        return Map.of(
                "closed", leftOnItems.signum() == 0 && settlement.onAccount().signum() == 0,
                "discount_on_time", settlement.adjusted(EARLY_PAYMENT_DISCOUNT),
                "discount_late", settlement.adjusted(LATE_DISCOUNT),
                "tolerance", settlement.tolerated(),
                "left_on_payment", settlement.onAccount(),
                "left_on_items", leftOnItems);
    }
}
