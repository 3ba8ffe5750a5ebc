package io.quittance.conformance;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_convert}: one conversion. */
final class FxConvertAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Map.of("base", Booked.rate(input, "multiply").convert(Booked.foreign(input, "amount")));
    }
}
