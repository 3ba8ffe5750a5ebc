package io.quittance.conformance;

import io.quittance.ar.risk.Provision;
import io.quittance.ar.risk.ProvisionMatrix;
import io.quittance.ar.risk.ProvisionRate;
import io.quittance.ar.risk.ProvisionRow;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code provision_matrix}: balances by rates in percent or as fractions. */
final class ProvisionMatrixAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        List<Amount> balances = input.get("balances")
                .valueStream()
                .map(balance -> Amount.of(Input.decimal(balance), Input.CURRENCY))
                .toList();
        Rounding rounding = Rounding.halfUp(Input.decimal(input, "unit").scale());
        Provision provision = new ProvisionMatrix(rates(input), rounding).provide(balances);
        return Map.of(
                "provisions",
                provision.rows().stream().map(ProvisionRow::amount).toList(),
                "total",
                provision.total());
    }

    private static List<ProvisionRate> rates(JsonNode input) {
        var rates = new ArrayList<ProvisionRate>();
        for (JsonNode percent : input.path("rates_pct")) {
            rates.add(ProvisionRate.percent("bucket " + rates.size(), Input.decimal(percent)));
        }
        for (JsonNode fraction : input.path("rate_fractions")) {
            Fraction rate =
                    Fraction.of(Input.decimal(fraction.get(0))).dividedBy(Fraction.of(Input.decimal(fraction.get(1))));
            rates.add(new ProvisionRate("bucket " + rates.size(), rate));
        }
        return rates;
    }
}
