package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
        return BillMonth.run(
                spark,
                FOLDER + "/usage",
                FOLDER + "/contracts",
                FOLDER + "/prices",
                YearMonth.parse("2026-10"),
                101,
                FOLDER + "/out");
    }

    @Test
    void billsTheMonthOfTheTablesOfAHost() throws IOException {
        RunTotals totals = run(contract("C-6", 6, "both"), contract("C-5", 5, "calls"));
        assertThat(totals.nextNumber()).isEqualTo(103);
        assertThat(new Written(FOLDER + "/out").rows("invoice", "number", "contract", "without_tax"))
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
