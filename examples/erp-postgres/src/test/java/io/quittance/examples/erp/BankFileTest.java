package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.erp.ErpRun.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bank files that were written by hand. C-00001 owes 242.40 for R-2026-000001, C-00002 10.89 for R-2026-000002. */
class BankFileTest {
    private static final String DEMO = DemoBank.ACCOUNT;
    private static final String SECOND = "DE66999999990000000002";

    /** Stands before the words. */
    private static final String PAYER =
            "<RltdPties><DbtrAcct><Id><IBAN>DE00999999990999999999</IBAN></Id></DbtrAcct></RltdPties><RmtInf>";

    private static ErpRun billed;

    @TempDir
    Path folder;

    private ErpRun erp;

    @BeforeAll
    static void bill() throws SQLException {
        billed = new Scenario(Path.of(""), 2, 2, 1).prepared();
        billed.command("bill", "--day", "2026-02-01");
        billed.execute("insert into bank_account (id, number) values ('DE-2', '" + SECOND + "')");
    }

    @BeforeEach
    void copy() {
        erp = Server.copyOf(billed);
    }

    @AfterEach
    void drop() {
        Server.drop(erp);
    }

    /** 253.29 came in a batch, 10.89 of another batch of direct debits went back with it, and 0.40 are the bank's: 242.00. */
    @Test
    void moneyThatGoesBackOrIsNotTakenInIsForAPersonToLookAt() throws IOException {
        Answer answer = imported(statement(
                "Stmt",
                "STMT-1",
                DEMO,
                entry(
                        "CRDT",
                        "242.00",
                        "B-1",
                        detail("CRDT", "242.40", "B-1/a", "R-2026-000001", ""),
                        detail("CRDT", "10.89", "B-1/b", "R-2026-000002", ""),
                        detail("DBIT", "10.89", "B-1/c", "R-2026-000002", "AM04"),
                        detail("DBIT", "0.40", "B-1/d", "charges", ""))));
        assertThat(answer).isEqualTo(new Answer(Erp.LOOK, """
                        DE-1/B-1/c: EUR -10.89 returned, INSUFFICIENT_FUNDS
                        DE-1/B-1: EUR -0.40 is no money that came
                        POSTED 2
                        """.replace("\n", System.lineSeparator())));
        assertThat(erp.strings("select id || ' ' || customer || ' ' || amount from bank_entry order by id"))
                .containsExactly("DE-1/B-1/a C-00001 242.40", "DE-1/B-1/b C-00002 10.89");
    }

    @Test
    void aDirectDebitThatComesBackIsForAPersonToLookAt() throws IOException {
        Answer answer = imported(statement(
                "Stmt",
                "STMT-1",
                DEMO,
                entry("DBIT", "10.89", "B-1", detail("DBIT", "10.89", "B-1", "R-2026-000002", "AM04"))));
        assertThat(answer)
                .isEqualTo(new Answer(Erp.LOOK, "DE-1/B-1: EUR -10.89 returned, INSUFFICIENT_FUNDS%n%n".formatted()));
    }

