package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quittance.examples.erp.ErpRun.Answer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of four customers. Amounts were computed by hand from the terms in {@code demo} and the usage. */
class BillAndSettleTest {
    private static final String DUE =
            "select number || ' ' || contract || ' ' || due from invoice order by series, position";
    private static final String OPEN = "select document || ' ' || open from open_item order by document";

    private static ErpRun prepared;

    @TempDir
    Path folder;

    private Scenario scenario;
    private ErpRun erp;

    @BeforeAll
    static void prepare() {
        prepared = new Scenario(Path.of(""), 4, 2, 1).prepared();
    }

    @BeforeEach
    void copy() {
        scenario = new Scenario(folder, 4, 2, 1);
        erp = Server.copyOf(prepared);
    }

    /**
     * C-00001, business: 22 + 35 calls at 0.10 are 5.70, and 99.00 for January and for February: 203.70 and 38.70 of tax. C-00002, metered:
     * 29 + 42 calls less 10 at 0.15 are 9.15 and 1.74. C-00003, starter: 85 at 0.12 and twice 19.00 are 48.20 and 9.16; business: 85 at 0.10
     * and twice 99.00 are 206.50 and 39.24. C-00004, business until January: 49 at 0.10 and 99.00 are 103.90 and 19.74.
     */
    @Test
    void billsWhatIsDue() {
        run(1);
        assertThat(erp.strings(DUE))
                .containsExactly(
                        "R-2026-000001 K-00001-A 242.40",
                        "R-2026-000002 K-00002-A 10.89",
                        "R-2026-000003 K-00003-A 57.36",
                        "R-2026-000004 K-00003-B 245.74",
                        "R-2026-000005 K-00004-A 123.64");
    }

    /** Paid in full, half, 10.00 too much, by its amount, and by nobody who is known. */
    @Test
    void settlesWhatIsPaid() {
        run(2);
        assertThat(erp.answer(scenario.commands().get(2).split(" ")))
                .as("a stranger is for a person to look at")
                .isEqualTo(new Answer(Erp.LOOK, "DE-1/B-2026-02-10-000005: UNSURE%nPOSTED 4, UNSURE 1%n".formatted()));
        erp.command(scenario.commands().get(3).split(" "));
        assertThat(erp.strings(OPEN)).containsExactly("R-2026-000002 5.44", "R-2026-000005 123.64");
        assertThat(erp.strings("select id || ' ' || rest from on_account where rest > 0"))
                .containsExactly("DE-1/B-2026-02-10-000004 10.00");
    }

    /**
     * C-00003 is told of 10.00 that are left over. In March its second contract is billed 87 calls of February, 8.70, 99.00, and 3.18 for 36
     * calls of January that came late (21 of them at 0.08): 131.95 with tax, which a stranger pays; its first contract is billed, and paid.
     * C-00004 pays 123.64 beside its credit note of 0.12.
     */
    @Test
    void tellsEachCustomerWhatItOwes() {
        run(11);
        assertThat(erp.strings(
                        "select month || ' ' || customer || ' ' || opening || ' ' || closing from customer_statement"
                                + " where customer in ('C-00003', 'C-00004') order by 1"))
                .containsExactly(
                        "2026-02 C-00003 0 -10.00",
                        "2026-02 C-00004 0 123.64",
                        "2026-03 C-00003 -10.00 121.95",
                        "2026-03 C-00004 123.64 -0.12");
    }

    /**
     * 22 calls of C-00001 in January are reported in February: 2.20 more, beside 59 calls of February, 5.90, and 99.00 for March. One call of
     * C-00004 is taken back, for which it gets a credit note of 0.10 and 0.02.
     */
    @Test
    void usageThatComesLateIsBilledOrGivenBackByTheNextRun() {
        run(7);
        assertThat(erp.strings(DUE)).contains("R-2026-000006 K-00001-A 127.45", "G-2026-000001 K-00004-A 0.12");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    @Test
    void commandsThatAreRepeatedChangeNothing() {
        for (String command : scenario.commands()) {
            erp.command(command.split(" "));
            Map<String, List<String>> once = erp.tables();
            if (!command.startsWith("demo-bank")) {
                erp.command(command.split(" "));
            }
            assertThat(erp.tables()).as(command).isEqualTo(once);
        }
    }

    @Test
    void aContractThatCannotBeReadStopsNoOtherAndTakesNoNumber() throws SQLException {
        erp.execute(
                "update contract set document = replace(document, '\"signedAt\"', '\"signedOn\"') where id = 'K-00002-A'");
        Answer answer = erp.answer("bill", "--day", "2026-02-01");
        assertThat(answer.status()).isEqualTo(Erp.LOOK);
        assertThat(answer.text())
                .contains("K-00002-A: document must be valid, but was refused in 2 places: signedAt must be given;")
                .contains("contracts 4, documents 4");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    @Test
    void moneyThatNobodyWasFoundForIsTriedAgain() throws SQLException {
        run(3);
        erp.execute("update bank_entry set outcome = 'UNKNOWN' where id = 'DE-1/B-2026-02-10-000005'");
        assertThat(erp.command("import", folder.resolve("february.xml").toString()))
                .contains("UNSURE 1, posted before 4");
    }

    @Test
    void whatWasIssuedOrPostedIsNeverChanged() {
        run(1);
        for (String table : List.of("invoice", "ledger_entry", "billed_line", "customer_statement", "statement_line")) {
            for (String change : List.of("delete from %s", "truncate %s cascade", "update %1$s set %2$s = %2$s")) {
                String sql = change.formatted(table, table.equals("billed_line") ? "contract" : "customer");
                assertThat(catchThrowable(() -> erp.execute(sql)))
                        .as(sql)
                        .hasMessageContaining(table + " is added to, never changed");
            }
        }
    }

    @Test
    void aCommandWithoutDatabaseFails() {
        Answer answer = new ErpRun("", "jdbc:postgresql://localhost:1/none").answer("bill", "--day", "2026-02-01");
        assertThat(answer.status()).isEqualTo(Erp.FAILED);
        assertThat(answer.text()).startsWith("failed: Connection to localhost:1 refused");
    }

    /** The first commands, as many as that; what the last of them says. */
    private String run(int commands) {
        String said = "";
        for (String command : scenario.commands().subList(0, commands)) {
            said = erp.command(command.split(" ")).strip();
        }
        return said;
    }
}
