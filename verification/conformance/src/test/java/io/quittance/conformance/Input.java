package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import tools.jackson.databind.JsonNode;

/** Reads the fields of cases. Cases that name no currency are in one. */
final class Input {
    static final CurrencyUnit CURRENCY = Monetary.getCurrency("EUR");

    private Input() {}

    static BigDecimal decimal(JsonNode number) {
        return new BigDecimal(number.asString());
    }

    static BigDecimal decimal(JsonNode node, String field) {
        return decimal(node.get(field));
    }

    /** The number, or another where the case does not give it or gives null. */
    static BigDecimal decimal(JsonNode node, String field, String otherwise) {
        return node.hasNonNull(field) ? decimal(node, field) : new BigDecimal(otherwise);
    }

    static Amount amount(JsonNode node, String field) {
        return Amount.of(decimal(node, field), CURRENCY);
    }

    static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asString());
    }

    /** The days from {@code start} up to, not including, {@code end}. */
    static ServicePeriod days(JsonNode node) {
        return new ServicePeriod(date(node, "start"), date(node, "end"));
    }

    static int integer(JsonNode node, String field) {
        return Integer.parseInt(node.get(field).asString());
    }

    /** An interval of years, months or days. */
    static Period period(JsonNode interval) {
        return Period.of(
                interval.path("years").asInt(0),
                interval.path("months").asInt(0),
                interval.path("days").asInt(0));
    }
}
