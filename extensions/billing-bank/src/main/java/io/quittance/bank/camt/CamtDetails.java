package io.quittance.bank.camt;

import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.TransactionReferences;
import io.quittance.bank.internal.DetailDraft;
import io.quittance.bank.internal.StatementDraft;
import io.quittance.bank.internal.Texts;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the details of an entry of a camt, beside what stands before them in the entry. */
final class CamtDetails {
    /** Subfamilies of bank transaction codes that are returns: of payments, direct debits, cheques and card payments. */
    private static final Set<String> RETURNS = Set.of("RRTN", "UPDD", "PRDD", "RPCR", "UPCQ", "UPCT");

    /** Where the amount of a transaction may stand; the first in the currency of the entry counts. */
    private static final List<String> AMOUNTS =
            List.of("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt");

    private final CamtStatement camt;
    private final StatementDraft statement;

    CamtDetails(CamtStatement camt, StatementDraft statement) {
        this.camt = camt;
        this.statement = statement;
    }

    DetailDraft read(XmlNode entry, XmlNode node) {
        var detail = new DetailDraft();
        detail.line = node.line;
        if (node.first("CdtDbtInd") != null) {
            detail.direction = camt.direction(node, "TxDtls/CdtDbtInd");
        }
        detail.amount = amount(entry, node);
        detail.references = references(node);
        XmlNode reason = node.first("RtrInf");
        detail.isReturn = reason != null || isReturn(CamtStatement.code(node)) || isReturn(CamtStatement.code(entry));
        detail.returnCode = reason == null ? null : reason.anyText("Rsn/Cd", "RtrRsn/Cd", "Rsn/Prtry", "Rsn");
        party(entry, node, detail);
        remittance(node, detail);
        return detail;
    }

    static boolean isReturn(@Nullable String code) {
        return code != null && RETURNS.contains(code.substring(code.lastIndexOf('/') + 1));
    }

    private TransactionReferences references(XmlNode node) {
        return new TransactionReferences(
                reference(node, "AcctSvcrRef"),
                reference(node, "EndToEndId"),
                reference(node, "InstrId"),
                reference(node, "TxId"),
                reference(node, "MndtId"),
                reference(node, "UETR"));
    }

    private @Nullable String reference(XmlNode node, String name) {
        String written = node.text("Refs", name);
        String reference = Texts.reference(written);
        if (reference == null && written != null && written.length() > Texts.LONGEST_REFERENCE) {
            statement.report(Code.UNREADABLE_FIELD, "Refs/" + name, node.line, written, null);
        }
        return reference;
    }

    /** In the currency of the entry where there is one, else the first that is stated. */
    private @Nullable Amount amount(XmlNode entry, XmlNode node) {
        XmlNode of = entry.first("Amt");
        String currency = of == null ? null : of.currency;
        XmlNode found = null;
        for (String path : AMOUNTS) {
            XmlNode stated = node.first(path.split("/", -1));
            if (stated != null && stated.currency != null && stated.currency.equals(currency)) {
                found = stated;
                break;
            }
            found = found == null ? stated : found;
        }
        return found == null ? null : statement.amount(found.text(), found.currency, "TxDtls/Amt", found.line);
    }

    /** The other side: the debtor of what came, and of what came and goes back; else the creditor. */
    private void party(XmlNode entry, XmlNode node, DetailDraft detail) {
        String written = node.text("CdtDbtInd") == null ? entry.text("CdtDbtInd") : node.text("CdtDbtInd");
        boolean isBack = detail.isReturn || CamtStatement.isTrue(entry.text("RvslInd"));
        boolean isDebtor = "CRDT".equals(written) != isBack;
        XmlNode parties = node.first("RltdPties");
        if (parties == null) {
            return;
        }
        String role = isDebtor ? "Dbtr" : "Cdtr";
        String name = name(parties, role);
        if (name == null) {
            name = name(parties, "Ultmt" + role);
        }
        detail.name = known(name, role + "/Nm", node);
        XmlNode account = parties.first(role + "Acct");
        detail.account = account == null ? null : known(CamtStatement.account(account), role + "Acct", node);
    }

    private static @Nullable String name(XmlNode parties, String role) {
        return parties.anyText(role + "/Nm", role + "/Pty/Nm", role + "/Agt/FinInstnId/Nm");
    }

    private @Nullable String known(@Nullable String written, String field, XmlNode node) {
        String name = Texts.name(written);
        if (written != null && name == null) {
            statement.report(Code.UNREADABLE_FIELD, field, node.line, written, null);
        }
        return name;
    }

    private static void remittance(XmlNode node, DetailDraft detail) {
        for (XmlNode said : node.all("RmtInf", "Ustrd")) {
            detail.words.add(said.text());
        }
        for (XmlNode structured : node.all("RmtInf", "Strd")) {
            String reference = structured.anyText("CdtrRefInf/Ref", "CdtrRefInf/CdtrRef");
            if (reference != null) {
                detail.creditorReferences.add(reference);
            }
            for (XmlNode document : structured.all("RfrdDocInf")) {
                String number = document.anyText("Nb", "RfrdDocNb");
                if (number != null) {
                    detail.words.add(number);
                }
            }
            for (XmlNode said : structured.all("AddtlRmtInf")) {
                detail.words.add(said.text());
            }
        }
        String information = node.text("AddtlTxInf");
        if (information != null && detail.words.isEmpty()) {
            detail.words.add(information);
        }
    }
}
