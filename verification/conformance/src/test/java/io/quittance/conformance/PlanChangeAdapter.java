package io.quittance.conformance;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * {@code plan_change}: a contract is billed in advance, amended to other charges, and billed again.
 *
 * <p>A credit is what was billed less what stays, so that both come to what was billed. Cases round the credit half up; for
 * that, what stays is rounded half down.
 */
final class PlanChangeAdapter implements ConventionalAdapter {
    /** The day of the change where a case only says what part of the period is left. */
    private static final LocalDate SOME_DAY = LocalDate.parse("2026-01-16");

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        int scale = Input.integer(input, "roundTo");
        List<Amount> credits = BilledContract.amounts(
                changed(input, conventions, Rounding.of(scale, RoundingMode.HALF_DOWN)), BillLine.Kind.CREDIT);
        List<Amount> charges = BilledContract.amounts(
                changed(input, conventions, Rounding.of(scale, RoundingMode.HALF_UP)), BillLine.Kind.CHARGE);
        return Map.of(
                "credits",
                credits,
                "charges",
                charges,
                "net",
                Stream.concat(credits.stream(), charges.stream()).reduce(Amount.zero(Input.CURRENCY), Amount::add));
    }

    /** The run after the change. */
    private static BillRun changed(JsonNode input, Conventions conventions, Rounding rounding) {
        ServicePeriod period = period(input);
        LocalDate day = input.hasNonNull("changeDate") ? Input.date(input, "changeDate") : SOME_DAY;
        Conventions prorated = conventions.withProration(proration(input, day));
        var contract = new BilledContract(
                period, BilledContract.terms(fees("old", input.get("oldItems"), period), period, prorated, rounding));
        contract.run(period.start());
        contract.amend(
                Amendment.terms("change", day, BilledContract.AMENDED, after(input, period, prorated, rounding)));
        return contract.run(day);
    }

    private static ContractTerms after(
            JsonNode input, ServicePeriod period, Conventions conventions, Rounding rounding) {
        var charges = new ArrayList<>(fees("new", input.get("newItems"), period));
        for (JsonNode once : input.path("newOneTimeItems")) {
            charges.add(Charge.oneOff("once-" + charges.size(), FlatFee.of(Input.decimal(once))));
        }
        return BilledContract.terms(charges, period, conventions, rounding);
    }

    private static List<Charge> fees(String plan, JsonNode items, ServicePeriod period) {
        var fees = new ArrayList<Charge>();
        for (JsonNode item : items) {
            fees.add(BilledContract.fee(plan + "-" + fees.size(), Input.decimal(item), period));
        }
        return fees;
    }

    private static ServicePeriod period(JsonNode input) {
        JsonNode period = input.path("period");
        return switch (input.get("convention").asString()) {
            case "fraction" -> RatedPeriod.JANUARY;
            case "days_half_open" -> new ServicePeriod(Input.date(period, "start"), Input.date(period, "end"));
            case "days_end_inclusive" -> ServicePeriod.closed(Input.date(period, "start"), Input.date(period, "end"));
            default -> throw new IllegalArgumentException("unknown convention " + input.get("convention"));
        };
    }

    /** By days, or by the part of the period that the case says is left from the day of the change on. */
    private static Proration proration(JsonNode input, LocalDate change) {
        if (!input.hasNonNull("remainingFraction")) {
            return DayCount.CIVIL_DAYS;
        }
        Fraction left = Fraction.of(Input.decimal(input, "remainingFraction"));
        return (service, period) -> service.start().equals(change)
                ? left
                : service.end().equals(change) ? Fraction.ONE.minus(left) : Fraction.ONE;
    }
}
