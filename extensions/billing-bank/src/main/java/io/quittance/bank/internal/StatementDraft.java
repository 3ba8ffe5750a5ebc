package io.quittance.bank.internal;

import io.quittance.ar.payment.PaymentId;
import io.quittance.bank.BalanceProof;
import io.quittance.bank.BankBalance;
import io.quittance.bank.BankEntry;
import io.quittance.bank.BankFileReader;
import io.quittance.bank.BankFileSink;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.BankStatement;
import io.quittance.bank.Direction;
import io.quittance.bank.EntryDetail;
import io.quittance.bank.EntryStatus;
import io.quittance.bank.FilePosition;
import io.quittance.bank.StatementHeader;
import io.quittance.core.id.Masked;
import io.quittance.core.internal.Beginning;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is read, of either kind of file: what is known of it so far, and what its entries came to. A reader fills in what it
 * finds, adds entries and balances in the order of the file, and {@linkplain #end() ends} it; the sink gets all of it.
 */
public final class StatementDraft {
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

    private boolean isBegun;
    private int informationLength;
    private int parts;
    private int entries;
    private int unread;
    private @Nullable BankBalance opening;
    private @Nullable BankBalance closing;
    private int closingLine;

    /** What it is. */
    public StatementHeader.Kind kind;

    /** By which the bank knows it, as it is written. */
    public @Nullable String id;

    /** Its number among the statements of the account, as it is written. */
    public @Nullable String numbered;

    /** Whose entries they are, as it is written. */
    public @Nullable String account;

    /** The code of the currency of the account; that of the first balance where nothing else says it. */
    public @Nullable String currency;

    /** The first day. */
    public @Nullable LocalDate from;

    /** The last day. */
    public @Nullable LocalDate to;

    /**
     * A statement that begins.
     *
     * @param number which one of the file, from 1
     * @param line where it begins, from 1
     * @param kind what it is, as far as is known by then
     * @param sink takes what is read
     * @param seen one for all statements of a file, of which each begins anew
     */
    public StatementDraft(int number, int line, StatementHeader.Kind kind, BankFileSink sink, SeenIds seen) {
        this.number = number;
        this.line = line;
        this.kind = kind;
        this.sink = sink;
        this.findings = new Findings(number, sink);
        this.amounts = new AmountReader(findings);
        this.ids = new EntryIds(findings, seen);
        this.checks = new EntryChecks(findings);
    }

    /**
     * Reports something about what is read now.
     *
     * @param field the element or field
     * @param at the line, from 1
     * @param written what stands there; null if nothing does
     * @param difference how much is amiss; null if no amounts are compared
     */
    public void report(Code code, String field, int at, @Nullable String written, @Nullable Amount difference) {
        findings.report(code, field, at, written, difference);
    }

    /**
     * An amount of zero or more with a point. What cannot be read is reported.
     *
     * @param written the number; null if there is none
     * @param code the currency; null if there is none
     * @param field the element or field
     * @param at the line, from 1
     * @return in XXX if the currency is unknown; null if the number cannot be read
     */
    public @Nullable Amount amount(@Nullable String written, @Nullable String code, String field, int at) {
        return amounts.amount(written, code, field, at);
    }

    /** One more part of what tells this statement from others, for ids that are derived; null where there is nothing. */
    public void identifiedBy(@Nullable String part) {
        ids.identifiedBy(part);
    }

    /** What is reported from now on is about the next entry. */
    public void nextEntry() {
        begin();
        findings.nextEntry();
    }

    /** What is reported from now on is about that detail, from 1, or with 0 about the entry. */
    public void atDetail(int of) {
        findings.atDetail(of);
    }

    /** What is reported from now on is about the statement. */
    public void afterEntries() {
        findings.afterEntries();
    }

    /** Whether an opening balance was {@linkplain #open given}. */
    public boolean hasOpening() {
        return opening != null;
    }

    /** Whether the opening balance is of that type. */
    public boolean isOpenedBy(String type) {
        return opening != null && opening.type().equals(type);
    }

    /** Whether a closing balance was {@linkplain #close given}. */
    public boolean hasClosing() {
        return closing != null;
    }

    /** Words of the bank about the statement. What is beyond the most that is kept is left out at the end, with a finding. */
    public void say(String words) {
        if (informationLength <= BankFileReader.MAX_TEXT) {
            information.add(words);
            informationLength += words.length() + 1;
        }
    }

    /**
     * One more part of the statement beside its entries.
     *
     * @param at the line, from 1
     * @throws IllegalArgumentException if there are more than {@link BankFileReader#MAX_ELEMENTS}
     */
    public void nextPart(int at) {
        parts++;
        Require.that(
                parts <= BankFileReader.MAX_ELEMENTS,
                "bank.parts",
                "statement",
                "must have at most " + BankFileReader.MAX_ELEMENTS + " parts beside its entries",
                "line " + at);
    }

    /** What the file states of its entries; compared with them at the end. */
    public void add(StatedTotals stated) {
        totals.add(stated);
    }

    /** One more balance that is stated. */
    public void add(BankBalance balance) {
        balances.add(balance);
        if (currency == null) {
            currency = AmountReader.known(balance.amount());
        }
    }

    /** The opening balance, which is one of those that were added. */
    public void open(BankBalance balance) {
        opening = balance;
    }

    /**
     * The closing balance, which is one of those that were added.
     *
     * @param at the line, from 1
     */
    public void close(BankBalance balance, int at) {
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

    /** Completes the entry and hands it out; one without amount or direction is reported and left out. */
    public void add(EntryDraft draft) {
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
        return text.isEmpty()
                ? null
                : Masked.of(Beginning.of(text, BankFileReader.MAX_TEXT).strip());
    }

    /** Hands out the statement, of which nothing more comes. */
    public void end() {
        begin();
        afterEntries();
        totals.forEach(each -> each.compare(credits, debits, this));
        BalanceProof proof = booked.proof(opening, closing);
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
