package io.quittance.bank.camt;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.bank.BankBalance;
import io.quittance.bank.BankFileReader;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.Direction;
import io.quittance.bank.EntryStatus;
import io.quittance.bank.StatementHeader;
import io.quittance.bank.internal.AmountReader;
import io.quittance.bank.internal.Days;
import io.quittance.bank.internal.EntryDraft;
import io.quittance.bank.internal.StatedTotals;
import io.quittance.bank.internal.StatementDraft;
import io.quittance.bank.internal.Texts;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one statement, report or notification of a camt. */
final class CamtStatement {
    private static final int DATE_LENGTH = 10;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final CamtXml xml;
    private final StatementDraft statement;

    CamtStatement(CamtXml xml, StatementDraft statement) {
        this.xml = xml;
        this.statement = statement;
    }

    /** Reads what has begun, to its end. */
    void read() throws IOException {
        while (true) {
            int event = xml.next();
            if (event == START_ELEMENT && xml.name().equals("Ntry")) {
                entry();
            } else if (event == START_ELEMENT) {
                part(xml.node());
            } else if (event == END_ELEMENT) {
                statement.end();
                return;
            }
        }
    }

    private void part(XmlNode node) {
        statement.afterEntries();
        statement.nextPart(node.line);
        switch (node.name) {
            case "Id" -> {
                statement.id = node.text();
                statement.identifiedBy(node.text());
            }
            case "ElctrncSeqNb", "LglSeqNb" -> {
                statement.numbered = statement.numbered == null ? node.text() : statement.numbered;
                statement.identifiedBy(node.text());
            }
            case "FrToDt" -> {
                statement.from = date(node, "FrToDt/FrDtTm", node.anyText("FrDtTm", "FrDt"));
                statement.to = date(node, "FrToDt/ToDtTm", node.anyText("ToDtTm", "ToDt"));
            }
            case "Acct" -> {
                statement.account = account(node);
                currency(node.text("Ccy"), node.line);
                statement.identifiedBy(statement.account);
            }
            case "Bal" -> balance(node);
            case "TxsSummry" -> totals(node);
            case "AddtlStmtInf", "AddtlRptInf", "AddtlNtfctnInf" -> statement.say(node.text());
            default -> {}
        }
    }

    private void balance(XmlNode node) {
        String type = node.anyText("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Cd", "Tp/Prtry");
        Direction direction = direction(node, "Bal/CdtDbtInd");
        Amount amount = amount(node, "Bal/Amt", "Amt");
        if (amount == null || direction == null) {
            return;
        }
        String kind = type == null ? "" : type;
        var balance = new BankBalance(
                kind, direction.signed(amount), date(node, "Bal/Dt", node.anyText("Dt/Dt", "Dt/DtTm", "Dt")));
        statement.add(balance);
        boolean isOpening = kind.equals("OPBD") && !statement.isOpenedBy("OPBD");
        if (isOpening || (kind.equals("PRCD") && !statement.hasOpening())) {
            statement.open(balance);
        } else if (kind.equals("CLBD") && !statement.hasClosing()) {
            statement.close(balance, node.line);
        }
    }

    private void totals(XmlNode node) {
        total(node, null, "TtlNtries");
        total(node, Direction.CREDIT, "TtlCdtNtries");
        total(node, Direction.DEBIT, "TtlDbtNtries");
    }

    private void total(XmlNode node, @Nullable Direction direction, String name) {
        XmlNode stated = node.first(name);
        if (stated != null) {
            statement.add(new StatedTotals(
                    direction,
                    "TxsSummry/" + name,
                    stated.line,
                    AmountReader.count(stated.text("NbOfNtries")),
                    AmountReader.plain(stated.text("Sum"))));
        }
    }

    /** What is no code is not taken for one, since it is shown. */
    private void currency(@Nullable String code, int at) {
        if (code != null && CURRENCY.matcher(code).matches()) {
            statement.currency = code;
        } else if (code != null) {
            statement.report(Code.UNKNOWN_CURRENCY, "Acct/Ccy", at, code, null);
        }
    }

