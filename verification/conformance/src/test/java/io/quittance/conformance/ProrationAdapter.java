package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ElapsedTime;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code proration}: the part of a price that is due for a part of a period. */
final class ProrationAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Rounding rounding = Rounding.halfUp(Input.integer(input, "roundTo"));
        String convention = input.get("convention").asString();
        if (input.has("segments")) {
            return Map.of(
                    "amount",
                    input.get("segments")
                            .valueStream()
                            .map(segment -> amount(segment, convention, rounding))
                            .reduce(Amount.zero(Input.CURRENCY), Amount::add));
        }
        Fraction part = part(input, convention);
        return Map.of(
                "amount",
                amount(input, convention, rounding),
                "factor",
                Fraction.of(part.round(Rounding.halfUp(9))),
                "factorFraction",
                part.toString());
    }

    private static Amount amount(JsonNode line, String convention, Rounding rounding) {
        return Input.amount(line, "price").times(part(line, convention), rounding);
    }

    /** Zero-length service has no part. */
    private static Fraction part(JsonNode line, String convention) {
        JsonNode service = line.get("service");
        JsonNode period = line.get("period");
        if (service.get("start").equals(service.get("end"))) {
            return Fraction.ZERO;
        }
        return switch (convention) {
            case "days_half_open" -> part(DayCount.CIVIL_DAYS, Input.days(service), period);
            case "days_end_inclusive" -> DayCount.CIVIL_DAYS.part(closed(service), closed(period));
            case "fixed_30_days" -> part(DayCount.THIRTY_DAY_MONTHS, Input.days(service), period);
            case "seconds_half_open" ->
                ElapsedTime.part(
                        instant(service, "start"),
                        instant(service, "end"),
                        instant(period, "start"),
                        instant(period, "end"));
            default -> throw new IllegalArgumentException("unknown convention " + convention);
        };
    }

    /** Of a period that is given by its dates, or by its length. */
    private static Fraction part(DayCount count, ServicePeriod service, JsonNode period) {
        return period.has("days")
                ? Fraction.of(count.days(service), Input.integer(period, "days"))
                : count.part(service, Input.days(period));
    }

    private static ServicePeriod closed(JsonNode dates) {
        return ServicePeriod.closed(Input.date(dates, "start"), Input.date(dates, "end"));
    }

    /** A date means midnight UTC. */
    private static Instant instant(JsonNode dates, String field) {
        String text = dates.get(field).asString();
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
