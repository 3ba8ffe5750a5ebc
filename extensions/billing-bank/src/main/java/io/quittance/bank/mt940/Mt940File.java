package io.quittance.bank.mt940;

import io.quittance.bank.BankFileSink;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.FilePosition;
import io.quittance.bank.internal.SeenIds;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a file into its statements and their fields. */
final class Mt940File {
    private static final Pattern FIELD = Pattern.compile(":([0-9]{2}[A-Z]?|NS):(.*)");
    private static final Set<String> TAGS = Set.of(
            "13", "13D", "20", "21", "25", "25P", "28", "28C", "34F", "60F", "60M", "61", "62F", "62M", "64", "65",
            "86", "90C", "90D", "NS");
    /** A lone minus, with what some banks write behind it. */
    private static final Pattern END = Pattern.compile("-(}.*|X{3}|\\x03)?");

    private final Mt940Lines lines;
    private final BankFileSink sink;
    private final SeenIds seen = new SeenIds();
    private int statements;
    private @Nullable Mt940Statement statement;

    Mt940File(Mt940Lines lines, BankFileSink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    void read() throws IOException {
        String line;
        boolean isColonBefore = false; // alone in its line: the next may go on with the field
        while ((line = lines.next()) != null) {
            Matcher wrapped = isColonBefore ? begun(":" + line) : null;
            if (wrapped != null) {
                open(wrapped).report(Code.WRAPPED_FIELD, ":" + wrapped.group(1) + ":", lines.number(), null);
                isColonBefore = false;
                continue;
            }
            if (isColonBefore) {
                more(":");
            }
            isColonBefore = line.strip().equals(":");
            if (!isColonBefore) {
                take(line);
            }
        }
        if (isColonBefore) {
            more(":");
        }
        end();
        if (statements == 0) {
            sink.finding(
                    new BankFinding(Code.NO_STATEMENT, new FilePosition(0, 0, 0, lines.number()), "file", null, null));
        }
    }

    /** The tag and the first line of the field that begins with that line; null if none does. */
    private static @Nullable Matcher begun(String line) {
        Matcher matcher = FIELD.matcher(line);
        return matcher.matches() && TAGS.contains(matcher.group(1)) ? matcher : null;
    }

    private void take(String line) {
        String trimmed = line.strip();
        Matcher begun = begun(line);
        if (begun != null) {
            open(begun);
        } else if (trimmed.startsWith("{1:") || END.matcher(trimmed).matches()) {
            end();
        } else {
            more(line);
        }
    }

    /** A line that begins nothing goes on with the field before it. What stands outside of statements is no part of any. */
    private void more(String line) {
        if (statement != null) {
            statement.more(line);
        }
    }

    private Mt940Statement open(Matcher begun) {
        var field = new Mt940Field(begun.group(1), lines.number(), begun.group(2));
        boolean isBeginning = field.tag.equals("20");
        if (isBeginning) {
            end();
        }
        Mt940Statement open = statement;
        if (open != null) {
            open.next(field);
            return open;
        }
        statements++;
        open = new Mt940Statement(statements, field, sink, seen);
        if (!isBeginning) {
            open.report(Code.NO_BEGINNING, ":" + field.tag + ":", field.line, null);
        }
        statement = open;
        return open;
    }

    private void end() {
        if (statement != null) {
            statement.end();
        }
        statement = null;
    }
}
