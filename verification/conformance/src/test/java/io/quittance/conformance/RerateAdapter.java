package io.quittance.conformance;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.rating.Rating;
import io.quittance.core.rating.RatingRequest;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.FreeUnits;
import io.quittance.core.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code rerating}: several runs of one period, each with the quantity so far. */
final class RerateAdapter implements ConventionalAdapter {
    private static final ServicePeriod PERIOD = ServicePeriod.of("2026-01-01", "2026-02-01");

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        Contract contract = contract(input, conventions);
        var deltas = new ArrayList<Amount>();
        BilledBefore billed = BilledBefore.nothing();
        for (JsonNode run : input.get("runs")) {
            UsageEvent used = UsageEvent.of(
                    "used", "1", "meter", run.get("cumulativeQuantity").asString(), "2026-01-15T00:00:00Z");
            RatingRequest request =
                    RatingRequest.of(contract, List.of(used), PERIOD).after(billed);
            boolean closing = run.path("final").asBoolean(false);
            Rating rating = Rating.of(closing ? request : request.interim());
            deltas.add(rating.total());
            billed = rating.after();
        }
        return Map.of("deltas", deltas);
    }

    private static Contract contract(JsonNode input, Conventions conventions) {
        Charge charge = Charge.usage("charge", "meter", PriceFields.model(input.get("price")));
        if (input.hasNonNull("freeQuantity")) {
            charge = charge.free(FreeUnits.of(Input.decimal(input, "freeQuantity")));
        }
        if (input.hasNonNull("maximum")) {
            charge = charge.maximum(SpendMaximum.of(Input.decimal(input, "maximum")));
        }
        if (input.hasNonNull("minimum")) {
            charge = charge.minimum(SpendMinimum.of(Input.decimal(input, "minimum")));
        }
        return Contract.builder("C-1")
                .customer("1")
                .currency(Input.CURRENCY)
                .zone("UTC")
                .term("2026-01-01", "2027-01-01")
                .lineRounding(Rounding.halfUp(Input.integer(input, "roundTo")))
                .charge(charge)
                .conventions(conventions)
                .paymentTerms(PaymentTerms.net(30))
                .build();
    }
}
