package io.quittance.examples.spark;

import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Runs of a few events, by the price lists {@code calls} and {@code both}. */
final class SmallRun {
    static final Map<String, String> JSON = Map.of("calls", """
            {"schemaVersion": 1, "currency": "EUR", "zone": "Europe/Berlin", "paymentTerms": {"netDays": 30}, "charges": [
              {"id": "calls", "meter": "calls", "name": "Calls",
               "model": {"type": "graduated", "tiers": [{"upTo": "1000", "unitPrice": "0.10"}], "beyond": {"unitPrice": "0.08"}}}]}""", "both", """
            {"schemaVersion": 1, "currency": "EUR", "zone": "Europe/Berlin", "paymentTerms": {"netDays": 14}, "charges": [
              {"id": "storage", "meter": "gigabytes", "name": "Storage", "model": {"type": "perUnit", "unitPrice": "0.045"}},
              {"id": "calls", "meter": "calls", "name": "Calls",
               "model": {"type": "graduated", "tiers": [{"upTo": "1000", "unitPrice": "0.10"}], "beyond": {"unitPrice": "0.08"}}}]}""");

    static final PriceLists PRICES = PriceLists.read(JSON);
    static final ServicePeriod YEAR = ServicePeriod.of("2026-01-01", "2027-01-01");

    private final PriceLists lists;
    private final List<Row> events = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();

    SmallRun() {
        this(PRICES);
    }

    SmallRun(PriceLists lists) {
        this.lists = lists;
    }

    static PriceList prices(String name) {
        return PRICES.named(name).orElseThrow();
    }

    SmallRun contract(long customer, String prices) {
        return contract(customer, prices, YEAR);
    }

    SmallRun contract(long customer, String prices, ServicePeriod term) {
        agreements.add(new Agreement(
                "C-" + customer,
                customer,
                "Buyer " + customer,
                "DE",
                term,
                lists.named(prices).orElseThrow()));
        return this;
    }

    SmallRun used(@Nullable Long customer, @Nullable String meter, @Nullable String quantity, @Nullable String time) {
        events.add(RowFactory.create(
                customer,
                meter,
                quantity == null ? null : new BigDecimal(quantity).setScale(PriceList.QUANTITY_SCALE),
                time == null ? null : Instant.parse(time)));
        return this;
    }

    Dataset<Row> usage() {
        return Sessions.session().createDataFrame(events, Screening.USAGE);
    }

    Agreements agreements() {
        return Agreements.of(agreements, W1.OCTOBER);
    }

    RunTotals run(long firstNumber, String out) {
        return run(usage(), firstNumber, out);
    }

    /** Runs in three slices. */
    RunTotals run(Dataset<Row> usage, long firstNumber, String out) {
        return new SparkRun(Seller.documents(lists), agreements(), 3).run(usage, firstNumber, out);
    }
}
