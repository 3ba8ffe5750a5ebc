package io.quittance.examples.monthend;

import io.quittance.core.party.Identifier;
import java.util.Locale;

/** Location numbers that GS1 keeps for examples: those that begin with 952. */
final class Gln {
    private static final String EXAMPLES = "952";
    /** ISO/IEC 6523: global location number. */
    private static final String SCHEME = "0088";

    private Gln() {}

    /**
     * The number of the n-th party of an example, with its check digit: 9520000000004 for 0.
     *
     * @param n 0 to 999,999,999
     */
    static Identifier of(long n) {
        String digits = EXAMPLES + String.format(Locale.ROOT, "%09d", n);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return Identifier.of(digits + (10 - sum % 10) % 10, SCHEME);
    }
}
