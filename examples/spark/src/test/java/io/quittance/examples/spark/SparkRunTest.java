package io.quittance.examples.spark;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.InvoiceJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SparkRunTest {
    private static final String OCTOBER = "2026-10-15T12:00:00Z";

    /** 600 and 401 calls: 1000 × 0.10 + 0.08 × 1 = 100.08; 12.345 × 0.045 = 0.555525; 19 % of 100.64 are 19.1216. */
    @Test
    void writesAnInvoiceThatCanBeCheckedByHand() {
        String out = "target/small/hand";
        RunTotals totals = new SmallRun()
                .contract(7, "both")
                .used(7L, "calls", "600", OCTOBER)
                .used(7L, "gigabytes", "12.345", OCTOBER)
                .used(7L, "calls", "401", OCTOBER)
                .run(41, out);
        var written = new Written(out);
        assertThat(written.rows("invoice", "number", "contract", "customer", "issue_date", "due_date", "currency"))
                .containsExactly("S-2026-000000041 C-7 7 2026-11-01 2026-11-15 EUR");
        assertThat(written.rows("invoice", "without_tax", "tax", "with_tax")).containsExactly("100.64 19.12 119.76");
        assertThat(written.rows(
                        "invoice_line", "line", "name", "quantity", "unit", "net", "tax_category", "tax_percent"))
                .containsExactly("1 Storage 12.345 C62 0.56 S 19.0000", "2 Calls 1001.000 C62 100.08 S 19.0000");
        assertThat(totals.withTax()).isEqualByComparingTo("119.76");
        assertThat(totals.nextNumber()).isEqualTo(42);
    }

    @Test
    void theDocumentIsReadBackByTheLibraryAndKeepsTheRulesOfEn16931() {
        String out = "target/small/document";
        new SmallRun().contract(7, "both").used(7L, "calls", "1001", OCTOBER).run(41, out);
        Row row = new Written(out)
                .table(SparkRun.INVOICE)
                .select("content_hash", "document")
                .first();
        Invoice invoice = InvoiceJson.read(row.getAs("document"));
        assertThat(invoice.check()).isEmpty();
        assertThat(invoice.contentHash()).isEqualTo(row.getAs("content_hash"));
        assertThat(invoice.lines().get(1).explanations()).isNotEmpty();
    }

    @Test
    void numbersHaveNoGapWhereCustomersOweNothing() {
        String out = "target/small/numbers";
        var run = new SmallRun();
        for (long customer = 1; customer <= 9; customer++) {
            run.contract(customer, "calls");
            if (customer % 3 != 0) {
                run.used(customer, "calls", "10", OCTOBER);
            }
        }
        assertThat(run.run(101, out).nextNumber()).isEqualTo(107);
        assertThat(new Written(out).rows("invoice", "number", "customer"))
                .containsExactly(
                        "S-2026-000000101 1",
                        "S-2026-000000102 2",
                        "S-2026-000000103 4",
                        "S-2026-000000104 5",
                        "S-2026-000000105 7",
                        "S-2026-000000106 8");
    }

    /** The month begins and ends at midnight in Berlin: summer time at its beginning, winter time at its end. */
    @Test
    void whatIsNotBilledIsPutAsideWithItsReason() {
        String out = "target/small/rejected";
        RunTotals totals = new SmallRun()
                .contract(1, "calls")
                .contract(2, "both")
                .contract(3, "calls", ServicePeriod.of("2026-10-10", "2027-01-01"))
                .used(1L, "calls", "1", "2026-09-30T22:00:00Z")
                .used(1L, "calls", "2", "2026-10-31T22:59:59.999Z")
                .used(1L, "calls", "3", "2026-09-30T21:59:59.999Z")
                .used(1L, "calls", "4", "2026-10-31T23:00:00Z")
                .used(1L, "gigabytes", "5", OCTOBER)
                .used(2L, "gigabytes", "6", OCTOBER)
                .used(2L, "minutes", "7", OCTOBER)
                .used(3L, "calls", "8", OCTOBER)
                .used(9L, "calls", "9", OCTOBER)
                .used(1L, "calls", "-10", OCTOBER)
                .used(null, "calls", "11", OCTOBER)
                .used(1L, null, "12", OCTOBER)
                .used(1L, "calls", null, OCTOBER)
                .used(1L, "calls", "14", null)
                .run(1, out);
        assertThat(new Written(out).rows("rejected_usage", "quittance_reason", "quantity"))
                .containsExactly(
                        "CONTRACT_IN_PART 8.000",
                        "EARLIER_PERIOD 3.000",
                        "LATER_PERIOD 4.000",
                        "NEGATIVE_QUANTITY -10.000",
                        "NO_CONTRACT 9.000",
                        "NO_CUSTOMER 11.000",
                        "NO_METER 12.000",
                        "NO_QUANTITY -",
                        "NO_TIME 14.000",
                        "UNKNOWN_METER 5.000",
                        "UNKNOWN_METER 7.000");
        assertThat(totals.read()).isEqualTo(14);
        assertThat(totals.billed()).isEqualTo(3);
        assertThat(totals.rejected()).hasSize(10).containsEntry("UNKNOWN_METER", 2L);
        assertThat(new Written(out).rows("invoice", "customer", "without_tax")).containsExactly("1 0.30", "2 0.27");
    }

    /** Whatever a host calls its own columns, they are billed, and put aside, as they were. */
    @Test
    void columnsOfUsageMayHaveAnyNameButOurs() {
        String out = "target/small/columns";
        var run = new SmallRun()
                .contract(7, "both")
                .used(7L, "calls", "1001", OCTOBER)
                .used(8L, "calls", "9", OCTOBER);
        Dataset<Row> usage = run.usage();
        List<String> more =
                List.of("id", "name", "place", "ordinal", "reason", "prices", "list", "Contract", "number", "with.dot");
        for (String name : more) {
            usage = usage.withColumn(name, lit("its " + name));
        }
        RunTotals totals = run.run(usage, 41, out);
        var written = new Written(out);
        assertThat(totals.billed()).isEqualTo(1);
        assertThat(written.rows("invoice", "customer", "without_tax")).containsExactly("7 100.08");
        assertThat(written.table(SparkRun.REJECTED_USAGE).columns())
                .containsExactly(
                        Stream.of(List.of("customer", "meter", "quantity", "time"), more, List.of("quittance_reason"))
                                .flatMap(List::stream)
                                .toArray(String[]::new));
        assertThat(written.rows("rejected_usage", "customer", "id", "reason", "`with.dot`", "quittance_reason"))
                .containsExactly("8 its id its reason its with.dot NO_CONTRACT");
    }

    @Test
    void refusesUsageWithAColumnOfOurs() {
        var run = new SmallRun().contract(1, "calls");
        Dataset<Row> usage = run.usage().withColumn("Quittance_place", lit(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.run(usage, 1, "target/small/ours"))
                .withMessage("usage must have no column that begins with quittance_, but has Quittance_place");
    }

    /** 1001 × 0.5 = 500.5, which is 501 yen; 19 % are 95.19. */
    @Test
    void aCurrencyWithoutDecimalPlacesIsRoundedByItsOwnRule() {
        String out = "target/small/yen";
        String json = requireNonNull(SmallRun.JSON.get("calls"))
                .replace("EUR", "JPY")
                .replace("0.10", "0.5")
                .replace("0.08", "0.5");
        RunTotals totals = new SmallRun(PriceLists.read(Map.of("yen", json)))
                .contract(7, "yen")
                .used(7L, "calls", "1001", OCTOBER)
                .run(1, out);
        assertThat(new Written(out).rows("invoice", "currency", "without_tax", "tax", "with_tax"))
                .containsExactly("JPY 501.00 95.00 596.00");
        assertThat(totals.withTax()).isEqualByComparingTo("596");
    }

    @Test
    void refusesUsageOfAnotherShape() {
        var run = new SmallRun().contract(1, "calls");
        var renamed = run.usage().withColumnRenamed("quantity", "amount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Screening.of(
                        renamed, Seller.documents(SmallRun.PRICES).month(), run.agreements(), SmallRun.PRICES))
                .withMessage("usage must have a column quantity of DECIMAL(18,3), but has "
                        + "struct<customer:bigint,meter:string,amount:decimal(18,3),time:timestamp>");
    }

    @Test
    void refusesToNumberWhereEventsAreMissing() {
        assertThat(catchThrowable(() -> RunTotals.of(10, List.of(4L, 3L), new TreeMap<>(Map.of("NO_TIME", 2L)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("10 events were read, but 7 billed and 2 rejected");
    }
}
