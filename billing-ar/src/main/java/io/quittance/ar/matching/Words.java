package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What banks and people write, in a form in which it can be compared. No text is too odd for it. */
final class Words {
    private static final int LONGEST = 10_000;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * Letters and digits without a break.
     *
     * @param before what stands before them since the run before
     * @param begin where they begin in the text
     */
    record Run(String before, String characters, int begin) {
        int end() {
            return begin + characters.length();
        }
    }

    private Words() {}

    /** Without control characters; null if nothing is left. */
    static @Nullable String cleaned(String written, String argument) {
        int length = requireNonNull(written, argument).length();
        Require.that(
                length <= LONGEST, "text.length", argument, "must have at most " + LONGEST + " characters", length);
        String clean = CONTROLS.matcher(written).replaceAll(" ").strip();
        return clean.isEmpty() ? null : clean;
    }

    /** A number or an account: its letters and digits, in capitals. Full-width and other forms of a letter are that letter. */
    static String normal(String written) {
        return joined(OTHERS.matcher(capitals(written)).replaceAll(""));
    }

    /** Letters and digits between which something stood: parts of a letter, as in Hangul, are one where they come to stand together. */
    static String joined(String characters) {
        return Normalizer.normalize(characters, Normalizer.Form.NFC);
    }

    /** The runs of a text in {@linkplain #capitals capitals}, in order; each is in the form of {@link #normal}. */
    static List<Run> runs(String capitals) {
        var runs = new ArrayList<Run>();
        int at = 0;
        while (at < capitals.length()) {
            int begin = end(capitals, at, false);
            int end = end(capitals, begin, true);
            if (end > begin) {
                runs.add(new Run(capitals.substring(at, begin), capitals.substring(begin, end), begin));
            }
            at = end;
        }
        return runs;
    }

    private static int end(String text, int from, boolean alphanumeric) {
        int at = from;
        while (at < text.length() && isAlphanumeric(text.codePointAt(at)) == alphanumeric) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isAlphanumeric(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /**
     * The forms of a name, of which one suffices to be the same: without signs, accents and the order of words, and with umlauts
     * written as banks do. Müller, Hans is HANS MULLER and HANS MUELLER. Empty for a name without a letter or digit.
     */
    static Set<String> names(String name) {
        String capitals = capitals(name);
        var forms = new TreeSet<String>();
        forms.add(words(capitals));
        forms.add(words(capitals.replace("\u00c4", "AE").replace("\u00d6", "OE").replace("\u00dc", "UE")));
        forms.remove("");
        return Collections.unmodifiableSet(forms);
    }

    private static String words(String capitals) {
        String plain = MARKS.matcher(Normalizer.normalize(capitals, Normalizer.Form.NFKD))
                .replaceAll("");
        return Arrays.stream(OTHERS.split(plain, -1))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** In capitals and plain forms of letters and digits; spaces are all alike. */
    static String capitals(String text) {
        String plain = Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
        return SPACES.matcher(plain).replaceAll(" ");
    }
}
