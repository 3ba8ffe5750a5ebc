package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.examples.erp.ErpRun.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name and an account are planted, and looked for wherever they do not belong. The bank's file has them, and is not stored. */
class PrivacyTest {
    private static final String NAME = "Erika Mustermann-Probe";
    private static final String ACCOUNT = "DE02120300000000202051";

    @TempDir
    Path folder;

    @Test
    void namesAndAccountsStandInTheTableOfCustomersOnlyAndAreErased() throws Exception {
        var scenario = new Scenario(folder, 4, 2, 1);
        ErpRun erp = scenario.prepared();
        erp.execute("update customer set name = '" + NAME + "', account = '" + ACCOUNT + "' where id = 'C-00002'");
        erp.execute("insert into usage_event (id, contract, meter, quantity, at)"
                + " values ('sms', 'K-00002-A', 'sms', 1000, '2026-01-05T12:00Z')");
        var console = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            for (String command : scenario.commands().subList(0, 11)) {
                System.out.println(erp.answer(command.split(" ")));
                if (command.startsWith("demo-bank")) {
                    plant(file(command));
                }
            }
            System.out.println(erp.answer("check"));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(erp.strings("select customer from bank_entry where customer = 'C-00002'"))
                .isNotEmpty();
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("USAGE_NOT_CHARGED usage[sms]");
        assertThat(found(console.toString(StandardCharsets.UTF_8))).isFalse();
        assertThat(found(erp.strings("select name from customer").toString())).isTrue();
        assertThat(tablesWithPlanted(erp)).containsExactly("customer");

        List<String> hashes = erp.strings("select hash from invoice order by 1");
        assertThat(erp.command("erase", "C-00002")).contains("erased");
        assertThat(tablesWithPlanted(erp)).isEmpty();
        assertThat(erp.strings("select hash from invoice order by 1")).isEqualTo(hashes);
        assertThat(erp.command("check")).as("it computes each hash again").contains("all laws hold");
        assertThat(erp.command("erase", "C-00002")).contains("nothing to erase");
    }

    /** The database refuses what is imported, the file ends in the middle of a name, and a contract has a name where none belongs. */
    @Test
    void whatFailsOrIsRefusedShowsNoValues() throws Exception {
        var scenario = new Scenario(folder, 4, 2, 1);
        ErpRun erp = scenario.prepared();
        erp.execute("update customer set name = '" + NAME + "', account = '" + ACCOUNT + "' where id = 'C-00002'");
        List<String> commands = scenario.commands();
        commands.subList(0, 2).forEach(command -> erp.command(command.split(" ")));
        Path file = file(commands.get(1));
        plant(file);
        erp.execute("alter table bank_entry add constraint none check (outcome <> 'POSTED') not valid");
        assertSilent(erp.answer(commands.get(2).split(" ")), Erp.FAILED, "constraint \"none\"");
        erp.execute("alter table bank_entry drop constraint none");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.indexOf(NAME) + NAME.length()));
        assertSilent(erp.answer(commands.get(2).split(" ")), Erp.LOOK, "file: ");
        erp.execute("update contract set document = jsonb_set(document::jsonb, '{buyer}', '\"" + NAME + " " + ACCOUNT
                + "\"') where id = 'K-00002-A'");
        assertSilent(erp.answer("bill", "--day", "2026-03-01"), Erp.LOOK, "K-00002-A: ");
    }

    private static void assertSilent(Answer answer, int status, String told) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(told);
        assertThat(found(answer.text())).as(answer.text()).isFalse();
    }

    /** The file that a command names last. */
    private static Path file(String command) {
        return Path.of(command.substring(command.lastIndexOf(' ') + 1));
    }

    /** The payer writes them, too. */
    private static void plant(Path file) throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("<Ustrd>part of", "<Ustrd>" + NAME + " " + ACCOUNT + " part of")
                        .replace("<Ustrd>transfer", "<Ustrd>" + NAME + " " + ACCOUNT + " transfer"));
    }

    @ParameterizedTest(name = "batch: {0}")
    @ValueSource(booleans = {false, true})
    void anErrorOfTheDatabaseShowsNoValues(boolean isBatch) throws SQLException {
        ErpRun erp = new Scenario(folder, 1, 1, 1).prepared();
        erp.execute("update customer set account = '" + ACCOUNT + "'");
        var database = new Database(erp.url(), "postgres", "");
        String sql = "insert into customer (id, name, account) values (?, ?, ?)";
        Object[] row = {"C-2", NAME, ACCOUNT};
        assertThatThrownBy(() -> database.inTransaction(connection -> {
                    if (isBatch) {
                        Sql.batch(connection, sql, List.of(new Object[] {"C-3", NAME, "none"}, row));
                    }
                    return Sql.update(connection, sql, row);
                }))
                .hasMessageContaining("customer_account_key")
                .satisfies(e -> assertThat(found(Throwables.getStackTrace(e))).isFalse());
    }

    private static List<String> tablesWithPlanted(ErpRun erp) {
        return erp.tables().entrySet().stream()
                .filter(table -> found(table.getValue().toString()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean found(String text) {
        return text.contains("Mustermann") || text.replace(" ", "").contains(ACCOUNT);
    }
}
