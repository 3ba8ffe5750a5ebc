package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** From the folders of a host to the tables, as spark-submit does it. */
class BillMonthTest {
    private static final Path FOLDER = Path.of("target/month");

    private final SparkSession spark = Sessions.session();

    private static Row contract(String id, long customer, String prices) {
        return RowFactory.create(
                id,
                customer,
                "Buyer " + customer,
                "DE",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2027-01-01"),
                prices);
    }

    private RunTotals run(Row... contracts) throws IOException {
        write(contracts);
        return BillMonth.run(
                spark,
                FOLDER + "/usage",
                FOLDER + "/contracts",
                FOLDER + "/prices",
                YearMonth.parse("2026-10"),
                101,
                FOLDER + "/out");
    }

    private void write(Row... contracts) throws IOException {
        Files.createDirectories(FOLDER.resolve("prices"));
        for (var terms : SmallRun.JSON.entrySet()) {
            Files.writeString(FOLDER.resolve("prices/" + terms.getKey() + ".json"), terms.getValue());
        }
        spark.createDataFrame(List.of(contracts), ContractTable.CONTRACT)
                .write()
                .mode("overwrite")
                .parquet(FOLDER + "/contracts");
        new SmallRun()
                .used(5L, "calls", "1001", "2026-10-15T12:00:00Z")
                .used(6L, "gigabytes", "2", "2026-10-15T12:00:00Z")
                .usage()
                .write()
                .mode("overwrite")
                .parquet(FOLDER + "/usage");
    }

    @Test
    void billsTheMonthOfTheTablesOfAHost() throws IOException {
        RunTotals totals = run(contract("C-6", 6, "both"), contract("C-5", 5, "calls"));
        assertThat(totals.nextNumber()).isEqualTo(103);
        assertThat(new Written(FOLDER + "/out").rows("invoice", "number", "contract", "without_tax"))
                .containsExactly("S-2026-000000101 C-5 100.08", "S-2026-000000102 C-6 0.09");
    }

    /** With the arguments of the README. {@code spark-internal} stands for a jar, since the classes are on the class path. */
    @Test
    void sparkSubmitStartsIt() throws IOException, InterruptedException {
        write(contract("C-6", 6, "both"), contract("C-5", 5, "calls"));
        Path said = Path.of("target/submit.txt");
        Process submit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.spark.deploy.SparkSubmit",
                        "--master",
                        "local[2]",
                        "--conf",
                        "spark.driver.host=127.0.0.1",
                        "--conf",
                        "spark.driver.bindAddress=127.0.0.1",
                        "--conf",
                        "spark.ui.enabled=false",
                        "--conf",
                        "spark.local.dir=target/spark-local",
                        "--class",
                        BillMonth.class.getName(),
                        "spark-internal",
                        FOLDER + "/usage",
                        FOLDER + "/contracts",
                        FOLDER + "/prices",
                        "2026-10",
                        "101",
                        FOLDER + "/submitted")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(submit.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            submit.destroyForcibly();
        }
        assertThat(submit.exitValue()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said))
                .contains("RunTotals[read=2, billed=2, rejected={}, invoices=2, nextNumber=103");
        assertThat(new Written(FOLDER + "/submitted").rows("invoice", "number", "contract", "without_tax"))
                .containsExactly("S-2026-000000101 C-5 100.08", "S-2026-000000102 C-6 0.09");
    }

    @Test
    void refusesAContractWhosePriceListIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(contract("C-5", 5, "gold")))
                .withMessage("contract C-5 must have a price list that was read, not gold");
    }

    @Test
    void refusesToBeStartedWithLess() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillMonth.main(new String[] {"usage"}))
                .withMessage("usage contracts prices month first-number out must be given");
    }
}
