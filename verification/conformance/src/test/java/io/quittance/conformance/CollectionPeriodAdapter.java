package io.quittance.conformance;

import io.quittance.kpi.collection.AverageCollectionPeriod;
import tools.jackson.databind.JsonNode;

/** {@code average_collection_period}: days over a turnover that is known. */
final class CollectionPeriodAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Values.of(
                "days_to_collect",
                AverageCollectionPeriod.ofTurnover(Input.decimal(input, "turnover"), Input.decimal(input, "days")));
    }
}
