package io.quittance.bank;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;

/**
 * Reads the files of one kind. An entry is held in memory as a whole, and at most 16 bytes for each transaction of a statement,
 * by which a reference that comes twice is noticed; nothing else grows with the file.
 *
 * <p>What is longer than any file of a bank is refused: an element or field of more than {@value #MAX_TEXT} characters, elements inside
 * each other more than {@value #MAX_DEPTH} deep, more than {@value #MAX_ELEMENTS} elements in an entry without its details or in one
 * detail, more than {@value #MAX_DETAILS} details of an entry or {@value #MAX_ENTRY_TEXT} characters in it, more than {@value #MAX_TRANSACTIONS} transactions of a statement, and
 * {@value #MAX_GAP} bytes in which nothing begins or ends. What was handed out before a refusal stands; since ids are stable, the mended file is
 * simply read again.
 */
public interface BankFileReader {
    /** The longest text of an element or field, in UTF-16 code units. */
    int MAX_TEXT = 10_000;
    /** The most elements inside each other. */
    int MAX_DEPTH = 64;
    /** The most elements of an entry without its details, of a detail, or of a part of the statement before its entries. */
    int MAX_ELEMENTS = 10_000;
    /** The most details of an entry. */
    int MAX_DETAILS = 100_000;
    /** The most text of an entry with its details, in UTF-16 code units. */
    int MAX_ENTRY_TEXT = 1 << 26;
    /** The most transactions of a statement. */
    int MAX_TRANSACTIONS = 4_000_000;
    /** The most bytes in which no element, text or field begins or ends. */
    int MAX_GAP = 1 << 20;

    /**
     * Reads a file to its end, and does not close it.
     *
     * @throws IllegalArgumentException if it is not a file of this kind, is broken, or goes beyond the bounds
     * @throws IOException if the stream cannot be read
     */
    void read(InputStream file, BankFileSink sink) throws IOException;

    /** As {@link #read(InputStream, BankFileSink)}, all of it at once. */
    default BankFile read(InputStream file) throws IOException {
        var statements = new ArrayList<BankStatement>();
        var entries = new ArrayList<BankEntry>();
        var findings = new ArrayList<BankFinding>();
        read(file, new BankFileSink() {
            @Override
            public void entry(BankEntry entry) {
                entries.add(entry);
            }

            @Override
            public void finding(BankFinding finding) {
                findings.add(finding);
            }

            @Override
            public void ends(BankStatement statement) {
                statements.add(statement);
            }
        });
        return new BankFile(statements, entries, findings);
    }
}
