package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.ContractHistory;
import io.quittance.examples.erp.ErpRun.Answer;
import io.quittance.json.ContractJson;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ExitCode;

/** Commands whose {@code --now} is not in the order in which they get the lock of an account, as it is where they run at once. */
class WrongOrderTest {
    private static final int CUSTOMERS = 24;

    @TempDir
    Path folder;

    private ErpRun erp;

    @BeforeEach
    void prepare() {
        erp = new Scenario(folder, CUSTOMERS, 2, 1).prepared();
    }

    @Test
    void whatComesLaterIsRecordedNoEarlier() {
        february("2026-02-11T06:00:00Z");
        assertThat(erp.command("import", "--now", "2026-02-11T05:00:00Z", file()))
                .contains("POSTED");
        assertThat(recorded("received")).containsExactly("2026-02-11T06:00:00Z");
        erp.command("import", "--now", "2026-02-11T07:00:00Z", file());
        assertThat(erp.command("allocate", "--day", "2026-02-11", "--now", "2026-02-11T07:00:00Z"))
                .doesNotContain("settlements 0");
        assertThat(recorded("settled")).containsExactly("2026-02-11T07:00:00Z");
        assertAllLawsHold();
    }

    /** C-00001 pays its 242.40, and C-00002 one cent more than half of its 10.89. */
    @ParameterizedTest(name = "imported at {0}")
    @ValueSource(strings = {"2026-04-01T04:00:00Z", "2026-04-01T05:00:00Z"})
    void whatIsRecordedAfterAStatementIsOnTheNextOne(String now) {
        february("2026-02-01T06:00:00Z");
        erp.command("statements", "--month", "2026-02", "--now", "2026-04-01T05:00:00Z");
        erp.command("import", "--now", now, file());
        erp.command("statements", "--month", "2026-03", "--now", now);
        assertAllLawsHold();
        assertThat(recorded("received")).containsExactly("2026-04-01T05:00:00.000001Z");
        assertThat(statements())
                .containsExactly(
                        "C-00001 2026-02: 0 to 242.40",
                        "C-00001 2026-03: 242.40 to 0.00",
                        "C-00002 2026-02: 0 to 10.89",
                        "C-00002 2026-03: 10.89 to 5.44");
    }

    @Test
    void aStatementKnowsWhatIsRecorded() {
        february("2026-03-01T06:00:00Z");
        erp.command("statements", "--month", "2026-02", "--now", "2026-03-01T05:00:00Z");
        assertThat(statements()).containsExactly("C-00001 2026-02: 0 to 242.40", "C-00002 2026-02: 0 to 10.89");
        assertAllLawsHold();
    }

    @Test
    void theStatementOfALaterMonthHasThatOfAnEarlierOne() {
        february("2026-02-01T06:00:00Z");
        erp.command("statements", "--month", "2026-03", "--now", "2026-04-01T05:00:00Z");
        Answer answer = erp.answer("statements", "--month", "2026-02", "--now", "2026-03-01T05:00:00Z");
        assertThat(answer.status()).isEqualTo(Erp.LOOK);
        assertThat(answer.text())
                .startsWith("C-00001: what was to be told of 2026-02 is on the statement of a later month")
                .endsWith("too late " + CUSTOMERS + System.lineSeparator());
        assertThat(erp.answer("statements", "--month", "2026-01", "--now", "2026-03-01T05:00:00Z"))
                .as("nothing was to be told")
                .isEqualTo(new Answer(Erp.DONE, "none to send " + CUSTOMERS + System.lineSeparator()));
        assertThat(statements()).containsExactly("C-00001 2026-03: 0 to 242.40", "C-00002 2026-03: 0 to 10.89");
        assertAllLawsHold();
    }

    /** In Berlin February ends an hour before it does in UTC. */
    @Test
    void aMonthThatIsNotOverHasNoStatement() {
        february("2026-02-01T06:00:00Z");
        for (String[] slip : new String[][] {
            {"2026-02", "2026-02-28T22:59:59Z"},
            {"2026-03", "2026-03-01T00:00:00Z"},
            {"2099-12", "2026-03-01T00:00:00Z"}
        }) {
            Answer answer = erp.answer("statements", "--month", slip[0], "--now", slip[1]);
            assertThat(answer.status()).isEqualTo(ExitCode.USAGE);
            assertThat(answer.text()).startsWith("--month must be over at " + slip[1] + " (--now), but was " + slip[0]);
        }
        assertThat(statements()).isEmpty();
        assertThat(erp.answer("statements", "--month", "2026-02", "--now", "2026-02-28T23:00:00Z"))
                .isEqualTo(new Answer(Erp.DONE, "statements " + CUSTOMERS + System.lineSeparator()));
    }