    /** Both banks number their statements and their bookings from 1, and both bookings are of 10.89. */
    @Test
    void statementsAndReferencesOfTwoAccountsAreApart() throws IOException {
        assertThat(imported(statement("Stmt", "1", DEMO, paid("B-1"))).status()).isEqualTo(Erp.DONE);
        assertThat(imported(statement("Stmt", "1", SECOND, paid("B-1") + paid("B-2")))
                        .status())
                .isEqualTo(Erp.DONE);
        assertThat(erp.strings(
                        "select account || ' ' || kind || ' ' || id || ' ' || entries from bank_statement order by 1"))
                .containsExactly("DE-1 STATEMENT 1 1", "DE-2 STATEMENT 1 2");
        assertThat(erp.strings("select id || ' ' || outcome from bank_entry order by id"))
                .containsExactly("DE-1/B-1 POSTED", "DE-2/B-1 POSTED", "DE-2/B-2 POSTED");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    /** Who sells to the company, say. */
    @Test
    void moneyOfACustomerWithoutReceivablesIsForAPersonToLookAtAndStopsNoOther() throws IOException, SQLException {
        erp.execute(
                "insert into customer (id, name, account) values ('C-9', 'Neuntens GmbH', 'DE00999999990999999999')");
        Answer answer = imported(statement(
                "Stmt",
                "1",
                DEMO,
                entry(
                                "CRDT",
                                "5.00",
                                "B-1",
                                detail("CRDT", "5.00", "B-1", "thanks", "").replace("<RmtInf>", PAYER))
                        + paid("B-2")));
        assertThat(answer).isEqualTo(new Answer(Erp.LOOK, "DE-1/B-1: UNKNOWN%nPOSTED 1, UNKNOWN 1%n".formatted()));
    }

    /** With the bank's references. */
    @Test
    void aReportThatTheStatementHasAgainIsOnePaymentAndTwoDocumentsOfTheBank() throws IOException {
        imported(statement("Rpt", "1", DEMO, paid("B-1")));
        assertThat(imported(statement("Stmt", "1", DEMO, paid("B-1"))).text())
                .isEqualToIgnoringNewLines("posted before 1");
        assertThat(erp.strings("select kind || ' ' || entries from bank_statement order by 1"))
                .containsExactly("REPORT 1", "STATEMENT 1");
        assertThat(erp.strings("select kind from bank_entry")).containsExactly("REPORT");
    }

    @Test
    void aStatementOfAnAccountThatIsNotTheCompanysIsRefused() throws IOException {
        assertRefused(
                statement("Stmt", "1", "DE39999999990000000003", paid("B-1")),
                "account of statement 1, line 2 must be one of the company's, in bank_account");
    }

    @Test
    void aStatementWithoutAccountIsRefused() throws IOException {
        assertRefused(
                statement("Stmt", "1", "", paid("B-1")),
                "account of statement 1, line 2 must be one of the company's, in bank_account");
    }

    @Test
    void aStatementWithoutIdIsRefused() throws IOException {
        assertRefused(statement("Stmt", "", DEMO, paid("B-1")), "id of statement 1, line 2 must be given");
    }

    private void assertRefused(String file, String told) throws IOException {
        assertThat(imported(file)).isEqualTo(new Answer(Erp.LOOK, "file: " + told + "%n%n".formatted()));
        assertThat(erp.strings("select id from bank_statement")).isEmpty();
        assertThat(erp.strings("select id from bank_entry")).isEmpty();
    }

    /** To start it again would not help. */
    @Test
    void aFileThatIsCutOffIsForAPersonToLookAtAndWhatWasReadStands() throws IOException {
        String whole = statement("Stmt", "1", DEMO, paid("B-1") + paid("B-2"));
        Answer answer = imported(whole.substring(0, whole.lastIndexOf("<TxDtls>")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(Erp.LOOK);
        assertThat(answer.text()).startsWith("file: ").contains("POSTED 1");
        assertThat(imported(whole).text()).isEqualToIgnoringNewLines("POSTED 1, posted before 1");
    }

    private Answer imported(String camt) throws IOException {
        return erp.answer(
                "import", Files.writeString(folder.resolve("bank.xml"), camt).toString());
    }

    /** A statement, or {@code Rpt} for a report. */
    private static String statement(String what, String id, String account, String entries) {
        String kind = what.equals("Rpt") ? "052" : "053";
        String root = what.equals("Rpt") ? "BkToCstmrAcctRpt" : "BkToCstmrStmt";
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.%1$s.001.08"><%2$s>
                <%3$s><Id>%4$s</Id><Acct><Id><IBAN>%5$s</IBAN></Id></Acct>
                %6$s
                </%3$s></%2$s></Document>
                """.formatted(kind, root, what, id, account, entries);
    }

    /** Its details are joined to it. */
    private static String entry(String direction, String amount, String reference, String... details) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <ValDt><Dt>2026-02-10</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef><NtryDtls>%s</NtryDtls></Ntry>
                """.formatted(amount, direction, reference, String.join("", details));
    }

    /** One of its transactions, returned for a reason if there is one. */
    private static String detail(String direction, String amount, String reference, String words, String reason) {
        return """
                <TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf>%s</TxDtls>
                """.formatted(
                        reference,
                        amount,
                        direction,
                        words,
                        reason.isEmpty() ? "" : "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>");
    }

    /** C-00002 pays what it owes. */
    private static String paid(String reference) {
        return entry("CRDT", "10.89", reference, detail("CRDT", "10.89", reference, "R-2026-000002", ""));
    }
}
