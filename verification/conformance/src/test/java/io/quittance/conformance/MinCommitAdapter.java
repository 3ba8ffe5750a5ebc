package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code min_commit}: the true-up of a period, or of every month of a term. */
final class MinCommitAdapter implements Adapter {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");

    @Override
    public Object answer(JsonNode input) {
        Rounding rounding = Rounding.halfUp(Input.integer(input, "roundTo"));
        if (input.has("monthlyCharges")) {
            return Map.of("trueUps", trueUps(input, rounding));
        }
        SpendMinimum minimum = SpendMinimum.of(Input.decimal(input, "minimum"));
        ServicePeriod service = input.has("service") ? period(input.get("service")) : JANUARY;
        ServicePeriod period = input.has("period") ? period(input.get("period")) : JANUARY;
        var answer = new HashMap<String, Object>();
        answer.put("proratedMinimum", minimum.prorated(service, period, rounding));
        Fraction charged = charged(input, rounding, service, period);
        boolean closing = !input.has("isFinalRunOfPeriod")
                || input.get("isFinalRunOfPeriod").asBoolean();
        answer.put(
                "trueUp",
                closing
                        ? minimum.trueUp(Fraction.ZERO, charged, service, period, rounding)
                                .amount()
                        : Fraction.ZERO);
        return answer;
    }

    private static Fraction charged(JsonNode input, Rounding rounding, ServicePeriod service, ServicePeriod period) {
        if (input.has("recurringFee")) {
            return Input.amount(input, "recurringFee")
                    .prorated(service.days(), period.days(), rounding)
                    .toFraction();
        }
        return rounded(input, "chargesInPeriod", rounding).plus(rounded(input, "alreadyBilledInPeriod", rounding));
    }

    private static Fraction rounded(JsonNode input, String field, Rounding rounding) {
        return Fraction.of(rounding.round(Input.decimal(input, field, "0")));
    }

    private static Object trueUps(JsonNode input, Rounding rounding) {
        TermCommitment term = TermCommitment.of(Input.decimal(input, "termMinimum"));
        TermCommitment commitment =
                input.hasNonNull("monthlyMinimum") ? term.perPeriod(Input.decimal(input, "monthlyMinimum")) : term;
        var trueUps = new ArrayList<Fraction>();
        TermCommitment.Progress progress = TermCommitment.Progress.NONE;
        for (Iterator<JsonNode> months = input.get("monthlyCharges").iterator(); months.hasNext(); ) {
            Fraction charges = Fraction.of(new BigDecimal(months.next().asString()));
            TermCommitment.Settlement settlement = commitment.settle(charges, progress, !months.hasNext(), rounding);
            trueUps.add(settlement.trueUp());
            progress = settlement.after();
        }
        return trueUps;
    }

    private static ServicePeriod period(JsonNode node) {
        return new ServicePeriod(Input.date(node, "start"), Input.date(node, "end"));
    }
}
