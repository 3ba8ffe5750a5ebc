package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.erp.ErpRun.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ExitCode;

/** What cannot be used is told, with the argument, the rule and the value. */
class CommandLineTest {
    /** No command gets as far as that. */
    private static final ErpRun NONE = new ErpRun("", "jdbc:postgresql://localhost:1/none");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bill --day 2026-02-01 --workers 0, '--workers must be at least 1, but was 0'",
        "allocate --day 2026-02-01 --workers -1, '--workers must be at least 1, but was -1'",
        "statements --month 2026-02 --workers 0, '--workers must be at least 1, but was 0'",
        "demo --customers 0, '--customers must be at least 1, but was 0'",
        "demo --events 0, '--events must be at least 1, but was 0'",
        "import no-such-file.xml, 'FILE must be a file that can be read, but was no-such-file.xml'",
        "import src, 'FILE must be a file that can be read, but was src'",
        "demo-bank --day 2026-02-10 no/such/f.xml, 'FILE must be a file in a folder that can be written to, but was no/such/f.xml'",
        "demo-bank --day 2026-02-10 pom.xml/f.xml, 'FILE must be a file in a folder that can be written to, but was pom.xml/f.xml'",
        "demo-bank --day 2026-02-10 src, 'FILE must be a file in a folder that can be written to, but was src'",
        "statements --month 2099-12 --now 2026-03-01T00:00:00Z, '--month must be over at 2026-03-01T00:00:00Z (--now), but was 2099-12'",
        "bill --day 2026-02-01 --now +999999999-01-01T00:00:00Z, 'Invalid value for option ''--now'': must be from 1900-01-01T00:00:00Z to 2999-12-31T00:00:00Z, but was +999999999-01-01T00:00:00Z'",
        "allocate --day +999999999-01-01, 'Invalid value for option ''--day'': must be from 1900-01-01 to 2999-12-31, but was +999999999-01-01'",
        "demo --month 0202-01, 'Invalid value for option ''--month'': must be from 1900-01 to 2999-12, but was 0202-01'"
    })
    void anArgumentThatCannotBeUsedIsNamed(String command, String told) {
        Answer answer = NONE.answer(command.split(" "));
        assertThat(answer.status()).as(answer.text()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.text()).startsWith(told);
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource({"'', must have 1 to 200 characters", "' ', must not begin or end with white space"})
    void aCustomerWhoCannotBeThereIsNamed(String customer, String told) {
        Answer answer = NONE.answer("erase", customer);
        assertThat(answer.status()).as(answer.text()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.text())
                .startsWith("Invalid value for positional parameter at index 0 (CUSTOMER): customer " + told);
    }

    /** Of the last of them the driver would log what it takes for a port: the password. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "jdbc:postgres://h/erp?user=me&password=Xyzzy",
                "jdbc:postgresql://h/erp?user=me&password=Xyzzy%",
                "jdbc:postgresql://me:Xyzzy@h/erp"
            })
    void aUrlThatCannotBeUsedIsNotShown(String url) {
        var logged = new ArrayList<String>();
        var handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                logged.add(entry.getMessage() + List.of(entry.getParameters()));
            }
        };
        Logger driver = Logger.getLogger("org.postgresql");
        driver.addHandler(handler);
        for (String command : List.of("migrate", "check", "bill --day 2026-02-01")) {
            Answer answer = new ErpRun("", url).answer(command.split(" "));
            assertThat(answer.status()).as(answer.text()).isEqualTo(ExitCode.USAGE);
            assertThat(answer.text())
                    .startsWith("--jdbc-url must be that of a PostgreSQL")
                    .doesNotContain("Xyzzy");
        }
        driver.removeHandler(handler);
        assertThat(logged).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"migrate", "check"})
    void aPasswordInAUrlIsNotShownWhereNobodyAnswers(String command) {
        Answer answer = new ErpRun("", "jdbc:postgresql://localhost:1/erp?user=me&password=Xyzzy").answer(command);
        assertThat(answer.status()).isEqualTo(Erp.FAILED);
        assertThat(answer.text()).startsWith("failed: ").doesNotContain("Xyzzy");
    }

    @Test
    void aCustomerWhoIsNotThereIsForAPersonToLookAt() {
        ErpRun erp = new Scenario(Path.of(""), 1, 1, 1).prepared();
        assertThat(erp.answer("erase", "C-99999"))
                .isEqualTo(new Answer(Erp.LOOK, "no customer C-99999" + System.lineSeparator()));
        assertThat(erp.answer("erase", "C-00001")).isEqualTo(new Answer(Erp.DONE, "erased" + System.lineSeparator()));
        assertThat(erp.answer("erase", "C-00001"))
                .isEqualTo(new Answer(Erp.DONE, "nothing to erase" + System.lineSeparator()));
    }
}
