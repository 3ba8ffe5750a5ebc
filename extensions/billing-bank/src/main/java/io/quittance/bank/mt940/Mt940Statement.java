package io.quittance.bank.mt940;

import io.quittance.bank.BankBalance;
import io.quittance.bank.BankFileSink;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.Direction;
import io.quittance.bank.EntryStatus;
import io.quittance.bank.StatementHeader;
import io.quittance.bank.TransactionReferences;
import io.quittance.bank.internal.AmountReader;
import io.quittance.bank.internal.Days;
import io.quittance.bank.internal.DetailDraft;
import io.quittance.bank.internal.EntryDraft;
import io.quittance.bank.internal.SeenIds;
import io.quittance.bank.internal.StatedTotals;
import io.quittance.bank.internal.StatementDraft;
import io.quittance.bank.internal.Texts;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one statement of an MT940, or one report of an MT942. */
final class Mt940Statement {
    private static final int MOST_FIELDS = 1_000;
    private static final Pattern BALANCE = Pattern.compile("([CD])([0-9]{6})([A-Z]{3})?([0-9]+(?:,[0-9]*)?|,[0-9]+)");
    private static final Pattern TOTAL = Pattern.compile("([0-9]{1,15})([A-Z]{3})([0-9]+(?:,[0-9]*)?|,[0-9]+)");
    private static final Pattern LIMIT = Pattern.compile("([A-Z]{3}).*");
    private static final Pattern ACCOUNT_WITH_CURRENCY = Pattern.compile(".*[0-9/]([A-Z]{3})");
    /** Returned items; N, S or F before it says how the bank was told. */
    private static final String RETURNED = "RTI";

    private final StatementDraft statement;
    private Mt940Field begun;
    private @Nullable EntryDraft entry;
    private @Nullable String fallbackCurrency;
    private boolean isClosed;
    private int fields;

    Mt940Statement(int number, Mt940Field first, BankFileSink sink, SeenIds seen) {
        this.statement = new StatementDraft(number, first.line, StatementHeader.Kind.STATEMENT, sink, seen);
        this.begun = first;
    }

    void report(Code code, String field, int line, @Nullable String written) {
        statement.report(code, field, line, written, null);
    }

    /** A field begins, so that the one before it is complete. */
    void next(Mt940Field field) {
        take(begun);
        begun = field;
    }

    /** One more line of the field that was begun last. */
    void more(String line) {
        begun.add(line);
    }

    private void take(Mt940Field field) {
        fields = field.tag.equals("61") ? 0 : fields + 1;
        Require.that(
                fields <= MOST_FIELDS,
                "bank.fields",
                ":" + field.tag + ":",
                "must be at most " + MOST_FIELDS + " fields from one entry to the next",
                "line " + field.line);
        switch (field.tag) {
            case "20" -> {
                statement.id = field.first();
                statement.identifiedBy(field.first());
            }
            case "25", "25P" -> account(field);
            case "28", "28C" -> number(field);
            case "34F", "13D", "13" -> limit(field);
            case "60F", "60M" -> opening(field);
            case "61" -> entry(field);
            case "86", "NS" -> text(field);
            case "62F", "62M" -> closing(field);
            case "64", "65" -> {
                BankBalance balance = balance(field);
                if (balance != null) {
                    statement.add(balance);
                }
            }
            case "90C" -> total(field, Direction.CREDIT);
            case "90D" -> total(field, Direction.DEBIT);
            default -> {}
        }
    }

    void end() {
        take(begun);
        flush();
        statement.end();
    }

    private void flush() {
        if (entry != null) {
            statement.add(entry);
        }
        entry = null;
    }

    private void repeated(Mt940Field field) {
        report(Code.REPEATED_FIELD, ":" + field.tag + ":", field.line, field.text(0));
    }

    private void account(Mt940Field field) {
        if (statement.account != null) {
            repeated(field);
            return;
        }
        statement.account = field.first();
        statement.identifiedBy(field.first());
        Matcher matcher = ACCOUNT_WITH_CURRENCY.matcher(field.first());
        if (matcher.matches() && AmountReader.isCurrency(matcher.group(1))) {
            fallbackCurrency = matcher.group(1);
        }
    }

    private void number(Mt940Field field) {
        if (statement.numbered != null) {
            repeated(field);
            return;
        }
        statement.numbered = field.first();
        statement.identifiedBy(field.first());
    }

    /** A floor limit, or a time, is only in reports. */
    private void limit(Mt940Field field) {
        statement.kind = StatementHeader.Kind.REPORT;
        Matcher matcher = LIMIT.matcher(field.first());
        if (statement.currency == null && field.tag.equals("34F") && matcher.matches()) {
            statement.currency = matcher.group(1);
        }
    }

    private void opening(Mt940Field field) {
        if (statement.hasOpening()) {
            repeated(field);
            return;
        }
        statement.identifiedBy(field.first());
        BankBalance balance = balance(field);
        if (balance != null) {
            statement.add(balance);
            statement.open(balance);
            statement.from = balance.date();
        }
    }

    private void closing(Mt940Field field) {
        flush();
        statement.afterEntries();
        isClosed = true;
        if (statement.hasClosing()) {
            repeated(field);
            return;
        }
        BankBalance balance = balance(field);
        if (balance != null) {
            statement.add(balance);
            statement.close(balance, field.line);
            statement.to = balance.date();
        }
    }

