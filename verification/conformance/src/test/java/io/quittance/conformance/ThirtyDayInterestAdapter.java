package io.quittance.conformance;

import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.InterestCharge;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.OverdueBalance;
import io.quittance.ar.interest.RateTable;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code simple_interest_30_360}: both days bear interest, so that the debt was due the day before. */
final class ThirtyDayInterestAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        ServicePeriod days = ServicePeriod.closed(Input.date(input, "start"), Input.date(input, "end"));
        InterestCharge charge = LateInterest.of(
                        RateTable.constant(Input.decimal(input, "annual_rate_pct")),
                        DayBasis.THIRTY_360,
                        Rounding.halfUp(2))
                .charge(
                        OverdueBalance.of(
                                Input.amount(input, "principal"), days.start().minusDays(1)),
                        days);
        return Map.of("days", charge.days(), "interest", charge.amount());
    }
}
