package io.quittance.bank.mt940;

import io.quittance.bank.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a {@code :86:}. Three forms are taken apart: that of German banks with a code and numbered parts ({@code
 * 166?00…?20SVWZ+…?32…}), that of words between slashes ({@code /EREF/…/REMI/…}), and {@code :NS:}. All else is text.
 */
final class Mt940Text {
    private static final Pattern NUMBERED = Pattern.compile("\\s*([0-9]{3})([?>@~^])(?=[0-9]{2}).*", Pattern.DOTALL);
    private static final Pattern SEPA = Pattern.compile("(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|MTLG)[+:]");
    private static final Pattern SLASHED = Pattern.compile(
            "/(EREF|PREF|IREF|MARF|CSID|CNTP|REMI|PURP|ULTB|ULTC|ULTD|EXCH|RTRN|TRTP|IBAN|BIC|NAME|BENM|ORDP|ISDT)/");
    private static final Pattern UNSTRUCTURED = Pattern.compile("^USTD/(/|$)");
    private static final Pattern OWN = Pattern.compile("([0-9]{2})(.*)");
    private static final Pattern REASON =
            Pattern.compile("\\b(AC0[1-9]|AC1[0-9]|AG0[12]|AM0[1-9]|BE0[1-9]|MD0[1-9]|MS0[23]|SL0[1-9])\\b");

    /** Codes of German banks for direct debits and transfers that come back (Geschäftsvorfallcodes). */
    private static final Set<String> RETURNS = Set.of("108", "109", "159");

    /** What German banks write for the code of ISO 20022, as far as the words beside it in their files say the same. */
    private static final Map<String, String> GERMAN_REASONS = Map.of("901", "AC01", "903", "AC06", "914", "MS03");

    /** Parts that are as long as a part may be go on in the next without a break. */
    private static final int FULL_PART = 27;

    final List<String> words = new ArrayList<>();
    final List<String> references = new ArrayList<>();

    @Nullable
    String name;

    @Nullable
    String account;

    @Nullable
    String endToEnd;

    @Nullable
    String instruction;

    @Nullable
    String mandate;

    @Nullable
    String returnCode;

    boolean isReturn;

    /** @param isReturn whether it is known already that the money goes back, so that a reason is looked for */
    static Mt940Text of(Mt940Field field, boolean isReturn) {
        var text = new Mt940Text();
        text.isReturn = isReturn;
        if (field.tag.equals("NS")) {
            text.own(field.lines);
            return text;
        }
        String unbroken = field.unbroken(0);
        Matcher numbered = NUMBERED.matcher(unbroken);
        if (numbered.matches()) {
            text.numbered(numbered.group(1), numbered.group(2), unbroken.substring(numbered.end(1)));
        } else if (SLASHED.matcher(unbroken.strip()).lookingAt()) {
            text.slashed(unbroken.strip());
        } else {
            String written = field.text(0).strip();
            if (!written.isEmpty()) {
                text.words.add(written);
            }
        }
        if (text.isReturn && text.returnCode == null) {
            text.returnCode = reason(String.join(" ", text.words));
        }
        return text;
    }

    private static @Nullable String reason(String words) {
        Matcher matcher = REASON.matcher(words);
        return matcher.find() ? matcher.group() : null;
    }

    private void numbered(String code, String separator, String parts) {
        Map<Integer, String> byNumber = new TreeMap<>();
        Matcher matcher =
                Pattern.compile(Pattern.quote(separator) + "([0-9]{2})").matcher(parts);
        List<MatchResult> starts = matcher.results().toList();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1).start() : parts.length();
            byNumber.merge(
                    Integer.valueOf(starts.get(i).group(1)),
                    parts.substring(starts.get(i).end(), end),
                    (first, again) -> first + again);
        }
        var said = new StringBuilder();
        byNumber.forEach((number, part) -> {
            if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63)) {
                said.append(part).append(part.length() >= FULL_PART ? "" : " ");
            }
        });
        isReturn |= RETURNS.contains(code);
        String extension = byNumber.getOrDefault(34, "").strip();
        if (extension.startsWith("9")) {
            returnCode = GERMAN_REASONS.getOrDefault(extension, extension);
        }
        name = Texts.name(byNumber.getOrDefault(32, "") + byNumber.getOrDefault(33, ""));
        account = Texts.name(byNumber.get(31));
        sepa(said.toString());
    }

    /** The parts of a SEPA transaction within the text; what has no word before it was written by the payer. */
    private void sepa(String said) {
        List<MatchResult> marks = SEPA.matcher(said).results().toList();
        int begin = marks.isEmpty() ? said.length() : marks.get(0).start();
        say(said.substring(0, begin));
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1).start() : said.length();
            String value = said.substring(marks.get(i).end(), end);
            switch (marks.get(i).group(1)) {
                case "EREF" -> endToEnd = Texts.reference(value);
                case "KREF" -> instruction = Texts.reference(value);
                case "MREF" -> mandate = Texts.reference(value);
                case "SVWZ", "MTLG" -> say(value);
                default -> {}
            }
        }
    }

    private void say(String value) {
        String line = Texts.line(value);
        if (line != null) {
            words.add(line);
        }
    }

    private void slashed(String said) {
        List<MatchResult> marks = SLASHED.matcher(said).results().toList();
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1).start() : said.length();
            String value = ended(said.substring(marks.get(i).end(), end));
            switch (marks.get(i).group(1)) {
                case "EREF" -> endToEnd = Texts.reference(value);
                case "PREF" -> instruction = Texts.reference(value);
                case "MARF" -> mandate = Texts.reference(value);
                case "NAME" -> name = name == null ? Texts.name(value) : name;
                case "IBAN" -> account = account == null ? Texts.name(value) : account;
                case "CNTP" -> counterparty(value.split("/", -1));
                case "REMI" -> remittance(value);
                case "RTRN" -> {
                    isReturn = true;
                    returnCode = Texts.reference(value);
                }
                default -> {}
            }
        }
    }

    /** Some banks end each part with a slash of its own, with which no reference may end. */
    private static String ended(String value) {
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    /** Account, bank, name and town. */
    private void counterparty(String[] parts) {
        account = Texts.name(parts[0]);
        name = parts.length > 2 ? Texts.name(parts[2]) : null;
    }

    private void remittance(String value) {
        if (value.startsWith("STRD/")) {
            String[] parts = value.split("/", 3);
            String reference = parts.length < 3 ? null : Texts.line(parts[2]);
            if (reference != null) {
                references.add(reference);
            }
        } else {
            say(UNSTRUCTURED.matcher(value).replaceFirst(""));
        }
    }

    /** The fields that German banks have of their own: 01 to 14 the words, 15 and 16 the name, 34 the account. */
    private void own(List<String> lines) {
        var names = new StringBuilder();
        for (String line : lines) {
            Matcher matcher = OWN.matcher(line.strip());
            if (!matcher.matches()) {
                say(line);
                continue;
            }
            int number = Integer.parseInt(matcher.group(1));
            String value = matcher.group(2);
            if (number >= 1 && number <= 14) {
                say(value);
            } else if (number == 15 || number == 16) {
                names.append(value);
            } else if (number == 34) {
                account = Texts.name(value);
            }
        }
        name = Texts.name(names.toString());
    }
}
