package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        var console = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            for (String command : scenario.commands()) {
                System.out.println(erp.answer(command.split(" ")));
                if (command.startsWith("demo-bank")) {
                    plant(Path.of(command.substring(command.indexOf('/'))));
                }
            }
            System.out.println(erp.answer("check"));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(erp.strings("select customer from bank_entry where customer = 'C-00002'"))
                .isNotEmpty();
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

    /** The payer writes them, too. */
    private static void plant(Path file) throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("<Ustrd>part of", "<Ustrd>" + NAME + " " + ACCOUNT + " part of")
                        .replace("<Ustrd>transfer", "<Ustrd>" + NAME + " " + ACCOUNT + " transfer"));
    }

    @Test
    void anErrorOfTheDatabaseShowsNoValues() throws SQLException {
        ErpRun erp = new Scenario(folder, 1, 1, 1).prepared();
        erp.execute("update customer set account = '" + ACCOUNT + "'");
        var database = new Database(erp.url(), "postgres", "");
        assertThatThrownBy(() -> database.inTransaction(connection -> Sql.update(
                        connection, "insert into customer (id, name, account) values (?, ?, ?)", "C-2", NAME, ACCOUNT)))
                .hasMessageContaining("customer_account_key")
                .satisfies(e -> assertThat(found(e.toString() + e.getCause())).isFalse());
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
