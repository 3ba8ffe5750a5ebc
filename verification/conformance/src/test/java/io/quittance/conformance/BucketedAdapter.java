package io.quittance.conformance;

import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.TimeBuckets;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageWindow;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code bucketed}: each bucket is a day with one event, rated alone. */
final class BucketedAdapter implements ConventionalAdapter {
    private static final UsageWindow WINDOW =
            new UsageWindow(ServicePeriod.of("2026-01-01", "2027-01-01"), ZoneOffset.UTC);

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        RatingInput buckets = RatingInput.ofEvents(
                        EventFields.events(input.get("bucketQuantities"), Duration.ofDays(1)))
                .withWindow(WINDOW)
                .withConventions(conventions);
        return Map.of(
                "amount",
                TimeBuckets.daily(PriceFields.model(input.get("price")))
                        .price(buckets)
                        .total());
    }
}
