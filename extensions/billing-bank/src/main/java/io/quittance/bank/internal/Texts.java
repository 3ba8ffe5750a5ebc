package io.quittance.bank.internal;

import io.quittance.core.id.Masked;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in a file, in a form that values take. */
public final class Texts {
    /** The most characters of a reference (Unicode code points), which leaves room for what makes an id of it unique. */
    public static final int LONGEST_REFERENCE = 150;

    private static final int LONGEST_NAME = 200;
    private static final Set<String> NONE =
            Set.of("NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOREF", "EREF", "EREF+", "KREF", "KREF+", "NOTAVAILABLE");

    private Texts() {}

    /** One line without control characters, and white space within it as single spaces; null if nothing is left. */
    public static @Nullable String line(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var line = new StringBuilder(written.length());
        int character;
        for (int i = 0; i < written.length(); i += Character.charCount(character)) {
            character = written.codePointAt(i);
            if (isSpace(character)) {
                if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else {
                line.appendCodePoint(character);
            }
        }
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == ' ') {
            line.setLength(end - 1);
        }
        return line.length() == 0 ? null : line.toString();
    }

    private static boolean isSpace(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }

    /** A reference; null if there is none, it only says so, or it is too long to be one. */
    public static @Nullable String reference(@Nullable String written) {
        String line = line(written);
        return line == null
                        || line.codePointCount(0, line.length()) > LONGEST_REFERENCE
                        || NONE.contains(line.toUpperCase(Locale.ROOT))
                ? null
                : line;
    }

    /** The name or account of somebody; null if there is none, or it is too long to be one. */
    public static @Nullable String name(@Nullable String written) {
        String line = line(written);
        return line == null || line.codePointCount(0, line.length()) > LONGEST_NAME ? null : line;
    }

    /** So that it is not shown; null if there is none. */
    static @Nullable Masked<String> masked(@Nullable String text) {
        return text == null ? null : Masked.of(text);
    }
}
