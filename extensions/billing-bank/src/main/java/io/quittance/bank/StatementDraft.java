package io.quittance.bank;

import io.quittance.ar.payment.PaymentId;
import io.quittance.bank.BankFinding.Code;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.Masked;
import io.quittance.core.internal.Require;
import io.quittance.core.internal.Sha256;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A statement as it is read, of either kind of file: what is known of it so far, and what its entries came to. */
final class StatementDraft {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");
    private static final String NO_CURRENCY = "XXX";
    private static final int MOST_IDENTITY = 8;

    private final int number;
    private final int line;
    private final BankFileSink sink;
    private final SeenIds seen;
    private final BookedSum booked = new BookedSum();
    private final List<BankBalance> balances = new ArrayList<>();
    private final List<StatedTotals> totals = new ArrayList<>();
    private final StatedTotals.Tally credits = new StatedTotals.Tally();
    private final StatedTotals.Tally debits = new StatedTotals.Tally();
    private final List<String> information = new ArrayList<>();
    /** What tells this statement from others, for ids that are derived. */
    private final List<String> identity = new ArrayList<>();

    StatementHeader.Kind kind;

    /** Most amounts of a statement are in one, and to look it up takes longer than all else. */
    private @Nullable CurrencyUnit lastCurrency;

    private boolean isBegun;
    private int informationLength;
    private int parts;
    private int entries;
    private int unread;
    private int read;
    private int entry;
    private int detail;

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
        this.seen = seen;
        seen.clear();
    }

    void report(Code code, String field, int at, @Nullable String written, @Nullable Amount difference) {
        String shown = written == null || written.isBlank() ? null : Texts.shortened(written.strip());
        sink.finding(new BankFinding(
                code,
                new FilePosition(number, entry, detail, at),
                field,
                shown == null ? null : Masked.of(shown),
                difference));
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

    /** What is reported from now on is about the next entry. */
    void nextEntry() {
        begin();
        read++;
        entry = read;
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

    void identifiedBy(@Nullable String part) {
        if (identity.size() < MOST_IDENTITY) {
            identity.add(part == null ? "" : part);
        }
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
            currency = known(balance.amount());
        }
    }

    void open(BankBalance balance) {
        opening = balance;
    }

    void close(BankBalance balance, int at) {
        closing = balance;
        closingLine = at;
    }

    private static @Nullable String known(Amount amount) {
        String code = amount.getCurrency().getCurrencyCode();
        return code.equals(NO_CURRENCY) ? null : code;
    }

    /** An amount of zero or more with a point; null if it is none, which is reported. In XXX if the currency is unknown. */
    @Nullable
    Amount amount(@Nullable String written, @Nullable String code, String field, int at) {
        String text = written == null ? "" : written.strip();
        if (!NUMBER.matcher(text).matches()) {
            report(Code.UNREADABLE_FIELD, field, at, text, null);
            return null;
        }
        try {
            return Amount.of(new BigDecimal(text), currency(code, field, at));
        } catch (InvalidArgumentException e) { // more digits than any amount has
            report(Code.UNREADABLE_FIELD, field, at, text, null);
            return null;
        }
    }

    private CurrencyUnit currency(@Nullable String code, String field, int at) {
        CurrencyUnit last = lastCurrency;
        if (last != null && last.getCurrencyCode().equals(code)) {
            return last;
        }
        try {
            if (code != null) {
                CurrencyUnit found = Currencies.of(code, field);
                lastCurrency = found;
                return found;
            }
        } catch (InvalidArgumentException e) {
            // reported below; the entry is read on
        }
        report(Code.UNKNOWN_CURRENCY, field, at, code, null);
        return Currencies.of(NO_CURRENCY, field);
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
        detail = 0;
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
        checkBatch(draft, isItemised);
        PaymentId entryId = entryId(draft, direction);
        var details = new ArrayList<EntryDetail>();
        for (int i = 0; i < draft.details.size(); i++) {
            detail = draft.details.size() > 1 ? i + 1 : 0;
            details.add(complete(draft, draft.details.get(i), i, entryId, amount, direction));
        }
        detail = 0;
        var completed = new BankEntry(
                new FilePosition(number, entry, 0, draft.line),
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
        check(completed);
        entries++;
        (direction == Direction.CREDIT ? credits : debits).add(amount);
        if (draft.status == EntryStatus.BOOKED) {
            booked.add(completed.signed());
        }
        sink.entry(completed);
    }

    private void checkBatch(EntryDraft draft, boolean isItemised) {
        int given = isItemised ? draft.details.size() : 0;
        if (draft.isBatch && given == 0 && draft.batchCount != 1) {
            report(Code.BATCH_WITHOUT_DETAILS, "Btch", draft.line, null, null);
        } else if (given > 0 && draft.batchCount > 0 && draft.batchCount != given) {
            report(Code.DETAIL_COUNT_DIFFERS, "Btch/NbOfTxs", draft.line, Long.toString(draft.batchCount), null);
        }
    }

    private PaymentId entryId(EntryDraft draft, Direction direction) {
        String own = Texts.reference(draft.reference);
        if (own == null && draft.details.size() == 1) {
            own = ownReference(draft.details.get(0).references);
        }
        if (own != null) {
            return numbered(own, direction, draft.line);
        }
        PaymentId derived = derived(draft);
        report(Code.NO_REFERENCE, "reference", draft.line, derived.value(), null);
        return derived;
    }

    private static @Nullable String ownReference(TransactionReferences references) {
        return references.bank() == null ? references.uetr() : references.bank();
    }

    /** A reference that comes again is that of other money, since a statement has each booking once. */
    private PaymentId numbered(String reference, Direction direction, int at) {
        int times = seen.count(direction + " " + reference);
        if (times == 1) {
            return PaymentId.of(reference);
        }
        report(Code.REPEATED_REFERENCE, "reference", at, reference, null);
        return PaymentId.of(reference + "#" + times);
    }

    private PaymentId derived(EntryDraft draft) {
        var written = new ArrayList<>(identity);
        written.add(draft.hash());
        String hash = Sha256.of(String.join("\u001f", written)).substring(0, 40);
        return PaymentId.of("derived:" + hash + "/" + seen.count(hash));
    }

    private EntryDetail complete(
            EntryDraft draft, DetailDraft given, int index, PaymentId entryId, Amount amount, Direction direction) {
        boolean single = draft.details.size() == 1;
        Direction own = given.direction == null ? direction : given.direction;
        int at = given.line == 0 ? draft.line : given.line;
        PaymentId detailId = single ? entryId : detailId(draft, given, index, entryId, own, at);
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

    private PaymentId detailId(
            EntryDraft draft, DetailDraft given, int index, PaymentId entryId, Direction direction, int at) {
        String own = ownReference(given.references);
        if (own != null && !own.equals(Texts.reference(draft.reference))) {
            return numbered(own, direction, at);
        }
        PaymentId placed = numbered(entryId + "/" + (index + 1), direction, at);
        report(Code.NO_REFERENCE, "reference", at, placed.value(), null);
        return placed;
    }

    private void check(BankEntry completed) {
        int at = completed.position().line();
        Amount amount = completed.amount();
        if (completed.status() != EntryStatus.BOOKED) {
            report(Code.NOT_BOOKED, "status", at, completed.status().name(), null);
        }
        String code = known(amount);
        if (code != null && currency != null && !code.equals(currency)) {
            report(Code.OTHER_CURRENCY, "amount", at, code, null);
        }
        if (code != null && !BankEntry.isInMinorUnits(amount)) {
            report(Code.FINER_THAN_MINOR_UNIT, "amount", at, amount.toString(), null);
        }
        if (completed.direction() == Direction.CREDIT && completed.date() == null) {
            report(Code.NO_DATE, "date", at, null, null);
        }
        checkDetails(completed);
    }

    private void checkDetails(BankEntry completed) {
        int at = completed.position().line();
        Amount sum = Amount.zero(completed.amount().getCurrency());
        for (EntryDetail each : completed.details()) {
            Amount own = each.amount();
            if (own == null || !own.getCurrency().equals(sum.getCurrency())) {
                report(Code.DETAILS_NOT_COMPARABLE, "details", at, null, null);
                return;
            }
            if (completed.details().size() > 1 && known(own) != null && !BankEntry.isInMinorUnits(own)) {
                report(Code.FINER_THAN_MINOR_UNIT, "details", at, own.toString(), null);
            }
            sum = sum.add(each.direction().signed(own));
        }
        Amount difference = completed.signed().subtract(sum);
        if (difference.signum() != 0) {
            report(Code.DETAILS_DIFFER, "details", at, null, difference);
        }
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

    /** A number that a file states of its entries; null if it states none, or not a number of ours. */
    static @Nullable BigDecimal plain(@Nullable String written) {
        if (written == null || !NUMBER.matcher(written.strip()).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(written.strip());
        return Require.isWithin(number, Require.MAX_SCALE, Require.MAX_PRECISION) ? number : null;
    }

    static @Nullable Long count(@Nullable String written) {
        return written == null || !written.strip().matches("[0-9]{1,15}") ? null : Long.valueOf(written.strip());
    }
}
