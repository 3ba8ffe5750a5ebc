package io.quittance.core.internal;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of arguments; each returns what it was given, or refuses it by name, rule and value. */
public final class Require {
    /** Decimal places that a number from outside may have. */
    public static final int MAX_SCALE = 18;
    /** Digits that a number from outside may have. */
    public static final int MAX_PRECISION = 38;

    /** Longer numbers are refused as they are: no operation on numbers within the bounds has so many digits. */
    private static final int STRIPPABLE = 1_000;
    /** A digit takes fewer bits than this. */
    private static final int BITS_PER_DIGIT = 4;
    /** A number within the bounds can be written in so many characters. */
    private static final int MAX_TEXT = 80;

    /** Characters that an identifier may have. */
    private static final int MAX_ID = 200;

    /** Characters that a text may have. */
    private static final int MAX_WORDS = 10_000;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z0-9]{2}");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Require() {}

    /** Refuses with the given words unless {@code kept}; {@code rule} follows the argument's name in the message. */
    public static void that(boolean kept, String code, String argument, String rule, @Nullable Object value) {
        if (!kept) {
            throw new InvalidArgumentException(code, argument, rule, value);
        }
    }

    /** A value that a builder cannot do without. */
    public static <T> T present(@Nullable T value, String argument) {
        if (value == null) {
            throw new InvalidArgumentException("argument.missing", argument, "must be given", null);
        }
        return value;
    }

    /**
     * A number from outside: at most {@value #MAX_SCALE} decimal places and {@value #MAX_PRECISION} digits, written out;
     * trailing zeros beyond that are dropped. Costs the same for {@code 1} as for {@code 1E+1000000000}, which is refused.
     */
    public static BigDecimal number(BigDecimal value, String argument) {
        return number(value, argument, MAX_SCALE, MAX_PRECISION);
    }

    /** As {@link #number(BigDecimal, String)}, with bounds of its own. */
    public static BigDecimal number(BigDecimal value, String argument, int scale, int precision) {
        if (isWithin(requireNonNull(value, argument), scale, precision)) {
            return value;
        }
        BigDecimal stripped = stripped(value);
        if (stripped.scale() > scale) {
            throw new InvalidArgumentException(
                    "number.scale", argument, "must have at most " + scale + " decimal places", described(value));
        }
        if (!isWithin(stripped, scale, precision)) {
            throw new InvalidArgumentException(
                    "number.precision", argument, "must have at most " + precision + " digits", described(value));
        }
        return stripped;
    }

    /** Whether the number, written out, has at most so many decimal places and digits. */
    public static boolean isWithin(BigDecimal value, int scale, int precision) {
        return value.scale() <= scale
                && !isLonger(value, precision)
                && value.precision() - (long) Math.min(value.scale(), 0) <= precision;
    }

    /**
     * Whether it is sure, without counting, that the number has more digits than that. Counting the digits of a number of
     * millions of them takes seconds; the number of its bits is known.
     */
    private static boolean isLonger(BigDecimal value, int digits) {
        return value.unscaledValue().bitLength() > BITS_PER_DIGIT * digits;
    }

    /** The number without trailing zeros, so that equal numbers are treated alike; one of absurd length as it is. */
    public static BigDecimal stripped(BigDecimal value) {
        return isLonger(value, STRIPPABLE) ? value : value.stripTrailingZeros();
    }

    /** A number within bounds without trailing zeros and exponent: equal numbers are equal values, and written out as people do. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The size of a number that is too long to be written out. */
    public static String size(BigDecimal value) {
        return isLonger(value, STRIPPABLE)
                ? "a number of " + value.unscaledValue().bitLength() + " bits and scale " + value.scale()
                : "a number of " + value.precision() + " digits and scale " + value.scale();
    }

    /** A {@linkplain #number number from outside} that is zero or more. */
    public static BigDecimal notNegative(BigDecimal value, String argument) {
        number(value, argument);
        that(value.signum() >= 0, "number.negative", argument, "must not be negative", value.toPlainString());
        return value;
    }

    /** A {@linkplain #number number from outside} that is more than zero. */
    public static BigDecimal positive(BigDecimal value, String argument) {
        number(value, argument);
        that(value.signum() > 0, "number.not-positive", argument, "must be more than 0", value.toPlainString());
        return value;
    }

    /** A {@linkplain #number number from outside} between 0 and 100, both included. */
    public static BigDecimal percentage(BigDecimal value, String argument) {
        number(value, argument);
        that(
                value.signum() >= 0 && value.compareTo(HUNDRED) <= 0,
                "number.percentage",
                argument,
                "must be between 0 and 100",
                value.toPlainString());
        return value;
    }

    /** Reads a decimal: the digits 0 to 9, at most one point, an optional sign and exponent. */
    public static BigDecimal decimal(String text, String argument) {
        if (requireNonNull(text, argument).length() > MAX_TEXT) {
            throw new InvalidArgumentException(
                    "number.length", argument, "must be written in at most " + MAX_TEXT + " characters", text);
        }
        try {
            return number(new BigDecimal(ascii(text)), argument);
        } catch (NumberFormatException e) {
            throw new InvalidArgumentException("number.format", argument, "must be a decimal number", text);
        }
    }

    /** Digits of other scripts, which {@link BigDecimal} would read, are more often a mistake than a number. */
    private static String ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '9' && text.charAt(i) != 'E' && text.charAt(i) != 'e') {
                throw new NumberFormatException(text);
            }
        }
        return text;
    }

    /** A collection with at least one element. */
    public static <C extends Collection<?>> C notEmpty(C values, String argument) {
        that(!values.isEmpty(), "collection.empty", argument, "must not be empty", null);
        return values;
    }

    /**
     * An opaque identifier: 1 to 200 characters (Unicode code points, as JSON Schema counts), without control characters, line separators and
     * broken surrogate pairs, which no file format carries reliably, and without white space at either end.
     */
    public static String id(String value, String argument) {
        return id(value, argument, MAX_ID);
    }

    /** The stable name of a reason or note, such as {@code NO_SALES}: an id of capital letters, digits and underscores that begins with a letter. */
    public static String code(String value, String argument) {
        that(
                CODE.matcher(id(value, argument)).matches(),
                "code.characters",
                argument,
                "must be made of capital letters, digits and underscores",
                value);
        return value;
    }

    /** As {@link #id(String, String)}, of up to so many characters: an identifier that is made of others. */
    public static String id(String value, String argument, int most) {
        int length = requireNonNull(value, argument).length();
        if (length == 0 || (length > most && (length > 2 * most || value.codePointCount(0, length) > most))) {
            throw new InvalidArgumentException("id.length", argument, "must have 1 to " + most + " characters", value);
        }
        int character;
        for (int i = 0; i < length; i += Character.charCount(character)) {
            character = value.codePointAt(i);
            if (isControl(character)) {
                throw new InvalidArgumentException(
                        "id.characters", argument, "must have no control characters", "U+" + hex(character));
            }
        }
        if (isSpace(value.charAt(0)) || isSpace(value.charAt(length - 1))) {
            throw new InvalidArgumentException(
                    "id.blank", argument, "must not begin or end with white space", "'" + value + "'");
        }
        return value;
    }

    /** Words of one or more lines: 1 to {@value #MAX_WORDS} characters, of control characters only tabs and ends of lines. */
    public static String text(String value, String argument) {
        int length = requireNonNull(value, argument).length();
        that(
                length > 0 && length <= MAX_WORDS,
                "text.length",
                argument,
                "must have 1 to " + MAX_WORDS + " characters",
                length);
        int character;
        for (int i = 0; i < length; i += Character.charCount(character)) {
            character = value.codePointAt(i);
            if (isControl(character) && character != '\n' && character != '\t' && character != '\r') {
                throw new InvalidArgumentException(
                        "text.characters",
                        argument,
                        "must have no control characters but tabs and ends of lines",
                        "U+" + hex(character));
            }
        }
        return value;
    }

    /** As {@link #text}, where there is one. */
    public static @Nullable String optionalText(@Nullable String value, String argument) {
        return value == null ? null : text(value, argument);
    }

    /** A country: two capital letters, or a digit among them as in 1A (ISO 3166-1 and what EN 16931 adds). */
    public static String country(String code, String argument) {
        that(
                COUNTRY.matcher(requireNonNull(code, argument)).matches(),
                "address.country",
                argument,
                "must be a code of two capital letters (ISO 3166-1)",
                code);
        return code;
    }

    /** As every {@link #id}, but never shown, not even where it is refused: it may tell of a person. */
    public static String hiddenId(String value, String argument) {
        return hidden(() -> id(value, argument));
    }

    /** As {@link #country}, where what is refused is not shown. */
    public static String hiddenCountry(String code, String argument) {
        return hidden(() -> country(code, argument));
    }

    private static String hidden(Supplier<String> check) {
        try {
            return check.get();
        } catch (InvalidArgumentException e) {
            throw new InvalidArgumentException(e.code(), e.argument(), e.rule(), null);
        }
    }

    /** As {@link #id}, where there is one. */
    public static @Nullable String optionalId(@Nullable String value, String argument) {
        return value == null ? null : id(value, argument);
    }

    /** As {@link #hiddenId}, where there is one. */
    public static @Nullable String optionalHiddenId(@Nullable String value, String argument) {
        return value == null ? null : hiddenId(value, argument);
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    /** Of a character that is no control; the white space of Java that is no space of Unicode is one. */
    private static boolean isSpace(char character) {
        return Character.isSpaceChar(character);
    }

    private static String hex(int character) {
        return HexFormat.of().withUpperCase().toHexDigits(character, 4);
    }

    private static String described(BigDecimal value) {
        return !isLonger(value, 60) && value.precision() <= 60 ? value.toString() : size(value);
    }
}
