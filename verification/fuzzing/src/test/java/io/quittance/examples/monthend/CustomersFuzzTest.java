package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The customers of the month end: of two invoices those are accepted whose customers are known; or the file is refused. */
class CustomersFuzzTest {
    private static final byte[] RECEIVABLES = """
            invoiceNumber,customerID,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate
            7,1,1/2/2013,2/1/2013,55.94,No,1/15/2013
            8,2,1/3/2013,2/2/2013,61.74,Yes,
            """.getBytes(StandardCharsets.UTF_8);

    @FuzzTest(maxDuration = "10m")
    void areReadOrRefused(byte[] bytes) throws IOException {
        Path receivables = Files.createTempFile("receivables", ".csv");
        Path customers = Files.createTempFile("customers", ".csv");
        Reading<HistoricInvoice> reading;
        try {
            Files.write(receivables, RECEIVABLES);
            Files.write(customers, bytes);
            reading = ReceivablesFile.read(
                    Source.of(receivables, ""),
                    Source.of(customers, ""),
                    Amount.of("0", "USD").getCurrency(),
                    List.of());
        } catch (UnusableInputException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
            return;
        } finally {
            Files.delete(receivables);
            Files.delete(customers);
        }
        assertThat(reading.isBalanced()).isTrue();
        assertThat(reading.rows()).isEqualTo(2);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(reading.accepted())
                .allSatisfy(accepted ->
                        assertThat(text).contains(accepted.invoice().customer().value()));
    }
}
