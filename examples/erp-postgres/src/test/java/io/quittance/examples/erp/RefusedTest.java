package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.examples.erp.ErpRun.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules refuse is for a person to look at: it leaves nothing in the tables, and stops nothing else. */
class RefusedTest {
    private static final String[] BILL = {"bill", "--day", "2026-02-01"};

    @TempDir
    Path folder;

    private ErpRun erp;

    @BeforeEach
    void prepare() {
        erp = new Scenario(folder, 2, 2, 1).prepared();
    }

    /** The account is in EUR. It is billed before the other contract of the customer. */
    @Test
    void aContractInAForeignCurrencyStopsNoOtherOfItsCustomerAndTakesNoNumber() throws SQLException {
        erp.execute(
                "insert into contract (id, customer, document) select 'K-00001-0', customer,"
                        + " replace(replace(document, 'K-00001-A', 'K-00001-0'), 'EUR', 'USD') from contract where id = 'K-00001-A'");
        Answer answer = erp.answer(BILL);
        assertThat(answer.status()).isEqualTo(Erp.LOOK);
        assertThat(answer.text().lines())
                .containsExactly(
                        "K-00001-0: receivable.amount must be in EUR, but was USD", "contracts 2, documents 2");
        assertThat(erp.strings("select number || ' ' || contract || ' ' || due from invoice order by 1"))
                .containsExactly("R-2026-000001 K-00001-A 242.40", "R-2026-000002 K-00002-A 10.89");
        for (String table :
                List.of("billed_period", "billed_line", "usage_event where billed_on is not null and true")) {
            assertThat(erp.strings("select contract from " + table)).as(table).doesNotContain("K-00001-0");
        }
        assertThat(erp.strings("select mark from contract where id = 'K-00001-0'"))
                .containsExactly("null");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    @Test
    void anErrorOfTheProgramStopsARun() {
        var workers = new Workers(new Database(erp.url(), "postgres", ""), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        workers.run("select customer from account where customer > ?", (session, customer, tally) -> {
                            throw new IllegalArgumentException("a slip");
                        }))
                .withMessage("a slip");
    }

    /** Somebody took the row of the bank's reference away. The ledger still has the money. */
    @Test
    void moneyThatTheLedgerRefusesStopsNoOtherOfItsFile() throws IOException, SQLException {
        importChanged("", "");
        erp.execute("delete from bank_entry where id = 'DE-1/B-2026-02-10-000001'");
        Answer answer = importChanged("", "");
        assertThat(answer.status()).isEqualTo(Erp.LOOK);
        assertThat(answer.text().lines())
                .containsExactly(
                        "DE-1/B-2026-02-10-000001: key must not name a different entry, but was received DE-1/B-2026-02-10-000001",
                        "posted before 1");
        assertThat(erp.strings("select id from bank_entry")).containsExactly("DE-1/B-2026-02-10-000002");
    }

    @Test
    void aReferenceOfTheBankThatWasThatOfOtherMoneyIsRefused() throws IOException {
        importChanged("", "");
        Answer answer = importChanged("242.40", "243.40");
        assertThat(answer.status()).isEqualTo(Erp.LOOK);
        assertThat(answer.text())
                .contains(
                        "DE-1/B-2026-02-10-000001: reference must not be that of other money before, but was DE-1/B-2026-02-10-000001")
                .contains("posted before 1");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    /** The bank's file, with something else in it. */
    private Answer importChanged(String what, String to) throws IOException {
        Path file = folder.resolve("february.xml");
        if (Files.notExists(file)) {
            erp.command(BILL);
            erp.command("demo-bank", "--day", "2026-02-10", file.toString());
        }
        Files.writeString(file, Files.readString(file).replace(what, to));
        return erp.answer("import", file.toString());
    }
}
