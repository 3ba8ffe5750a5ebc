package io.quittance.examples.monthend;

import io.quittance.core.error.Refusal;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;

/** One record of a CSV file, read field by field; what is wrong is rejected by field, rule and value. */
final class Row {
    private static final DateTimeFormatter MONTH_DAY_YEAR =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, Integer> places;
    private final List<String> fields;
    private final long number;

    /**
     * @param places where the columns of the header stand
     * @param number the place of the row in its file, counted from 1 without the header
     */
    Row(Map<String, Integer> places, List<String> fields, long number) {
        this.places = places;
        this.fields = fields;
        this.number = number;
    }

    long number() {
        return number;
    }

    String text(String field) {
        int place = places.getOrDefault(field, fields.size());
        String value = place < fields.size() ? fields.get(place) : "";
        if (value.isBlank()) {
            throw new RowRejectedException(field, "must be given", "");
        }
        return value;
    }

    LocalDate date(String field) {
        String text = text(field);
        try {
            return LocalDate.parse(text, MONTH_DAY_YEAR);
        } catch (DateTimeException e) {
            throw new RowRejectedException(field, "must be a date such as 1/31/2013", text);
        }
    }

    BigDecimal decimal(String field) {
        String text = text(field);
        if (text.length() > 80) {
            throw new RowRejectedException(field, "must be a decimal number", text.substring(0, 80) + "…");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new RowRejectedException(field, "must be a decimal number", text);
        }
    }

    /** An amount in whole minor units. */
    Amount amount(String field, CurrencyUnit currency) {
        BigDecimal number = decimal(field);
        return made(field, () -> MinorUnits.require(Amount.of(number, currency), field));
    }

    /** The amount if it can be read, whatever else is wrong with the row; for the control sums. */
    Optional<Amount> readableAmount(String field, CurrencyUnit currency) {
        try {
            return Optional.of(Amount.of(decimal(field), currency));
        } catch (RowRejectedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean yesOrNo(String field) {
        String text = text(field);
        return switch (text) {
            case "Yes" -> true;
            case "No" -> false;
            default -> throw new RowRejectedException(field, "must be Yes or No", text);
        };
    }

    /** A value of the library made from a field; what the library refuses is rejected as that field. */
    static <T> T made(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (RowRejectedException e) {
            throw e;
        } catch (RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw RowRejectedException.of(field, refusal);
            }
            throw e;
        }
    }

    /** The number of fields must be that of the header. */
    void requireComplete() {
        if (fields.size() != places.size()) {
            throw new RowRejectedException(
                    "record", "must have " + places.size() + " fields", String.valueOf(fields.size()));
        }
    }
}
