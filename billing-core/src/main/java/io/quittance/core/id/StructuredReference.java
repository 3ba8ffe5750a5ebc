package io.quittance.core.id;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.CheckDigits;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A payment reference with check digits, by which a bank transfer finds its invoice: {@code creditor("539007547034")} is
 * {@code RF18539007547034}.
 *
 * @param scheme who knows it
 * @param value as it is transmitted: capital letters and digits only
 */
public record StructuredReference(Scheme scheme, String value) implements Serializable {
    /** Who knows a reference. */
    public enum Scheme {
        /** The creditor reference of ISO 11649: RF, two check digits and 1 to 21 letters and digits. */
        CREDITOR("RF[0-9]{2}[0-9A-Z]{1,21}"),
        /** The QR reference of Swiss payments: 26 digits, not all of them 0, and a check digit. */
        SWISS_QR("[0-9]{27}"),
        /** The structured communication of Belgian payments: ten digits and their remainder by 97. */
        BELGIAN("[0-9]{12}");

        private final Pattern form;

        Scheme(String form) {
            this.form = Pattern.compile(form);
        }

        /** Without spaces, in capital letters; the signs between the digits of a Belgian one do not count either. */
        private String transmitted(String written) {
            return written.replaceAll(this == BELGIAN ? "[ +*/]" : " ", "").toUpperCase(Locale.ROOT);
        }

        /** Whether a text has the form and, in it, the check digits of the scheme. */
        private boolean has(String value) {
            return form.matcher(value).matches() && !isZeros(value) && isRight(value);
        }

        /** Zeros have right check digits, but refer to nothing. */
        private boolean isZeros(String value) {
            return this == SWISS_QR && ZEROS.matcher(value).matches();
        }

        private boolean isRight(String value) {
            return switch (this) {
                case CREDITOR -> CheckDigits.isRight(value);
                case SWISS_QR -> swiss(value.substring(0, 26)).equals(value);
                case BELGIAN -> belgianDigits(value.substring(0, 10)).equals(value);
            };
        }
    }

    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final int CREDITOR_LENGTH = 21;
    private static final int SWISS_LENGTH = 26;
    private static final int BELGIAN_LENGTH = 10;

    /** Checks form and check digits. */
    public StructuredReference {
        requireNonNull(scheme, "scheme");
        if (!scheme.form.matcher(requireNonNull(value, "reference")).matches()) {
            throw new InvalidArgumentException(
                    "reference.form", "reference", "must have the form " + scheme.form + " of " + scheme, value);
        }
        if (scheme.isZeros(value)) {
            throw new InvalidArgumentException("reference.zeros", "reference", "must have another digit than 0", value);
        }
        if (!scheme.isRight(value)) {
            throw new InvalidArgumentException(
                    "reference.check-digits", "reference", "must have the check digits of " + scheme, value);
        }
    }

    /**
     * A reference as somebody wrote it; spaces, and the signs between the digits of a Belgian one, do not count: {@code RF18 5390
     * 0754 7034} or {@code +++010/8068/17183+++}.
     *
     * @throws IllegalArgumentException if it has another form or its check digits are wrong
     */
    public static StructuredReference parse(Scheme scheme, String written) {
        return new StructuredReference(scheme, scheme.transmitted(requireNonNull(written, "reference")));
    }

    /**
     * What somebody wrote, if it is a reference of any scheme, form and check digits: {@code RF18 5390 0754 7034} is, {@code RF19
     * 5390 0754 7034} and {@code invoice 7} are none. No text is of two schemes.
     *
     * @return empty for anything else, whatever it is
     */
    public static Optional<StructuredReference> recognise(String written) {
        requireNonNull(written, "written");
        for (Scheme scheme : Scheme.values()) {
            String value = scheme.transmitted(written);
            if (scheme.has(value)) {
                return Optional.of(new StructuredReference(scheme, value));
            }
        }
        return Optional.empty();
    }

    /**
     * The creditor reference of a number, such as that of an invoice. Other than letters and digits do not count, so two numbers
     * that differ in nothing else have one reference: R-2026-7 and R20267 do.
     *
     * @param number with 1 to 21 letters A to Z or digits
     */
    public static StructuredReference creditor(String number) {
        String rest =
                requireNonNull(number, "number").replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        requireLength(rest, CREDITOR_LENGTH, "letters and digits", number);
        return new StructuredReference(Scheme.CREDITOR, "RF" + CheckDigits.checkDigits("RF", rest) + rest);
    }

    /**
     * The Swiss QR reference of a number, zeros before it.
     *
     * @param number with 1 to 26 digits, not all of them 0; all else does not count
     */
    public static StructuredReference swissQr(String number) {
        String digits = digits(number, SWISS_LENGTH);
        return new StructuredReference(Scheme.SWISS_QR, swiss("0".repeat(SWISS_LENGTH - digits.length()) + digits));
    }

    /**
     * The Belgian structured communication of a number, zeros before it.
     *
     * @param number with 1 to 10 digits; all else does not count
     */
    public static StructuredReference belgian(String number) {
        String digits = digits(number, BELGIAN_LENGTH);
        return new StructuredReference(
                Scheme.BELGIAN, belgianDigits("0".repeat(BELGIAN_LENGTH - digits.length()) + digits));
    }

    /** As {@link #creditor}, {@link #swissQr} and {@link #belgian}, by the scheme. */
    public static StructuredReference of(Scheme scheme, String number) {
        return switch (scheme) {
            case CREDITOR -> creditor(number);
            case SWISS_QR -> swissQr(number);
            case BELGIAN -> belgian(number);
        };
    }

    private static String digits(String number, int longest) {
        String digits = requireNonNull(number, "number").replaceAll("[^0-9]", "");
        requireLength(digits, longest, "digits", number);
        return digits;
    }

    private static void requireLength(String kept, int longest, String what, String number) {
        if (kept.isEmpty() || kept.length() > longest) {
            throw new InvalidArgumentException(
                    "reference.length", "number", "must have 1 to " + longest + " " + what, number);
        }
    }

    private static String swiss(String digits) {
        return digits + CheckDigits.mod10Recursive(digits);
    }

    /** A remainder of 0 is written 97. */
    private static String belgianDigits(String digits) {
        int rest = CheckDigits.mod97(digits);
        int check = rest == 0 ? 97 : rest;
        return digits + (check < 10 ? "0" : "") + check;
    }

    /** As people write it: in groups of four, a Swiss one of 2 and then five, a Belgian one {@code +++010/8068/17183+++}. */
    public String written() {
        return switch (scheme) {
            case CREDITOR -> value.replaceAll("(.{4})(?=.)", "$1 ");
            case SWISS_QR -> value.substring(0, 2) + " " + value.substring(2).replaceAll("(.{5})(?=.)", "$1 ");
            case BELGIAN ->
                "+++" + value.substring(0, 3) + "/" + value.substring(3, 7) + "/" + value.substring(7) + "+++";
        };
    }

    /** As it is transmitted. */
    @Override
    public String toString() {
        return value;
    }
}
