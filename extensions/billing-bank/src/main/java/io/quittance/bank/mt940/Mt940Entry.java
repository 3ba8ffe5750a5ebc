package io.quittance.bank.mt940;

import io.quittance.bank.Direction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code :61:} as they are written; those that are not there are empty.
 *
 * @param valueDate six digits
 * @param entryDate four digits or empty
 * @param mark C, D, RC, RD, EC or ED
 * @param amount with a comma
 * @param type N and three letters or digits, or as the bank has it
 * @param reference the customer's
 * @param bankReference what stands behind {@code //}
 * @param rest what stands behind the sixteen characters of a reference without {@code //}
 */
record Mt940Entry(
        String valueDate,
        String entryDate,
        String mark,
        String amount,
        String type,
        String reference,
        String bankReference,
        String rest) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{6})([0-9]{4}| {4})?(R?[CD]|E[CD])[A-Z]?([0-9]+(?:,[0-9]*)?|,[0-9]+)"
                    + " ?([A-Z][A-Z0-9 ]{3})?(.*)");
    private static final int REFERENCE = 16;

    /** Null if the line has another form. */
    static @Nullable Mt940Entry parse(String line) {
        Matcher matcher = FORM.matcher(line.strip());
        if (!matcher.matches()) {
            return null;
        }
        String references = matcher.group(6);
        int bank = references.indexOf("//");
        String customer = bank < 0 ? references : references.substring(0, bank);
        boolean isSplit = bank < 0
                && customer.length() > REFERENCE
                && customer.substring(0, REFERENCE).endsWith(" ");
        return new Mt940Entry(
                matcher.group(1),
                given(matcher.group(2)),
                matcher.group(3),
                matcher.group(4),
                given(matcher.group(5)),
                (isSplit ? customer.substring(0, REFERENCE) : customer).strip(),
                bank < 0 ? "" : references.substring(bank + 2).strip(),
                isSplit ? customer.substring(REFERENCE).strip() : "");
    }

    private static String given(@Nullable String group) {
        return group == null ? "" : group.strip();
    }

    /** RC reverses a credit, so that money leaves; RD the other way round. */
    Direction direction() {
        boolean isCredit = mark.endsWith("C");
        return isCredit != isReversal() ? Direction.CREDIT : Direction.DEBIT;
    }

    boolean isReversal() {
        return mark.startsWith("R");
    }

    boolean isExpected() {
        return mark.startsWith("E");
    }

    /** With a point. */
    String number() {
        return amount.replace(',', '.');
    }
}
