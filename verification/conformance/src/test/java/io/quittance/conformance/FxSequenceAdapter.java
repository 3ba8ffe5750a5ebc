package io.quittance.conformance;

import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_sequence}: a debt paid in steps, each at its rate. */
final class FxSequenceAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Amount foreign = Booked.foreign(input, "amount_fc");
        var ledger = new BookedLedger(foreign, Booked.rate(input, "book_rate").convert(foreign));
        List<Map<String, Object>> openAfter = new ArrayList<>();
        for (JsonNode step : input.get("steps")) {
            Amount paid = Booked.foreign(step, "fc");
            ledger.pay(paid, Booked.rate(step, "rate").convert(paid));
            openAfter.add(ledger.open("fc", "base"));
        }
        return Map.of("open_after", openAfter, "gain_loss_total", ledger.gain());
    }
}
