package io.quittance.conformance;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.exchange.ExchangeDifference;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_partial}: a debit and a credit, as much of both as the lesser has. */
final class FxPartialAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        ExchangeDifference difference =
                ExchangeDifference.of(Booked.side(input.get("debit")), Booked.side(input.get("credit")));
        boolean isDebitLeft = !difference.debtLeft().isZero();
        BookedAmount residual = isDebitLeft ? difference.debtLeft() : difference.moneyLeft();
        return Map.of(
                "matched_fc",
                difference.settled(),
                "gain_loss",
                difference.gain(),
                "residual",
                Map.of("side", isDebitLeft ? "debit" : "credit", "base", residual.booked(), "fc", residual.amount()));
    }
}
