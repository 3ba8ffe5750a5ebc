package io.quittance.conformance;

import io.quittance.ar.exchange.Revaluation;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_revalue}: an open amount at the rate of the end of a period. */
final class FxRevalueAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Revaluation revaluation = Booked.rate(input, "book_rate")
                .booked(Booked.foreign(input, "amount_fc"))
                .revalued(Booked.rate(input, "new_rate"));
        return Map.of("unrealised", revaluation.unrealised(), "base_after", revaluation.worth());
    }
}