    private @Nullable BankBalance balance(Mt940Field field) {
        String name = ":" + field.tag + ":";
        Matcher matcher = BALANCE.matcher(field.first());
        if (!matcher.matches()) {
            report(Code.UNREADABLE_FIELD, name, field.line, field.text(0));
            return null;
        }
        String code = matcher.group(3) == null ? currency() : matcher.group(3);
        Amount amount = statement.amount(matcher.group(4).replace(',', '.'), code, name, field.line);
        Direction direction = matcher.group(1).equals("C") ? Direction.CREDIT : Direction.DEBIT;
        LocalDate date = date(matcher.group(2), name, field.line);
        return amount == null ? null : new BankBalance(field.tag, direction.signed(amount), date);
    }

    private @Nullable String currency() {
        return statement.currency == null ? fallbackCurrency : statement.currency;
    }

    private void total(Mt940Field field, Direction direction) {
        flush();
        statement.afterEntries();
        Matcher matcher = TOTAL.matcher(field.first());
        if (matcher.matches()) {
            statement.add(new StatedTotals(
                    direction,
                    ":" + field.tag + ":",
                    field.line,
                    AmountReader.count(matcher.group(1)),
                    AmountReader.plain(matcher.group(3).replace(',', '.'))));
        } else {
            report(Code.UNREADABLE_FIELD, ":" + field.tag + ":", field.line, field.text(0));
        }
    }

    private void entry(Mt940Field field) {
        flush();
        isClosed = false;
        statement.nextEntry();
        var draft = new EntryDraft(field.line);
        entry = draft;
        Mt940Entry parsed = Mt940Entry.parse(field.first());
        int rest = 1;
        if (parsed == null && field.lines.size() > 1) {
            parsed = Mt940Entry.parse(field.first() + field.lines.get(1).strip());
            rest = 2;
            if (parsed != null) {
                report(Code.WRAPPED_FIELD, ":61:", field.line, null);
            }
        }
        if (parsed == null) {
            report(Code.UNREADABLE_FIELD, ":61:", field.line, field.text(0));
            return;
        }
        fill(draft, parsed, field);
        draft.information.add(parsed.rest());
        draft.information.add(field.text(rest).strip());
    }

    private static String written(Mt940Field field) {
        return field.tag + field.lines.stream().map(String::strip).toList();
    }

    private void fill(EntryDraft draft, Mt940Entry parsed, Mt940Field field) {
        int line = field.line;
        draft.amount = statement.amount(parsed.number(), currency(), ":61: amount", line);
        draft.direction = parsed.direction();
        draft.isReversal = parsed.isReversal();
        draft.status = parsed.isExpected() ? EntryStatus.PENDING : EntryStatus.BOOKED;
        draft.valueDate = date(parsed.valueDate(), ":61: value date", line);
        if (!parsed.entryDate().isEmpty() && draft.valueDate != null) {
            draft.bookingDate = bookingDate(parsed.entryDate(), draft.valueDate, line);
        }
        draft.code = parsed.type();
        draft.reference = parsed.bankReference();
        if (Texts.reference(draft.reference) == null) {
            draft.sign(written(field));
        }
        var detail = new DetailDraft();
        detail.isReturn = parsed.type().endsWith(RETURNED);
        detail.references = new TransactionReferences(
                Texts.reference(parsed.bankReference()), null, Texts.reference(parsed.reference()), null, null, null);
        draft.details.add(detail);
    }

    private @Nullable LocalDate bookingDate(String monthAndDay, LocalDate valueDate, int line) {
        LocalDate date = Days.nearest(monthAndDay, valueDate);
        if (date == null) {
            report(Code.UNREADABLE_FIELD, ":61: entry date", line, monthAndDay);
        } else if (!Days.isDayOf(monthAndDay, date)) {
            report(Code.DAY_BEYOND_MONTH, ":61: entry date", line, monthAndDay);
        }
        return date;
    }

    private @Nullable LocalDate date(String shortDate, String name, int line) {
        String full = Days.withCentury(shortDate);
        LocalDate date = Days.exact(full);
        if (date != null) {
            return date;
        }
        LocalDate last = Days.lastOfMonth(full);
        report(last == null ? Code.UNREADABLE_FIELD : Code.DAY_BEYOND_MONTH, name, line, shortDate);
        return last;
    }

    private void text(Mt940Field field) {
        EntryDraft of = entry;
        if (of == null) {
            if (isClosed || field.tag.equals("86")) {
                statement.say(field.text(0));
            }
            return;
        }
        if (of.details.isEmpty()) {
            return; // of an entry that could not be read
        }
        if (Texts.reference(of.reference) == null) {
            of.sign(written(field));
        }
        DetailDraft detail = of.details.get(0);
        Mt940Text text = Mt940Text.of(field, detail.isReturn);
        detail.words.addAll(text.words);
        detail.creditorReferences.addAll(text.references);
        detail.name = detail.name == null ? text.name : detail.name;
        detail.account = detail.account == null ? text.account : detail.account;
        detail.isReturn |= text.isReturn;
        detail.returnCode = detail.returnCode == null ? text.returnCode : detail.returnCode;
        TransactionReferences known = detail.references;
        detail.references = new TransactionReferences(
                known.bank(),
                known.endToEnd() == null ? text.endToEnd : known.endToEnd(),
                text.instruction == null ? known.instruction() : text.instruction,
                null,
                known.mandate() == null ? text.mandate : known.mandate(),
                null);
    }
}
