package io.quittance.examples.monthend;

import io.quittance.json.AllocationJson;
import io.quittance.json.InvoiceJson;
import java.io.IOException;

/** Every file that the job writes. */
final class Outputs {
    private Outputs() {}

    static void write(Close close, OutputFolder folder) throws IOException {
        folder.write("invoices.json", out -> InvoiceJson.write(close.invoices().toList(), out));
        folder.write("invoices.csv", out -> CsvOutput.invoices(close, out));
        folder.write("invoice-lines.csv", out -> CsvOutput.lines(close, out));
        folder.write(
                "allocations.json",
                out -> AllocationJson.write(close.asRemitted().receivables().allocations(), out));
        folder.write(
                "allocations-compared.json",
                out -> AllocationJson.write(close.compared().receivables().allocations(), out));
        folder.write("allocations.csv", out -> CsvOutput.allocations(close, out));
        folder.write("kpis.csv", out -> CsvOutput.kpis(close, out));
        folder.write("rejected.csv", out -> CsvOutput.rejected(close, out));
        folder.write("report.html", out -> ReportPage.write(close, out));
    }
}
