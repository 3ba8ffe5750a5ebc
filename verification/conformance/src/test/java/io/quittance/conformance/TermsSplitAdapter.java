package io.quittance.conformance;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Rounding;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code terms_split}: a total in instalments, of which the last takes the rest. */
final class TermsSplitAdapter implements Adapter {
    private static final DueDateRule ON_RECEIPT = DueDateRule.days(0);

    @Override
    public Object answer(JsonNode input) {
        var instalments = new ArrayList<Instalment>();
        JsonNode lines = input.get("lines");
        for (int i = 0; i + 1 < lines.size(); i++) {
            instalments.add(
                    lines.get(i).has("percent")
                            ? Instalment.percent(Input.decimal(lines.get(i), "percent"), ON_RECEIPT)
                            : Instalment.amount(Input.decimal(lines.get(i), "fixed"), ON_RECEIPT));
        }
        instalments.add(Instalment.rest(ON_RECEIPT));
        Rounding rounding = Rounding.of(
                Input.decimal(input, "unit").scale(),
                RoundingMode.valueOf(input.get("rounding").asString()));
        return Map.of(
                "amounts",
                PaymentTerms.inInstalments(instalments)
                        .dueAmounts(LocalDate.EPOCH, Input.amount(input, "total"), rounding, day -> true)
                        .stream()
                        .map(DueAmount::amount)
                        .toList());
    }
}
