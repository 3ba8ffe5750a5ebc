package io.quittance.kpi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.receivable.InvoicePart;
import io.quittance.kpi.receivable.OwedInvoice;
import io.quittance.kpi.receivable.ReceivableBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of docs/kpis.md for hosts with books of their own is this code, and its numbers are right. */
class ReceivablesPageTest {
    private static final Path BASE = Path.of(System.getProperty("basedir", "."));

    @Test
    void theExampleIsRight() {
        Instant recorded = Instant.parse("2026-03-20T12:00:00Z");
        LocalDate march2 = LocalDate.of(2026, 3, 2);
        LocalDate march20 = LocalDate.of(2026, 3, 20);
        LocalDate april1 = LocalDate.of(2026, 4, 1);
        Amount hundred = Amount.of("100.00", "EUR");
        Amount sixty = Amount.of("60.00", "EUR");
        ServicePeriod march = ServicePeriod.of("2026-03-01", "2026-04-01");
        // docs/kpis.md begins
        OwedInvoice owed = OwedInvoice.of("I-1", "Alpha", march2, april1, hundred, recorded);
        InvoicePart paid = InvoicePart.of(InvoicePart.Kind.PAYMENT, "P-1", "I-1", march20, sixty, recorded);
        ReceivableBook book = ReceivableBook.of("EUR", EventLog.of(List.of(owed)), EventLog.of(List.of(paid)));
        ReceivableReadings readings = ReceivableReadings.of(book, AsOf.endOf("2026-03-31"));
        KpiResult dso = DaysSalesOutstanding.simple().compute(readings.figures().of(march)); // 40 / 100 × 31 = 12.4
        // docs/kpis.md ends
        assertThat(dso.value()).contains(Fraction.of(new BigDecimal("12.4")));
    }

    @Test
    void thePageHasTheExample() throws IOException {
        String source =
                Files.readString(BASE.resolve("src/test/java/io/quittance/kpi/ledger/ReceivablesPageTest.java"));
        String region = between(source, "// docs/kpis.md begins\n", "// docs/kpis.md ends")
                .stripIndent();
        String page = Files.readString(BASE.resolve("../docs/kpis.md"));
        String section = between(page, "\n## From your own invoices and payments\n", "\n## ");
        assertThat(between(section, "```java\n", "```")).isEqualTo(region);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