    /** From March on 19.00 a month in the place of 99.00. */
    @Test
    void aBillRunKnowsTheAmendmentsThatTheOneBeforeKnew() throws SQLException {
        february("2026-02-01T06:00:00Z");
        store(amended());
        erp.command("bill", "--day", "2026-03-01", "--now", "2026-03-01T06:00:00Z");
        assertThat(erp.answer("bill", "--day", "2026-04-01", "--now", "2026-02-19T06:00:00Z"))
                .extracting(Answer::status)
                .isEqualTo(Erp.DONE);
        for (String day : List.of("2026-03-01", "2026-04-01")) {
            assertThat(erp.strings("select amount from billed_line where contract = 'K-00001-A' and billed_on = '" + day
                            + "'"))
                    .as(day)
                    .contains("19.00")
                    .doesNotContain("99.00");
        }
    }

    @Test
    void anAmendmentThatWasBilledAndIsGoneIsForAPersonToLookAt() throws SQLException {
        february("2026-02-01T06:00:00Z");
        ContractHistory signed = signed("K-00001-A");
        store(amended());
        erp.command("bill", "--day", "2026-03-01", "--now", "2026-03-01T06:00:00Z");
        store(signed);
        assertThat(erp.answer("bill", "--day", "2026-04-01", "--now", "2026-04-01T06:00:00Z"))
                .isEqualTo(new Answer(
                        Erp.LOOK,
                        "K-00001-A: before must know at most the 0 amendments of the contract, but was 1"
                                + System.lineSeparator() + "contracts 31, documents 23" + System.lineSeparator()));
    }

    /** From March on on the terms of another. */
    private ContractHistory amended() {
        return signed("K-00001-A")
                .amended(Amendment.terms(
                        "smaller",
                        LocalDate.parse("2026-03-01"),
                        Instant.parse("2026-02-20T10:00:00Z"),
                        signed("K-00003-A").signed().terms()));
    }

    private ContractHistory signed(String contract) {
        return ContractJson.standard()
                .readHistory(erp.strings("select document from contract where id = '" + contract + "'")
                        .get(0));
    }

    private void store(ContractHistory contract) throws SQLException {
        try (var connection = erp.connect()) {
            Sql.update(
                    connection,
                    "update contract set document = ? where id = ?",
                    ContractJson.standard().write(contract),
                    contract.signed().id().value());
        }
    }

    @Test
    void differentCommandsAtOnceAllSucceed() throws Exception {
        february("2026-02-01T06:00:00Z");
        ErpRun billed = erp;
        List<String> commands = List.of(
                "bill --day 2026-03-01 --now 2026-05-01T09:00:00Z --workers 2",
                "import --now 2026-05-01T07:00:00Z " + file(),
                "allocate --day 2026-02-11 --now 2026-05-01T05:00:00Z --workers 2",
                "statements --month 2026-02 --now 2026-05-01T08:00:00Z",
                "statements --month 2026-03 --now 2026-05-01T06:00:00Z");
        for (int round = 0; round < 3; round++) {
            erp = Server.copyOf(billed);
            atOnce(commands);
            assertThat(recorded("issued R-2026-0")).as("both bill runs").hasSizeGreaterThan(1);
            assertThat(erp.strings("select count(*) from ledger_entry where key like 'received%'"))
                    .isNotEqualTo(List.of("0"));
            assertAllLawsHold();
            erp.command("statements", "--month", "2026-04", "--now", "2026-05-01T04:00:00Z");
            assertAllLawsHold();
            Server.drop(erp);
        }
    }

    private void atOnce(List<String> commands) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(commands.size());
        var running = new ArrayList<Future<Answer>>();
        commands.forEach(command -> running.add(pool.submit(() -> erp.answer(command.split(" ")))));
        for (int i = 0; i < commands.size(); i++) {
            Answer answer = running.get(i).get();
            assertThat(answer.status())
                    .as(commands.get(i) + ": " + answer.text())
                    .isIn(statuses(commands.get(i)));
        }
        pool.shutdown();
    }

    /** Some pay as strangers, and where the statement of March comes first that of February comes too late. */
    private static List<Integer> statuses(String command) {
        return command.startsWith("import")
                ? List.of(Erp.LOOK)
                : command.contains("2026-02 ") ? List.of(Erp.DONE, Erp.LOOK) : List.of(Erp.DONE);
    }

    /** Bills January, and writes what the customers pay in February. */
    private void february(String now) {
        Stream.of("bill --day 2026-02-01 --now " + now, "demo-bank --day 2026-02-10 " + file())
                .forEach(command -> erp.command(command.split(" ")));
    }

    private String file() {
        return folder.resolve("february.xml").toString();
    }

    /** When entries of the ledger were recorded whose key begins so. */
    private List<String> recorded(String key) {
        return erp.strings("select distinct document::jsonb ->> 'recordedAt' from ledger_entry where key like '" + key
                + "%' order by 1");
    }

    private List<String> statements() {
        return erp.strings(
                "select customer || ' ' || month || ': ' || opening || ' to ' || closing from customer_statement"
                        + " where customer in ('C-00001', 'C-00002') order by 1");
    }

    private void assertAllLawsHold() {
        assertThat(erp.command("check")).isEqualToIgnoringNewLines("all laws hold");
    }
}
