package io.quittance.bank.mt940;

import io.quittance.bank.BankFileReader;
import io.quittance.core.internal.Require;
import java.util.ArrayList;
import java.util.List;

/** A field of an MT940 or MT942. */
final class Mt940Field {
    /** As many characters as a line may have: one that is full goes on in the next without a break. */
    private static final int FULL_LINE = 65;

    final String tag;
    final int line;
    final List<String> lines = new ArrayList<>();
    private int length;

    Mt940Field(String tag, int line, String first) {
        this.tag = tag;
        this.line = line;
        add(first);
    }

    /** One more line, as long as it has no more characters than a field may have. */
    void add(String more) {
        Require.that(
                length + more.length() <= BankFileReader.MAX_TEXT,
                "bank.text",
                ":" + tag + ":",
                "must have at most " + BankFileReader.MAX_TEXT + " characters",
                "line " + line);
        lines.add(more);
        length += more.length() + 1;
    }

    String first() {
        return lines.get(0).strip();
    }

    /** The lines from one on, without breaks. */
    String unbroken(int from) {
        return String.join("", lines.subList(Math.min(from, lines.size()), lines.size()));
    }

    /** The lines from one on; one that is full goes on in the next. Lines that are blank are left out. */
    String text(int from) {
        var text = new StringBuilder();
        boolean goesOn = true;
        for (String each : lines.subList(Math.min(from, lines.size()), lines.size())) {
            if (!each.isBlank()) {
                text.append(goesOn ? "" : "\n").append(each);
                goesOn = each.length() >= FULL_LINE;
            }
        }
        return text.toString();
    }
}
