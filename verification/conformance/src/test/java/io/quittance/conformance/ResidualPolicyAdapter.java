package io.quittance.conformance;

import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.error.InvalidArgumentException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code residual_policy}: what becomes of what is not paid. */
final class ResidualPolicyAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        OpenItem item = Settled.item(Input.amount(input, "open"));
        try {
            Settlement settlement = Settled.settled(
                    Settled.payment(Settled.DAY, Input.amount(input, "payment")),
                    List.of(item),
                    new OldestDueFirst(),
                    SettlementPolicy.MONEY_ONLY.shortPay(rule(input)));
            return Map.of(
                    "status", "applied",
                    "open", settlement.openAfter(item),
                    "discount", settlement.adjusted(Adjustment.Kind.ALLOWED_DISCOUNT),
                    "write_off", settlement.adjusted(Adjustment.Kind.WRITE_OFF));
        } catch (InvalidArgumentException e) {
            return Map.of("status", "rejected");
        }
    }

    private static ShortPay rule(JsonNode input) {
        return switch (input.get("policy").asString()) {
            case "keep_open" -> ShortPay.keepOpen();
            case "discount" -> ShortPay.discount();
            case "write_off" -> ShortPay.writeOff();
            case "require_full" -> ShortPay.requireFull();
            default -> throw new IllegalArgumentException("unknown policy " + input.get("policy"));
        };
    }
}
