package io.quittance.conformance;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.scorecard.Comparison;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the adapters of scorecards share. */
final class Scored {
    static final String KPI = "given";
    private static final Rounding SIX_PLACES = Rounding.halfUp(6);

    private Scored() {}

    static @Nullable BigDecimal rounded(Optional<Fraction> value) {
        return value.map(exact -> exact.round(SIX_PLACES)).orElse(null);
    }

    static Fraction exact(JsonNode input, String field) {
        return Fraction.of(Input.decimal(input, field));
    }

    /** A result that is what the case says, of a KPI that gets better as it says. */
    static KpiResult result(JsonNode input) {
        Direction direction = isHigherBetter(input) ? Direction.HIGHER : Direction.LOWER;
        return KpiBasis.of(KpiDefinition.of(KPI, "Given", KpiUnit.PERCENT, direction, "as given"))
                .measured(exact(input, "actual"));
    }

    /** The goal itself counts, unless the case says that it does not. */
    static Comparison comparison(JsonNode input) {
        boolean inclusive = input.path("inclusive").asBoolean(true);
        if (isHigherBetter(input)) {
            return inclusive ? Comparison.AT_LEAST : Comparison.MORE;
        }
        return inclusive ? Comparison.AT_MOST : Comparison.LESS;
    }

    private static boolean isHigherBetter(JsonNode input) {
        return input.get("direction").asString().equals("higher");
    }
}
