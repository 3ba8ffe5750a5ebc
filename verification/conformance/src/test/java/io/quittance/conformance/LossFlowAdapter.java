package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AgedReceivables.Bucket;
import io.quittance.kpi.collection.LossFlow;
import io.quittance.kpi.collection.LossRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code loss_rate_then_matrix}: loss rates of the past, and the allowance by them. */
final class LossFlowAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Amount neverPaid = Input.amount(input, "never_paid");
        List<Amount> reached = amounts(input, "historic_outstanding_by_age");
        List<Amount> open = amounts(input, "receivables_by_age");
        var rates = new ArrayList<KpiResult>();
        var buckets = new ArrayList<Bucket>();
        for (int age = 0; age < open.size(); age++) {
            KpiResult rate = new LossRate().compute(LossFlow.of("age " + age, reached.get(age), neverPaid));
            rates.add(rate);
            buckets.add(Bucket.of("age " + age, open.get(age), rate.value().orElseThrow()));
        }
        Map<String, @Nullable Object> answer = CreditLossAdapter.answer("ecl_per_bucket", buckets);
        answer.put("loss_rates_pct", rates.stream().map(Values::of).toList());
        return answer;
    }

    private static List<Amount> amounts(JsonNode input, String field) {
        return input.get(field)
                .valueStream()
                .map(amount -> Amount.of(Input.decimal(amount), Input.CURRENCY))
                .toList();
    }
}
