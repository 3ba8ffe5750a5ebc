package io.quittance.bank.mt940;

import io.quittance.bank.BankFileReader;
import io.quittance.bank.BankFileSink;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.FilePosition;
import io.quittance.bank.internal.SeenIds;
import io.quittance.core.internal.Require;
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
    private @Nullable Mt940Field field;

    Mt940File(Mt940Lines lines, BankFileSink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    void read() throws IOException {
        String line;
        boolean isColonAlone = false;
        while ((line = lines.next()) != null) {
            if (isColonAlone) {
                take(":" + line, line);
                isColonAlone = false;
            } else if (line.strip().equals(":") && statement != null) {
                isColonAlone = true;
            } else {
                take(line, null);
            }
        }
        end();
        if (statements == 0) {
            sink.finding(
                    new BankFinding(Code.NO_STATEMENT, new FilePosition(0, 0, 0, lines.number()), "file", null, null));
        }
    }

    /**
     * Takes a line.
     *
     * @param wrapped what it was before a colon was put before it; null if none was
     */
    private void take(String line, @Nullable String wrapped) {
        String trimmed = line.strip();
        Matcher matcher = FIELD.matcher(line);
        if (matcher.matches() && TAGS.contains(matcher.group(1))) {
            close();
            open(matcher.group(1), matcher.group(2));
            if (wrapped != null && statement != null) {
                statement.report(Code.WRAPPED_FIELD, ":" + matcher.group(1) + ":", lines.number(), null);
            }
        } else if (trimmed.startsWith("{1:") || END.matcher(trimmed).matches()) {
            end();
        } else if (field != null) {
            add(field, wrapped == null ? line : wrapped);
        }
    }

    private static void add(Mt940Field field, String line) {
        Require.that(
                field.length() + line.length() <= BankFileReader.MAX_TEXT,
                "bank.text",
                ":" + field.tag + ":",
                "must have at most " + BankFileReader.MAX_TEXT + " characters",
                "line " + field.line);
        field.add(line);
    }

    private void open(String tag, String first) {
        if (tag.equals("20")) {
            end();
        }
        if (statement == null) {
            statements++;
            statement = new Mt940Statement(statements, lines.number(), sink, seen);
            if (!tag.equals("20")) {
                statement.report(Code.NO_BEGINNING, ":" + tag + ":", lines.number(), null);
            }
        }
        field = new Mt940Field(tag, lines.number(), first);
    }

    private void close() {
        if (field != null && statement != null) {
            statement.take(field);
        }
        field = null;
    }

    private void end() {
        close();
        if (statement != null) {
            statement.end();
        }
        statement = null;
    }
}
