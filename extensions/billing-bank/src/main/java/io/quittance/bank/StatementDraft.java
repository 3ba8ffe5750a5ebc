package io.quittance.bank;

import io.quittance.ar.payment.PaymentId;
import io.quittance.bank.BankFinding.Code;
import io.quittance.core.id.Masked;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it is read, of either kind of file: what is known of it so far, and what its entries came to. */
final class StatementDraft {
    private final int number;
    private final int line;
    private final BankFileSink sink;
    private final Findings findings;
    private final AmountReader amounts;
    private final EntryIds ids;
    private final EntryChecks checks;
    private final BookedSum booked = new BookedSum();
    private final List<BankBalance> balances = new ArrayList<>();
    private final List<StatedTotals> totals = new ArrayList<>();
    private final StatedTotals.Tally credits = new StatedTotals.Tally();
    private final StatedTotals.Tally debits = new StatedTotals.Tally();
    private final List<String> information = new ArrayList<>();

    StatementHeader.Kind kind;

    private boolean isBegun;
    private int informationLength;
    private int parts;
    private int entries;
    private int unread;

    @Nullable
    String id;

    @Nullable
    String numbered;

    @Nullable
    String account;

    @Nullable
    String currency;

    @Nullable
    LocalDate from;

    @Nullable
    LocalDate to;

    private @Nullable BankBalance opening;
    private @Nullable BankBalance closing;
    private int closingLine;

    StatementDraft(int number, int line, StatementHeader.Kind kind, BankFileSink sink, SeenIds seen) {
        this.number = number;
        this.line = line;
        this.kind = kind;
        this.sink = sink;
        this.findings = new Findings(number, sink);
        this.amounts = new AmountReader(findings);
        this.ids = new EntryIds(findings, seen);
        this.checks = new EntryChecks(findings);
    }

    void report(Code code, String field, int at, @Nullable String written, @Nullable Amount difference) {
        findings.report(code, field, at, written, difference);
    }

    /** See {@link AmountReader#amount}. */
    @Nullable
    Amount amount(@Nullable String written, @Nullable String code, String field, int at) {
        return amounts.amount(written, code, field, at);
    }

    void identifiedBy(@Nullable String part) {
        ids.identifiedBy(part);
    }

    /** What is reported from now on is about the next entry. */
    void nextEntry() {
        begin();
        findings.nextEntry();
    }

    /** What is reported from now on is about that detail, from 1, or with 0 about the entry. */
    void atDetail(int of) {
        findings.atDetail(of);
    }

    /** What is reported from now on is about the statement. */
    void afterEntries() {
        findings.afterEntries();
    }

    boolean hasOpening() {
        return opening != null;
    }

    boolean isOpenedBy(String type) {
        return opening != null && opening.type().equals(type);
    }

    boolean hasClosing() {
        return closing != null;
    }

    /** What is beyond the most that is kept is left out at the end, with a finding. */
    void say(String words) {
        if (informationLength <= BankFileReader.MAX_TEXT) {
            information.add(words);
            informationLength += words.length() + 1;
        }
    }

    /** One more part of the statement beside its entries. */
    void nextPart(int at) {
        parts++;
        Require.that(
                parts <= BankFileReader.MAX_ELEMENTS,
                "bank.parts",
                "statement",
                "must have at most " + BankFileReader.MAX_ELEMENTS + " parts beside its entries",
                "line " + at);
    }

    void add(StatedTotals stated) {
        totals.add(stated);
    }

    /** Adds a balance. */
    void add(BankBalance balance) {
        balances.add(balance);
        if (currency == null) {
            currency = AmountReader.known(balance.amount());
        }
    }

    void open(BankBalance balance) {
        opening = balance;
    }

    void close(BankBalance balance, int at) {
        closing = balance;
        closingLine = at;
    }

    private void begin() {
        if (!isBegun) {
            isBegun = true;
            sink.begins(header());
        }
    }

    private StatementHeader header() {
        return new StatementHeader(
                new FilePosition(number, 0, 0, line),
                kind,
                Texts.line(id),
                Texts.line(numbered),
                Texts.masked(Texts.line(account)),
                currency,
                from,
                to);
    }

    /** Completes the entry and hands it out. */
    void add(EntryDraft draft) {
        findings.atDetail(0);
        Amount amount = draft.amount;
        Direction direction = draft.direction;
        if (amount == null || direction == null) {
            unread++;
            booked.spoil();
            report(Code.ENTRY_NOT_READ, "entry", draft.line, null, null);
            return;
        }
        boolean isItemised = !draft.details.isEmpty();
        if (!isItemised) {
            var only = new DetailDraft();
            only.isReturn = draft.isReturn;
            draft.details.add(only);
        }
        checks.checkBatch(draft, isItemised);
        PaymentId entryId = ids.entryId(draft, direction);
        var details = new ArrayList<EntryDetail>();
        for (int i = 0; i < draft.details.size(); i++) {
            findings.atDetail(draft.details.size() > 1 ? i + 1 : 0);
            details.add(complete(draft, draft.details.get(i), i, entryId, amount, direction));
        }
        findings.atDetail(0);
        var completed = new BankEntry(
                new FilePosition(number, findings.entry(), 0, draft.line),
                entryId,
                amount,
                direction,
                draft.status,
                draft.isReversal,
                draft.bookingDate,
                draft.valueDate,
                Texts.line(draft.code),
                joined(draft.information, draft.line),
                details);
        checks.check(completed, currency);
        entries++;
        (direction == Direction.CREDIT ? credits : debits).add(amount);
        if (draft.status == EntryStatus.BOOKED) {
            booked.add(completed.signed());
        }
        sink.entry(completed);
    }

    private EntryDetail complete(
            EntryDraft draft, DetailDraft given, int index, PaymentId entryId, Amount amount, Direction direction) {
        boolean single = draft.details.size() == 1;
        Direction own = given.direction == null ? direction : given.direction;
        int at = given.line == 0 ? draft.line : given.line;
        PaymentId detailId = single ? entryId : ids.detailId(draft, given, index, entryId, own, at);
        return new EntryDetail(
                detailId,
                own,
                given.amount == null && single ? amount : given.amount,
                given.references,
                given.counterparty(),
                given.creditorReferences,
                joined(given.words, at),
                given.isReturn,
                given.isReturn ? Texts.reference(given.returnCode) : null);
    }

    private @Nullable Masked<String> joined(List<String> lines, int at) {
        String text = String.join("\n", lines).strip();
        if (text.length() > BankFileReader.MAX_TEXT) {
            report(Code.TEXT_SHORTENED, "text", at, null, null);
        }
        return text.isEmpty() ? null : Masked.of(Texts.shortened(text).strip());
    }

    /** Hands out the statement, of which nothing more comes. */
    void end() {
        begin();
        afterEntries();
        totals.forEach(each -> each.compare(credits, debits, this));
        BalanceProof proof = BalanceProof.of(opening, closing, booked);
        if (proof.outcome() == BalanceProof.Outcome.DIFFERENT) {
            report(Code.BALANCE_DIFFERS, "closing balance", closingLine, null, proof.difference());
        } else if (proof.outcome() == BalanceProof.Outcome.NOT_COMPARABLE) {
            report(Code.BALANCE_NOT_COMPARABLE, "closing balance", closingLine, null, null);
        }
        sink.ends(new BankStatement(
                header(),
                opening,
                closing,
                balances,
                proof,
                entries,
                unread,
                booked.amount(),
                joined(information, line)));
    }
}
