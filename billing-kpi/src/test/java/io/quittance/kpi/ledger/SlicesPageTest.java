package io.quittance.kpi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.billing.DisputeCount;
import io.quittance.kpi.billing.DisputedInvoices;
import io.quittance.kpi.billing.DisputedShare;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.cash.AutoMatch;
import io.quittance.kpi.cash.Receipt;
import io.quittance.kpi.collection.OriginDso;
import io.quittance.kpi.communication.Inquiry;
import io.quittance.kpi.communication.InquiryResponseTime;
import io.quittance.kpi.time.BusinessHours;
import io.quittance.kpi.trend.Dimension;
import io.quittance.kpi.trend.SlicedSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of docs/trends.md for parts by customer and collector is this code, and its numbers are right. */
class SlicesPageTest {
    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    /** Acme owes A of February and A2 of March, of which 20.00 are contested, and Bolt has paid 10.00 of B by hand. */
    private static Books books() {
        return new Books()
                .invoice("Acme", "A", "2026-02-10", "2026-03-10", "100")
                .invoice("Acme", "A2", "2026-03-10", "2026-04-10", "100")
                .disputed("Acme", "D", "A2", "2026-03-12", "20")
                .invoice("Bolt", "B", "2026-03-05", "2026-03-15", "50")
                .at("2026-03-16T09:00:00Z")
                .paid("Bolt", "P", "B", "2026-03-16", "10");
    }

    private static IssuedInvoice issued(String key, String customer, String day, String amount) {
        return IssuedInvoice.of(key, customer, 1, Books.usd(amount), Instant.parse(day + "T12:00:00Z"))
                .with(Stage.ISSUED, LocalDate.parse(day));
    }

    private static Inquiry asked(String key, int hours) {
        Instant received = Instant.parse("2026-03-09T09:00:00Z");
        return Inquiry.received(key, received, "mail").answered(received.plusSeconds(hours * 3600L));
    }

    private static String march(SlicedSeries series) {
        var words = new StringBuilder();
        series.at(MARCH)
                .forEach((key, result) ->
                        words.append(key).append(' ').append(six(result)).append("; "));
        return words + "whole " + six(series.whole().at(MARCH).orElseThrow());
    }

    private static String six(KpiResult result) {
        return result.value()
                .map(value ->
                        value.round(Rounding.halfUp(6)).stripTrailingZeros().toPlainString())
                .orElse("none");
    }

    @Test
    void theExampleIsRight() {
        var ledger = books().ledger();
        AsOf asOf = AsOf.endOf("2026-03-31");
        ZoneId zone = ZoneOffset.UTC;
        BusinessHours hours = BusinessHours.roundTheClock(zone);
        List<ServicePeriod> months = List.of(FEBRUARY, MARCH);
        EventLog<Receipt> receipts = LedgerReceipts.of(ledger, zone);
        EventLog<Inquiry> inquiries = EventLog.of(List.of(
                asked("I-1", 2).withCustomer("Acme"),
                asked("I-2", 4).withCustomer("Acme"),
                asked("I-3", 9).withCustomer("Bolt"),
                asked("I-4", 1)));
        EventLog<IssuedInvoice> invoices = EventLog.of(List.of(
                issued("A", "Acme", "2026-02-10", "100"),
                issued("A2", "Acme", "2026-03-10", "100"),
                issued("B", "Bolt", "2026-03-05", "50")));
        Map<String, String> collectors = new HashMap<>(Map.of("Acme", "jo", "Bolt", "max"));
        // docs/trends.md begins
        LedgerReadings readings = LedgerReadings.of(ledger, asOf);
        SlicedSeries unresolved = SlicedSeries.ofEvents(
                Dimension.CUSTOMER,
                DisputeCount.unresolved(zone),
                months.stream().map(month -> readings.disputes(month, zone)).toList(),
                DisputeCase::customer);
        SlicedSeries matched = SlicedSeries.ofEvents(
                Dimension.CUSTOMER,
                AutoMatch.byCount(zone),
                months.stream().map(month -> receipts.figures(month, asOf)).toList(),
                Receipt::customer);
        SlicedSeries answered = SlicedSeries.ofEvents(
                Dimension.COLLECTOR,
                InquiryResponseTime.mean(hours),
                months.stream().map(month -> inquiries.figures(month, asOf)).toList(),
                inquiry -> collectors.get(inquiry.customer()));
        SlicedSeries disputed = SlicedSeries.of(
                Dimension.CUSTOMER,
                DisputedShare.byAmount(zone),
                months.stream()
                        .map(month ->
                                new DisputedInvoices(invoices.figures(month, asOf), readings.disputes(month, zone)))
                        .toList(),
                each -> each.by(IssuedInvoice::customer));
        SlicedSeries dso = SlicedSeries.of(
                Dimension.COLLECTOR,
                OriginDso.byMonth(),
                months,
                readings,
                readings.by(customer -> collectors.get(customer.value())),
                LedgerReadings::origins);
        // docs/trends.md ends
        assertThat(march(unresolved)).isEqualTo("Acme 1; whole 1");
        assertThat(march(matched)).isEqualTo("Bolt 100; whole 100");
        // I-4 has no customer and so no collector: (2 + 4) / 2, 9, and (2 + 4 + 9 + 1) / 4
        assertThat(march(answered)).isEqualTo("jo 3; max 9; whole 4");
        // 20 of 100, nothing of 50, and 20 of 150
        assertThat(march(disputed)).isEqualTo("Acme 20; Bolt 0; whole 13.333333");
        // 100 / 100 × 28 + 100 / 100 × 31; 40 / 50 × 31; 28 + 140 / 150 × 31
        assertThat(march(dso)).isEqualTo("jo 59; max 24.8; whole 56.933333");
        assertThat(dso.part("max").flatMap(series -> series.at(FEBRUARY)).flatMap(KpiResult::value))
                .contains(Fraction.ZERO);
    }

    @Test
    void thePageHasTheExample() throws IOException {
        String source = Files.readString(BASE.resolve("src/test/java/io/quittance/kpi/ledger/SlicesPageTest.java"));
        String region = between(source, "// docs/trends.md begins\n", "// docs/trends.md ends")
                .stripIndent();
        String page = Files.readString(BASE.resolve("../docs/trends.md"));
        assertThat(between(page, "```java\n", "```")).isEqualTo(region);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
