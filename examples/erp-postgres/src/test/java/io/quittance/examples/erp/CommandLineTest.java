package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.examples.erp.ErpRun.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "import no-such-file.xml, 'FILE must be a file that can be read, but was no-such-file.xml'"
    })
    void anArgumentThatCannotBeUsedIsNamed(String command, String told) {
        Answer answer = NONE.answer(command.split(" "));
        assertThat(answer.status()).as(answer.text()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.text()).startsWith(told);
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
