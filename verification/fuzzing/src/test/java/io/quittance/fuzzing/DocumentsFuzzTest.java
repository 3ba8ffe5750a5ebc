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
import java.util.function.UnaryOperator;

/** Every other document: what is read is written, and what is written is read and written as the same text. */
class DocumentsFuzzTest {
    /** Reads a document of one kind and writes it again. */
    private static final List<UnaryOperator<String>> KINDS = List.of(
            text -> InvoiceJson.write(InvoiceJson.read(text)),
            text -> LedgerJson.write(LedgerJson.read(text)),
            text -> BillingHistoryJson.write(BillingHistoryJson.readPeriod(text)),
            text -> BillingHistoryJson.write(BillingHistoryJson.readMark(text)),
            text -> StepsJson.write(StepsJson.read(text)),
            text -> KpiResultsJson.write(KpiResultsJson.read(text)),
            text -> KpiSeriesJson.write(KpiSeriesJson.read(text)),
            text -> ScorecardJson.write(ScorecardJson.read(text)),
            text -> MeasurementJson.write(MeasurementJson.read(text)),
            text -> ChangeFindingJson.write(ChangeFindingJson.read(text)),
            text -> ManagementSummaryJson.write(ManagementSummaryJson.read(text)));

    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (UnaryOperator<String> kind : KINDS) {
            Refusals.read(() -> kind.apply(text))
                    .ifPresent(written -> assertThat(kind.apply(written)).isEqualTo(written));
        }
    }
}
