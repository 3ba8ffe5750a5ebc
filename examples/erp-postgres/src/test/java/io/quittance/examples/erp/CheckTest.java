package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.erp.ErpRun.Answer;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each law is broken once, by hand. */
class CheckTest {
    @TempDir
    static Path folder;

    private static ErpRun done;

    @BeforeAll
    static void run() {
        var scenario = new Scenario(folder, 4, 2, 1);
        done = scenario.done(scenario.prepared());
    }

    @Test
    void allLawsHoldAfterTheCommands() {
        assertThat(done.answer("check")).isEqualTo(new Answer(Erp.DONE, "all laws hold" + System.lineSeparator()));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "update document_number set last = last + 1 where series = 'R-2026' | R-2026: 9 documents, last 10",
                "update invoice set document = replace(document, 'K-00001-A', 'K-00001-B') where number = 'R-2026-000001' | R-2026-000001: hash must be",
                "delete from ledger_entry where customer = 'C-00002' and position = 3 | C-00002: version",
                "update open_item set open = open - 0.01 where customer = 'C-00003' | C-00003: the ledger has {R-2026-000009=EUR 121.95}, the table {R-2026-000009=EUR 121.94}",
                "update on_account set rest = rest + 1 where id = 'DE-1/B-2026-02-10-000002' | C-00002: the ledger has",
                "delete from billed_line where contract = 'K-00001-A' | the lines that were billed are those of the documents, but K-00001-A breaks it",
                "delete from billed_period where contract = 'K-00001-A' | what the history says was billed is on the documents, but K-00001-A breaks it",
                "update bank_entry set outcome = 'UNKNOWN', customer = null where id = 'DE-1/B-2026-02-10-000002' | money of the bank that was posted is on account, in the same amount, but DE-1/B-2026-02-10-000002 breaks it",
                "update bank_entry set amount = amount + 1 where id = 'DE-1/B-2026-02-10-000002' | what was owed is what is open and what was paid, but C-00002 breaks it",
                "delete from ledger_entry where key = 'issued R-2026-000001' | an issued document that is due is posted once, but R-2026-000001 breaks it",
                "delete from ledger_entry where key = 'issued R-2026-000001' | C-00001: allocation.lines[0].item must be in the customer's ledger, but was R-2026-000001",
                "update customer_statement set closing = closing + 1 where customer = 'C-00004' and month = '2026-02' | a statement adds up, but C-00004 2026-02 breaks it",
                "update customer_statement set opening = opening + 1, closing = closing + 1 where customer = 'C-00004' and month = '2026-02' | a statement opens with what the one before closed with, the first with nothing, but C-00004 2026-02 breaks it",
                "update customer_statement set closing = closing + 1 where customer = 'C-00004' and month = '2026-03' | C-00004: the statement of 2026-03 says 0.88 are owed, the ledger -0.12",
                "update customer_statement set to_pay = to_pay + 1 where customer = 'C-00002' and month = '2026-02' | C-00002: the statement of 2026-02 says 6.44 are to pay, the ledger 5.44",
                "update customer_statement set opening = opening + 1, closing = closing + 1 where customer = 'C-00004' and month = '2026-03' | a statement opens with what the one before closed with, the first with nothing, but C-00004 2026-03 breaks it"
            })
    void aLawThatIsBrokenIsNamed(String change, String told) throws SQLException {
        ErpRun erp = Server.copyOf(done);
        erp.execute(
                "do $$ declare t text; begin for t in select table_name from information_schema.tables where table_schema = 'public'"
                        + " loop execute 'alter table ' || t || ' disable trigger all'; end loop; end $$");
        assertThat(erp.execute(change)).isPositive();
        Answer answer = erp.answer("check");
        assertThat(answer.status()).isEqualTo(Erp.LOOK);
        assertThat(answer.text()).contains(told);
        Server.drop(erp);
    }
}
