package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Usage that is stored while its contract is billed. */
class UsageMeanwhileTest {
    private static final String READ = "select id, meter, quantity, at from usage_event";
    private static final String ARRIVES =
            "insert into usage_event (id, contract, meter, quantity, at) values ('meanwhile', 'K-00002-A', 'calls', 20, '2026-01-05T12:00Z')";

    /** Calls are billed every two weeks and storage every month. 20 calls are 3.00. */
    @Test
    void anEventThatArrivesBetweenTheReadsOfTwoCyclesIsBilledByTheNextRun(@TempDir Path folder) throws SQLException {
        ErpRun erp = new Scenario(folder, 2, 4, 1).prepared();
        erp.execute("alter table usage_event disable trigger never_changed");
        erp.execute("delete from usage_event where contract = 'K-00001-A'");
        erp.execute("delete from contract where id = 'K-00001-A'");
        assertThat(
                        erp.execute(
                                "update contract set document = jsonb_set(document::jsonb, '{terms,charges,0,billed}',"
                                        + " '{\"interval\": \"P14D\"}') #- '{terms,charges,0,freeUnits}' where document like '%freeUnits%'"))
                .isEqualTo(1);

        var reads = new AtomicInteger();
        FaultPoints.rewriting(
                sql -> {
                    if (sql.startsWith(READ) && reads.incrementAndGet() == 2) {
                        store(erp);
                    }
                    return sql;
                },
                () -> erp.throughFaults().command("bill", "--day", "2026-02-01"));
        assertThat(reads.get()).isGreaterThan(2);
        assertThat(erp.strings("select billed_on from usage_event where id = 'meanwhile'"))
                .containsExactly("null");

        assertThat(erp.command("bill", "--day", "2026-02-02")).contains("documents 1");
        assertThat(erp.strings("select sum(amount) from billed_line where billed_on = '2026-02-02'"))
                .containsExactly("3.00");
        assertThat(erp.strings("select billed_on from usage_event where id = 'meanwhile'"))
                .containsExactly("2026-02-02");
        assertThat(erp.command("check")).contains("all laws hold");
    }

    /** Another connection, which commits at once. */
    private static void store(ErpRun erp) {
        try {
            erp.execute(ARRIVES);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
