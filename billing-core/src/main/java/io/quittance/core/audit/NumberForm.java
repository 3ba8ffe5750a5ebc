package io.quittance.core.audit;

import io.quittance.core.id.InvoiceNumber;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, read: what counts are its last digits, {@code R-2026-0007} is the 7 of {@code R-2026-}.
 *
 * @param before what stands before the digits
 * @param count the digits as a number
 * @param width how many digits there are
 * @param after what stands after the digits
 */
record NumberForm(String before, BigInteger count, int width, String after) {
    private static final Pattern LAST_DIGITS = Pattern.compile("(.*?)([0-9]+)([^0-9]*)", Pattern.DOTALL);

    /** Empty for a number without digits. */
    static Optional<NumberForm> of(InvoiceNumber number) {
        Matcher parts = LAST_DIGITS.matcher(number.value());
        return parts.matches()
                ? Optional.of(new NumberForm(
                        parts.group(1),
                        new BigInteger(parts.group(2)),
                        parts.group(2).length(),
                        parts.group(3)))
                : Optional.empty();
    }

    /** Whether both count the same. */
    boolean isAlike(NumberForm other) {
        return before.equals(other.before) && after.equals(other.after);
    }

    /** Another number of this form, with zeros before it up to the same width. */
    InvoiceNumber at(BigInteger other) {
        String digits = other.toString();
        return InvoiceNumber.of(before + "0".repeat(Math.max(0, width - digits.length())) + digits + after);
    }
}
