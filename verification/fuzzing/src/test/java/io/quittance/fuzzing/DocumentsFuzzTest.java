package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.json.BillingHistoryJson;
import io.quittance.json.ChangeFindingJson;
import io.quittance.json.InvoiceJson;
import io.quittance.json.KpiResultsJson;
import io.quittance.json.KpiSeriesJson;
import io.quittance.json.LedgerJson;
import io.quittance.json.ManagementSummaryJson;
import io.quittance.json.MeasurementJson;
import io.quittance.json.ScorecardJson;
import io.quittance.json.StepsJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Every other document: what is read is written, and what is written is read and written as the same text. */
class DocumentsFuzzTest {
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(InvoiceJson::read, InvoiceJson::write),
            new Kind<>(LedgerJson::read, LedgerJson::write),
            new Kind<>(BillingHistoryJson::readPeriod, BillingHistoryJson::write),
            new Kind<>(BillingHistoryJson::readMark, BillingHistoryJson::write),
            new Kind<>(StepsJson::read, StepsJson::write),
            new Kind<>(KpiResultsJson::read, KpiResultsJson::write),
            new Kind<>(KpiSeriesJson::read, KpiSeriesJson::write),
            new Kind<>(ScorecardJson::read, ScorecardJson::write),
            new Kind<>(MeasurementJson::read, MeasurementJson::write),
            new Kind<>(ChangeFindingJson::read, ChangeFindingJson::write),
            new Kind<>(ManagementSummaryJson::read, ManagementSummaryJson::write));

    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        KINDS.forEach(kind -> kind.check(text));
    }

    /** A document of one kind; only the text from outside may be refused. */
    private record Kind<T>(Function<String, T> reader, Function<T, String> writer) {
        void check(String text) {
            Refusals.read(() -> reader.apply(text)).ifPresent(read -> {
                String written = writer.apply(read);
                T again = reader.apply(written);
                assertThat(again).isEqualTo(read);
                assertThat(writer.apply(again)).isEqualTo(written);
            });
        }
    }
}
