package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.invoice.Invoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A million events: the same bills as in one process, and as published. */
class W1Test {
    /** Of docs/performance.md and its benchmarks, where loops by hand and other systems come to it as well. */
    private static final Map<Long, String> PUBLISHED =
            Map.of(1_000_000L, "47d6f8543181503d", 10_000_000L, "429c02b1dcf56277");

    private static final W1 EVENTS = W1.of(1_000_000);
    private static final String USAGE = "target/w1/usage";
    private static final String OUT = "target/w1/out";
    private static final PriceLists PRICES = PriceLists.read(W1.json());
    private static final Agreements AGREEMENTS = EVENTS.agreements(PRICES);
    private static final Documents DOCUMENTS = Seller.documents(PRICES);

    @SuppressWarnings("NullAway.Init") // before all tests
    private static RunTotals totals;

    @BeforeAll
    static void billOnSpark() {
        SparkSession spark = Sessions.session();
        EVENTS.table(spark, 4).write().mode("overwrite").parquet(USAGE);
        totals = new SparkRun(DOCUMENTS, AGREEMENTS, 8).run(spark.read().parquet(USAGE), 1, OUT);
    }

    /** The checksum that is published for a number of events. */
    static String published(W1 w1) {
        return PUBLISHED.getOrDefault(w1.events(), "none is published");
    }

    static String checksum(List<List<Long>> lines) {
        var checksum = new Checksum();
        for (List<Long> customer : lines) {
            checksum.customer(
                    customer, customer.stream().mapToLong(Long::longValue).sum());
        }
        return checksum.toString();
    }

    @Test
    void theLinesInParquetHaveThePublishedChecksum() {
        assertThat(checksum(new Written(OUT).lines())).isEqualTo(published(EVENTS));
    }

    @Test
    void everyInvoiceIsThatOfTheRunInOneProcess() {
        var local = new LocalRun(DOCUMENTS, AGREEMENTS);
        List<String> issued = local.issue(local.rate(List.of(EVENTS.columns())), 1)
                .map(W1Test::numberAndHash)
                .toList();
        assertThat(new Written(OUT).hashes()).hasSize(1000).isEqualTo(issued);
    }

    private static String numberAndHash(Invoice invoice) {
        return invoice.number() + " " + invoice.contentHash();
    }

    @Test
    void everyEventIsBilledOrRejected() {
        assertThat(totals.read()).isEqualTo(EVENTS.events());
        assertThat(totals.billed()).isEqualTo(EVENTS.columns().end());
        assertThat(totals.rejected()).containsOnlyKeys("EARLIER_PERIOD", "LATER_PERIOD");
        assertThat(totals.rejected().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(totals.read() - totals.billed());
        assertThat(totals.invoices()).isEqualTo(1000);
        assertThat(totals.nextNumber()).isEqualTo(1001);
    }

    @Test
    void theTaxIsThatOfEachInvoiceRoundedOnce() {
        for (var row : new Written(OUT)
                .table(SparkRun.INVOICE)
                .select("without_tax", "tax", "with_tax")
                .collectAsList()) {
            var net = row.<BigDecimal>getAs("without_tax");
            var tax = net.multiply(new BigDecimal("0.19")).setScale(2, RoundingMode.HALF_UP);
            assertThat(row.<BigDecimal>getAs("tax")).isEqualTo(tax);
            assertThat(row.<BigDecimal>getAs("with_tax")).isEqualTo(net.add(tax));
        }
    }
}
