package io.quittance.core.internal;

/** The beginning of a text that is longer than what is kept of it. */
public final class Beginning {
    private Beginning() {}

    /**
     * At most so many characters of a text, in UTF-16 code units. A character of two of them is not cut in half: of an A, a smiling face and a B, two
     * are the A alone.
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
