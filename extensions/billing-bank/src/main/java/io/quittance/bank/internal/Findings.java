package io.quittance.bank.internal;

import io.quittance.bank.BankFileReader;
import io.quittance.bank.BankFileSink;
import io.quittance.bank.BankFinding;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.FilePosition;
import io.quittance.core.id.Masked;
import io.quittance.core.internal.Beginning;
import io.quittance.core.money.Amount;
import org.jspecify.annotations.Nullable;

/** Reports what is found in a statement, with the place that is read: the statement, an entry of it, or a detail of that. */
final class Findings {
    private final int statement;
    private final BankFileSink sink;
    private int read;
    private int entry;
    private int detail;

    Findings(int statement, BankFileSink sink) {
        this.statement = statement;
        this.sink = sink;
    }

    void report(Code code, String field, int at, @Nullable String written, @Nullable Amount difference) {
        String shown =
                written == null || written.isBlank() ? null : Beginning.of(written.strip(), BankFileReader.MAX_TEXT);
        sink.finding(new BankFinding(
                code,
                new FilePosition(statement, entry, detail, at),
                field,
                shown == null ? null : Masked.of(shown),
                difference));
    }

    /** What is reported from now on is about the next entry. */
    void nextEntry() {
        read++;
        entry = read;
    }

    /** Which entry it is about, from 1; 0 for the statement. */
    int entry() {
        return entry;
    }

    /** What is reported from now on is about that detail, from 1, or with 0 about the entry. */
    void atDetail(int of) {
        detail = of;
    }

    /** What is reported from now on is about the statement. */
    void afterEntries() {
        entry = 0;
        detail = 0;
    }
}
