package io.quittance.conformance;

import io.quittance.core.billing.BillLine;
import io.quittance.core.contract.Amendment;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ServicePeriod;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code repair}: a line that was billed in advance, and pauses that become known afterwards.
 *
 * <p>Each span is credited on its own: in a run of its own over the line as it was billed, of which all that was given back
 * before was credited beside it. What stays is rounded half down, so that a credit is rounded half up. All pauses in one run
 * would give pieces that add up, which the spans that are served do not where each is rounded on its own: for {@code kept} the
 * run says which days they are, and the proration what each costs.
 */
final class RepairAdapter implements ConventionalAdapter {

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        List<ServicePeriod> unserved =
                input.get("unservedSpans").valueStream().map(Input::days).toList();
        return input.has("report")
                ? Map.of("kept", kept(input, conventions, unserved))
                : Map.of("credits", credits(input, conventions, unserved));
    }

    private static List<Amount> credits(JsonNode input, Conventions conventions, List<ServicePeriod> unserved) {
        var credits = new ArrayList<Amount>();
        Amount credited = Input.amount(input, "manualAdjustments");
        for (ServicePeriod span : unserved) {
            BilledContract contract = billed(input, conventions);
            contract.credit(credited);
            for (Amount credit : paused(contract, List.of(span))) {
                credits.add(credit);
                credited = credited.subtract(credit);
            }
        }
        return credits;
    }

    private static List<Amount> kept(JsonNode input, Conventions conventions, List<ServicePeriod> unserved) {
        BilledContract contract = billed(input, conventions);
        paused(contract, unserved);
        Rounding rounding = Rounding.halfUp(Input.integer(input, "roundTo"));
        return contract.billedDays().stream()
                .map(days -> DayCount.CIVIL_DAYS.amount(
                        Input.amount(input, "invoicedAmount"), days, Input.days(input.get("line")), rounding))
                .toList();
    }

    private static BilledContract billed(JsonNode input, Conventions conventions) {
        ServicePeriod line = Input.days(input.get("line"));
        Rounding rounding = Rounding.of(Input.integer(input, "roundTo"), RoundingMode.HALF_DOWN);
        var fee = BilledContract.fee("fee", Input.decimal(input, "invoicedAmount"), line);
        var contract = new BilledContract(line, BilledContract.terms(List.of(fee), line, conventions, rounding));
        contract.run(line.start());
        return contract;
    }

    /** What the run after these pauses gives back. */
    private static List<Amount> paused(BilledContract contract, List<ServicePeriod> spans) {
        for (int i = 0; i < spans.size(); i++) {
            contract.amend(Amendment.pause("pause-" + i, spans.get(i), BilledContract.AMENDED.plusSeconds(i)));
        }
        return BilledContract.amounts(contract.run(spans.get(0).start()), BillLine.Kind.CREDIT);
    }
}
