package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exact numbers as text: {@code 7.155} where that is short, else numerator and denominator, {@code 1600/31}. */
final class FractionText {
    private static final int LONGEST_DECIMAL = 80;
    private static final Pattern TEXT =
            Pattern.compile("(-?[0-9]{1,1300})(?:\\.([0-9]{1," + LONGEST_DECIMAL + "})|/([0-9]{1,1300}))?");

    private FractionText() {}

    static String of(Fraction number) {
        String decimal = number.toString();
        return decimal.length() <= LONGEST_DECIMAL ? decimal : number.numerator() + "/" + number.denominator();
    }

    /** The number that was written; {@code name} is its field. */
    static Fraction parse(String text, String name) {
        Matcher number = TEXT.matcher(text);
        if (!number.matches()) {
            throw new InvalidArgumentException(
                    "number.format", name, "must be a decimal number or a fraction such as 1600/31", text);
        }
        String whole = number.group(1);
        String places = number.group(2);
        String denominator = number.group(3);
        Require.that(
                denominator == null || denominator.chars().anyMatch(digit -> digit != '0'),
                "number.denominator",
                name,
                "must not have a denominator of 0",
                text);
        if (places != null) {
            return Fraction.of(new BigInteger(whole + places), BigInteger.TEN.pow(places.length()));
        }
        return Fraction.of(new BigInteger(whole), denominator == null ? BigInteger.ONE : new BigInteger(denominator));
    }
}
