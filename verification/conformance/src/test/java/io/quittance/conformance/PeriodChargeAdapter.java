package io.quittance.conformance;

import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.OverdueItem;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code period_charge}, {@code tiered_charge}: a charge by the period on what is so many days late; tiers are of the simple formula. */
final class PeriodChargeAdapter implements Adapter {
    private static final LocalDate DUE = LocalDate.EPOCH;

    @Override
    public Object answer(JsonNode input) {
        PeriodFormula formula = input.has("formula")
                ? PeriodFormula.valueOf(input.get("formula").asString().toUpperCase(Locale.ROOT))
                : PeriodFormula.SIMPLE;
        LatenessTiers rates = input.has("tiers")
                ? tiers(input.get("tiers"))
                : LatenessTiers.constant(Input.decimal(input, "rate_pct"));
        OverdueItem item = OverdueItem.of(ReceivableId.of("item"), DUE, Input.amount(input, "overdue"))
                .withPriorCharges(Amount.of(Input.decimal(input, "prior_charges", "0"), Input.CURRENCY));
        return Map.of(
                "charge",
                PeriodicCharge.of(formula, rates, Input.integer(input, "days_in_period"), Rounding.halfUp(2))
                        .charge(item, DUE.plusDays(Input.integer(input, "days_late")))
                        .amount());
    }

    private static LatenessTiers tiers(JsonNode tiers) {
        return LatenessTiers.of(
                tiers.valueStream()
                        .filter(tier -> tier.hasNonNull("max"))
                        .map(tier ->
                                new LatenessTiers.Tier(Input.integer(tier, "max"), Input.decimal(tier, "rate_pct")))
                        .toList(),
                Input.decimal(tiers.get(tiers.size() - 1), "rate_pct"));
    }
}
