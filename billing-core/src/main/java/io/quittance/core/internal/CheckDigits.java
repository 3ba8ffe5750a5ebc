package io.quittance.core.internal;

import java.math.BigInteger;

/** Check digits of account numbers and payment references. */
public final class CheckDigits {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

    private CheckDigits() {}

    /**
     * The remainder by 97 of letters and digits, A for 10 to Z for 35 (ISO 7064, MOD 97-10).
     *
     * @param text of capital letters and digits only, not empty
     */
    public static int mod97(String text) {
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            digits.append(Character.digit(text.charAt(i), Character.MAX_RADIX));
        }
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }

    /** Whether a number that begins with two letters and two check digits is right, as an IBAN or RF reference is. */
    public static boolean isRight(String countryAndDigits) {
        return mod97(countryAndDigits.substring(4) + countryAndDigits.substring(0, 4)) == 1;
    }

    /** The two check digits of a number that would begin with those letters. */
    public static String checkDigits(String letters, String rest) {
        int check = 98 - mod97(rest + letters + "00");
        return (check < 10 ? "0" : "") + check;
    }

    /**
     * The check digit of Swiss payment slips: modulo 10, recursive.
     *
     * @param digits 0 to 9 only
     */
    public static int mod10Recursive(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length(); i++) {
            carry = RECURSIVE[(carry + digits.charAt(i) - '0') % 10];
        }
        return (10 - carry) % 10;
    }
}
