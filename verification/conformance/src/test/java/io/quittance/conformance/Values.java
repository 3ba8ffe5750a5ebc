package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of KPIs as the cases have them: half up to six decimals, and null where there is none. */
final class Values {
    private static final Rounding SIX = Rounding.halfUp(6);

    private Values() {}

    static @Nullable BigDecimal of(KpiResult result) {
        return result.rounded(SIX).orElse(null);
    }

    static BigDecimal of(Fraction exact) {
        return exact.round(SIX);
    }

    static Map<String, @Nullable BigDecimal> of(String name, KpiResult result) {
        var answer = new HashMap<String, @Nullable BigDecimal>();
        answer.put(name, of(result));
        return answer;
    }

    static Map<String, @Nullable BigDecimal> of(
            String first, KpiResult firstResult, String second, KpiResult secondResult) {
        Map<String, @Nullable BigDecimal> answer = of(first, firstResult);
        answer.put(second, of(secondResult));
        return answer;
    }
}
