package io.quittance.conformance;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.ServedPart;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.rating.Rating;
import io.quittance.core.rating.RatingRequest;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code min_commit}: the true-up of a period by the contract's minimum, or of every month of a term by its commitment. */
final class MinCommitAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        Rounding rounding = Rounding.halfUp(Input.integer(input, "roundTo"));
        if (input.has("monthlyCharges")) {
            return Map.of("trueUps", trueUps(input, conventions, rounding));
        }
        SpendMinimum minimum = SpendMinimum.of(Input.decimal(input, "minimum"));
        ServicePeriod service = input.has("service") ? Input.days(input.get("service")) : RatedPeriod.JANUARY;
        ServicePeriod period = input.has("period") ? Input.days(input.get("period")) : RatedPeriod.JANUARY;
        var answer = new HashMap<String, Object>();
        answer.put(
                "proratedMinimum",
                minimum.prorated(new ServedPart(service, period, conventions.minimumProration()), rounding));
        Contract contract = RatedPeriod.contract(period)
                .charge(fee("before", Input.decimal(input, "alreadyBilledInPeriod", "0")))
                .charge(fee("now", charged(input, service, period, rounding)))
                .minimum(minimum)
                .conventions(conventions)
                .lineRounding(rounding)
                .build();
        answer.put(
                "trueUp",
                trueUp(input, RatingRequest.of(contract, List.of(), service).partOf(period)));
        return answer;
    }

    private static Amount trueUp(JsonNode input, RatingRequest request) {
        BilledBefore billed = BilledBefore.nothing()
                .charge("before", Amount.of(Input.decimal(input, "alreadyBilledInPeriod", "0"), Input.CURRENCY));
        RatingRequest closing = request.after(billed);
        boolean last = !input.has("isFinalRunOfPeriod")
                || input.get("isFinalRunOfPeriod").asBoolean();
        return RatedPeriod.billed(Rating.of(last ? closing : closing.interim()), "terms.minimum");
    }

    private static BigDecimal charged(JsonNode input, ServicePeriod service, ServicePeriod period, Rounding rounding) {
        return input.has("recurringFee")
                ? Input.amount(input, "recurringFee")
                        .prorated(service.days(), period.days(), rounding)
                        .toBigDecimal()
                : Input.decimal(input, "chargesInPeriod", "0");
    }

    private static Charge fee(String id, BigDecimal amount) {
        return Charge.usage(id, id, FlatFee.of(amount));
    }

    private static List<Amount> trueUps(JsonNode input, Conventions conventions, Rounding rounding) {
        TermCommitment term = TermCommitment.of(Input.decimal(input, "termMinimum"));
        JsonNode months = input.get("monthlyCharges");
        var start = RatedPeriod.JANUARY.start();
        Contract contract = RatedPeriod.contract(new ServicePeriod(start, start.plusMonths(months.size())))
                .charge(Charge.usage("charges", "charges", PerUnit.of("1")))
                .commitment(
                        input.hasNonNull("monthlyMinimum")
                                ? term.perPeriod(Input.decimal(input, "monthlyMinimum"))
                                : term)
                .conventions(conventions)
                .lineRounding(rounding)
                .build();
        var trueUps = new ArrayList<Amount>();
        BilledBefore before = BilledBefore.nothing();
        for (JsonNode month : months) {
            int number = trueUps.size();
            var period = new ServicePeriod(start.plusMonths(number), start.plusMonths(number + 1L));
            var used = List.of(RatedPeriod.used("charges", Input.decimal(month), period));
            Rating rating = Rating.of(RatingRequest.of(contract, used, period).after(before));
            trueUps.add(RatedPeriod.billed(rating, "terms.commitment"));
            before = rating.after();
        }
        return trueUps;
    }
}
