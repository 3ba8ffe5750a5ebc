package io.quittance.bank;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * Where something stands in a bank file.
 *
 * @param statement which one, from 1; 0 where it is about the file
 * @param entry which one of the statement, from 1; 0 where it is about the statement
 * @param detail which one of the entry, from 1; 0 where it is about the entry
 * @param line of the text, from 1, where it begins
 */
public record FilePosition(int statement, int entry, int detail, int line) implements Serializable {

    /** Checks that none is negative. */
    public FilePosition {
        Require.that(
                statement >= 0 && entry >= 0 && detail >= 0 && line >= 0,
                "bank.position",
                "position",
                "must not be negative",
                statement + "/" + entry + "/" + detail + "/" + line);
    }

    /** For example {@code statement 1, entry 3, detail 2, line 120}. */
    @Override
    public String toString() {
        return "statement " + statement + (entry == 0 ? "" : ", entry " + entry)
                + (detail == 0 ? "" : ", detail " + detail) + ", line " + line;
    }
}
