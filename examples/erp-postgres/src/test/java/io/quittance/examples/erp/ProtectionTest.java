package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.examples.erp.ErpRun.Answer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens where a protection is taken away: which other one holds, and that the check notices where none does. */
class ProtectionTest {
    private static final String[] BILL = {"bill", "--day", "2026-02-01"};
    private static final String[] ALLOCATE = {"allocate", "--day", "2026-02-11"};
    private static final String LOCK = " for no key update";

    private static ErpRun prepared;

    @TempDir
    Path folder;

    private ErpRun erp;

    @BeforeAll
    static void prepare() {
        prepared = new Scenario(Path.of(""), 4, 2, 1).prepared();
    }

    @BeforeEach
    void copy() {
        erp = Server.copyOf(prepared);
    }

    @Test
    void aTransactionThatFailsGivesItsNumberBack() {
        fail(UnaryOperator.identity());
        assertThat(erp.command(BILL)).contains("documents 5");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    @Test
    void aSequenceWouldLeaveAGapWhichTheCheckNotices() throws SQLException {
        erp.execute("create sequence drawn");
        UnaryOperator<String> sequence = sql -> sql.replace(
                "update document_number set last = last + 1 where series = ? returning last",
                "select nextval('drawn') where ? <> ''");
        fail(sequence);
        FaultPoints.rewriting(sequence, () -> erp.throughFaults().command(BILL));
        assertThat(erp.strings("select number from invoice order by 1")).startsWith("R-2026-000002");
        assertThat(erp.command("check")).contains("a number is missing").contains("R-2026: 5 documents, last 0");
    }

    /** A run whose first transaction fails after it has drawn a number. */
    private void fail(UnaryOperator<String> change) {
        FaultPoints.rewriting(
                sql -> change.apply(sql).replace("insert into ledger_entry", "insert into no_such_table"),
                () -> assertThat(erp.throughFaults().answer(BILL).status()).isEqualTo(Erp.FAILED));
        assertThat(erp.strings("select number from invoice")).isEmpty();
    }

    @Test
    void withoutTheLockOfTheContractTheKeyOfTheLinesHolds() {
        List<Answer> answers = twiceAtOnce(BILL, "update usage_event");
        assertOneFails(answers, "billed_line_pkey");
        assertThat(erp.command(BILL)).contains("documents 0");
        assertThat(erp.command("check")).contains("all laws hold");
        assertThat(erp.strings("select count(*) from invoice")).containsExactly("5");
    }

    @Test
    void withoutLockAndKeyItIsBilledTwiceWhichTheCheckNotices() throws SQLException {
        // sooner or later: where the first run posts to the account once more before the second does, the account's
        // version still holds
        for (int i = 0; i < 20 && documents() <= 5; i++) {
            erp = Server.copyOf(prepared);
            erp.execute("alter table billed_line drop constraint billed_line_pkey");
            twiceAtOnce(BILL, "update usage_event");
        }
        assertThat(documents()).isGreaterThan(5);
        assertThat(erp.command("check"))
                .contains("what the history says was billed is on the documents, but K-00001-A breaks it");
    }

    @Test
    void withoutTheLockOfTheAccountThePlacesOfItsEntriesHold() {
        List<String> commands = new Scenario(folder, 4, 2, 1).commands();
        commands.subList(0, 3).forEach(command -> erp.command(command.split(" ")));
        List<Answer> answers = twiceAtOnce(ALLOCATE, "insert into ledger_entry");
        assertOneFails(answers, "ledger_entry_pkey");
        erp.command(ALLOCATE);
        assertThat(erp.command("check")).contains("all laws hold");
    }

    @Test
    void withoutLockAndKeysMoneyIsUsedTwiceWhichTheVersionNotices() throws SQLException {
        List<String> commands = new Scenario(folder, 4, 2, 1).commands();
        commands.subList(0, 3).forEach(command -> erp.command(command.split(" ")));
        erp.execute(
                "alter table ledger_entry drop constraint ledger_entry_pkey, drop constraint ledger_entry_customer_key_key");
        List<Answer> answers = twiceAtOnce(ALLOCATE, "insert into ledger_entry");
        assertOneFails(answers, "the ledger of C-00001 was posted to meanwhile");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    @Test
    void usageThatWasBilledIsNotCorrected() throws SQLException {
        erp.command(BILL);
        Map<String, List<String>> billed = erp.tables();
        for (String change : List.of(
                "update usage_event set quantity = 0",
                "update usage_event set at = at - interval '1 month'",
                "update usage_event set contract = 'K-00002-A', meter = 'storage', id = id || '-2'",
                "delete from usage_event",
                "truncate usage_event")) {
            assertThatThrownBy(() -> erp.execute(change))
                    .as(change)
                    .hasMessageContaining("usage_event is added to, never changed");
        }
        assertThat(erp.tables()).isEqualTo(billed);
    }

    @Test
    void withoutItsTriggerUsageThatWasBilledIsCorrectedAndNobodyNotices() throws SQLException {
        erp.command(BILL);
        erp.execute("alter table usage_event disable trigger never_changed");
        assertThat(erp.execute("update usage_event set quantity = 0")).isPositive();
        assertThat(erp.command(BILL)).contains("documents 0");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    /** Two runs without locks, which have both read before either writes; then one after the other writes. */
    private List<Answer> twiceAtOnce(String[] command, String firstWrite) {
        long before = entries();
        var both = new CyclicBarrier(2);
        var met = new ThreadLocal<Boolean>();
        var answers = new ArrayList<Answer>();
        FaultPoints.rewriting(
                sql -> {
                    if (sql.startsWith(firstWrite) && met.get() == null) {
                        met.set(true);
                        await(both, before);
                    }
                    return sql.replace(LOCK, "");
                },
                () -> {
                    var one = CompletableFuture.supplyAsync(
                            () -> erp.throughFaults().answer(command));
                    answers.add(erp.throughFaults().answer(command));
                    answers.add(one.join());
                });
        return answers;
    }

    /** Whoever comes last lets the other one commit first. */
    private void await(CyclicBarrier both, long before) {
        try {
            if (both.await(1, TimeUnit.MINUTES) == 0) {
                while (entries() == before) {
                    Thread.sleep(5);
                }
            }
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private int documents() {
        return Integer.parseInt(erp.strings("select count(*) from invoice").get(0));
    }

    private long entries() {
        return Long.parseLong(erp.strings("select count(*) from ledger_entry").get(0));
    }

    private static void assertOneFails(List<Answer> answers, String reason) {
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(Erp.DONE, Erp.FAILED);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == Erp.FAILED)
                .singleElement()
                .extracting(Answer::text)
                .asString()
                .contains(reason);
    }
}