    private void entry() throws IOException {
        statement.nextEntry();
        var draft = new EntryDraft(xml.line());
        var details = new CamtDetails(this, statement);
        XmlNode node = xml.node("TxDtls", (entry, detail) -> {
            Require.that(
                    draft.details.size() < BankFileReader.MAX_DETAILS,
                    "bank.details",
                    "Ntry",
                    "must have at most " + BankFileReader.MAX_DETAILS + " TxDtls",
                    "line " + draft.line);
            statement.atDetail(draft.details.size() + 1);
            draft.details.add(details.read(entry, detail));
            if (Texts.reference(entry.text("AcctSvcrRef")) == null) {
                draft.sign(detail.written());
            }
        });
        statement.atDetail(0);
        draft.amount = amount(node, "Amt", "Amt");
        draft.direction = direction(node, "CdtDbtInd");
        draft.isReversal = isTrue(node.text("RvslInd"));
        draft.status = status(node);
        draft.bookingDate = date(node, "BookgDt", node.anyText("BookgDt/Dt", "BookgDt/DtTm"));
        draft.valueDate = date(node, "ValDt", node.anyText("ValDt/Dt", "ValDt/DtTm"));
        draft.reference = node.text("AcctSvcrRef");
        if (Texts.reference(draft.reference) == null) {
            draft.sign(node.written());
        }
        draft.code = code(node);
        draft.isReturn = CamtDetails.isReturn(draft.code);
        String information = node.text("AddtlNtryInf");
        if (information != null) {
            draft.information.add(information);
        }
        batch(node, draft);
        statement.add(draft);
    }

    private static void batch(XmlNode node, EntryDraft draft) {
        for (XmlNode batch : node.first("Btch") == null ? node.all("NtryDtls", "Btch") : node.all("Btch")) {
            draft.isBatch = true;
            Long count = AmountReader.count(batch.text("NbOfTxs"));
            draft.batchCount += count == null ? 0 : count;
        }
    }

    private EntryStatus status(XmlNode node) {
        String written = node.anyText("Sts/Cd", "Sts/Prtry", "Sts");
        if (written == null) {
            if (statement.kind == StatementHeader.Kind.STATEMENT) {
                return EntryStatus.BOOKED; // a statement has booked entries, unless it says otherwise
            }
            return EntryStatus.OTHER;
        }
        return switch (written) {
            case "BOOK" -> EntryStatus.BOOKED;
            case "PDNG" -> EntryStatus.PENDING;
            case "INFO" -> EntryStatus.INFORMATION;
            case "FUTR" -> EntryStatus.FUTURE;
            default -> EntryStatus.OTHER;
        };
    }

    /** The code of ISO 20022 with its parts, else the bank's own. */
    static @Nullable String code(XmlNode node) {
        XmlNode domain = node.first("BkTxCd", "Domn");
        if (domain == null || domain.text("Cd") == null) {
            return node.text("BkTxCd", "Prtry", "Cd");
        }
        String family = domain.text("Fmly", "Cd");
        String kind = domain.text("Fmly", "SubFmlyCd");
        return domain.text("Cd") + (family == null ? "" : "/" + family) + (kind == null ? "" : "/" + kind);
    }

    static @Nullable String account(XmlNode account) {
        return account.anyText("Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/PrtryAcct/Id", "Id/UPIC");
    }

    static boolean isTrue(@Nullable String written) {
        return "true".equals(written) || "1".equals(written);
    }

    /** Null if it is neither, which is reported. */
    @Nullable
    Direction direction(XmlNode node, String field) {
        String written = node.text("CdtDbtInd");
        if ("CRDT".equals(written)) {
            return Direction.CREDIT;
        }
        if ("DBIT".equals(written)) {
            return Direction.DEBIT;
        }
        statement.report(Code.UNREADABLE_FIELD, field, node.line, written, null);
        return null;
    }

    /** Null if there is none or it cannot be read, which is reported. */
    @Nullable
    Amount amount(XmlNode node, String field, String... path) {
        XmlNode amount = node.first(path);
        return amount == null
                ? statement.amount(null, null, field, node.line)
                : statement.amount(amount.text(), amount.currency, field, amount.line);
    }

    /** The day of a date or a date with time, as it is written there; null if there is none, or none that can be read. */
    @Nullable
    LocalDate date(XmlNode node, String field, @Nullable String written) {
        if (written == null) {
            return null;
        }
        String day = written.length() > DATE_LENGTH ? written.substring(0, DATE_LENGTH) : written;
        try {
            LocalDate date = LocalDate.parse(day);
            if (date.getYear() >= 1) {
                return date;
            }
        } catch (DateTimeException e) {
            LocalDate last = Days.lastOfMonth(day);
            if (last != null) {
                statement.report(Code.DAY_BEYOND_MONTH, field, node.line, written, null);
                return last;
            }
        }
        statement.report(Code.UNREADABLE_FIELD, field, node.line, written, null);
        return null;
    }
}
