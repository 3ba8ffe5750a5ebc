package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.KpiResult;
import java.math.BigDecimal;
import java.util.List;

/** Results as the conformance cases write them. */
final class Answers {
    private Answers() {}

    /** The value, half up to six decimals; empty without one. */
    static String six(KpiResult result) {
        return result.rounded(Rounding.halfUp(6)).map(BigDecimal::toPlainString).orElse("");
    }

    /** The code of the reason why there is no value; empty if there is one. */
    static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason());
    }

    static List<String> notes(KpiResult result) {
        return result.basis().notes();
    }

    static Amount usd(String number) {
        return Amount.of(number, "USD");
    }
}
