package io.quittance.einvoice;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What XML 1.0 can carry (production 2, Char). */
final class Characters {
    private static final int DIGITS = 4;

    private Characters() {}

    /** The first character of a text that no document can have, such as {@code U+0001}, if there is one. */
    static Optional<String> unwritable(String text) {
        return first(text, character -> !isCarried(character));
    }

    /** As {@link #unwritable}, in an attribute, where a reader makes spaces of tabs and ends of lines. */
    static Optional<String> unwritableInAttribute(String text) {
        return first(text, character -> character < ' ' || !isCarried(character));
    }

    private static Optional<String> first(String text, IntPredicate wrong) {
        return text.codePoints()
                .filter(wrong)
                .mapToObj(character -> "U+" + HexFormat.of().withUpperCase().toHexDigits(character, DIGITS))
                .findFirst();
    }

    private static boolean isCarried(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= ' ' && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
