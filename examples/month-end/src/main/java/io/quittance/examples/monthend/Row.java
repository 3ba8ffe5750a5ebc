package io.quittance.examples.monthend;

import io.quittance.core.error.Refusal;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;

/** One record of a CSV file, read field by field; what is wrong is rejected by field, rule and value. */
final class Row {
    private static final DateTimeFormatter MONTH_DAY_YEAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral('/')
            .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral('/')
            .appendValue(ChronoField.YEAR, 4)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    /** What a decimal looks like; digits are those of ASCII. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,10})?");

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
        String value = raw(field);
        if (value.isBlank()) {
            throw new RowRejectedException(field, "must be given", "");
        }
        return value;
    }

    /** Refuses the field as it stands in the file, unless the rule is kept. */
    void require(boolean kept, String field, String rule) {
        if (!kept) {
            throw new RowRejectedException(field, rule, raw(field));
        }
    }

    private String raw(String field) {
        int place = places.getOrDefault(field, fields.size());
        return place < fields.size() ? fields.get(place) : "";
    }

    /** Whether there is something in the field. */
    boolean isGiven(String field) {
        return !raw(field).isBlank();
    }

    /** A date in the years that the job works with. */
    LocalDate date(String field) {
        String text = text(field);
        LocalDate date;
        try {
            date = LocalDate.parse(text, MONTH_DAY_YEAR);
        } catch (DateTimeException e) {
            throw new RowRejectedException(field, "must be a date such as 1/31/2013", text);
        }
        require(Span.contains(YearMonth.from(date)), field, "must lie in the years " + Span.YEARS);
        return date;
    }

    BigDecimal decimal(String field) {
        String text = text(field);
        require(text.length() <= 80 && DECIMAL.matcher(text).matches(), field, "must be a decimal number");
        return new BigDecimal(text);
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
        } catch (RowRejectedException | IllegalArgumentException | ArithmeticException e) {
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
    <T> T made(String field, Supplier<T> value) {
        return made(value, refusal -> RowRejectedException.of(field, refusal, raw(field)));
    }

    /** A value of the library made from several fields; what the library refuses is rejected as the record. */
    <T> T made(Supplier<T> value) {
        return made(value, RowRejectedException::of);
    }

    private static <T> T made(Supplier<T> value, Function<Refusal, RowRejectedException> rejection) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw rejection.apply(refusal);
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
