package io.quittance.conformance;

import io.quittance.ar.plan.EqualParts;
import io.quittance.ar.plan.PlanInstalment;
import io.quittance.core.schedule.Schedule;
import java.math.RoundingMode;
import java.time.Period;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Fields that the topics of payment plans have in common. */
final class PlanFields {
    private PlanFields() {}

    static EqualParts parts(JsonNode input) {
        return new EqualParts(
                Input.decimal(input, "unit"),
                RoundingMode.valueOf(input.get("rounding").asString()));
    }

    static Schedule dues(JsonNode input) {
        JsonNode frequency = input.get("frequency");
        int every = Input.integer(frequency, "every");
        Period step = switch (frequency.get("unit").asString()) {
            case "day" -> Period.ofDays(every);
            case "week" -> Period.ofWeeks(every);
            case "month" -> Period.ofMonths(every);
            case "year" -> Period.ofYears(every);
            default -> throw new IllegalArgumentException(frequency.toString());
        };
        return Schedule.every(step, Input.date(input, "start"));
    }

    static Map<String, Object> instalment(PlanInstalment instalment) {
        return Map.of(
                "due", instalment.dueDate(),
                "principal", instalment.principal(),
                "interest", instalment.interest(),
                "total", instalment.total());
    }
}
