package io.quittance.examples.monthend;

import io.quittance.json.AllocationJson;
import io.quittance.json.InvoiceJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Every file that the job writes. */
final class Outputs {
    private static final List<Output> ALL = List.of(
            new Output(
                    "invoices.json",
                    (close, out) -> InvoiceJson.write(close.invoices().toList(), out)),
            new Output("invoices.csv", CsvOutput::invoices),
            new Output("invoice-lines.csv", CsvOutput::lines),
            new Output("corrections.csv", CsvOutput::corrections),
            new Output(
                    "allocations.json",
                    (close, out) -> AllocationJson.write(
                            close.asRemitted().receivables().allocations(), out)),
            new Output(
                    "allocations-compared.json",
                    (close, out) ->
                            AllocationJson.write(close.compared().receivables().allocations(), out)),
            new Output("allocations.csv", CsvOutput::allocations),
            new Output("kpis.csv", CsvOutput::kpis),
            new Output("rejected.csv", CsvOutput::rejected),
            new Output("report.html", ReportPage::write));

    private interface Writer {
        void write(Close close, OutputStream out) throws IOException;
    }

    private record Output(String file, Writer writer) {}

    private Outputs() {}

    static List<String> files() {
        return ALL.stream().map(Output::file).toList();
    }

    static void write(Close close, OutputFolder folder) throws IOException {
        for (Output output : ALL) {
            folder.write(output.file(), out -> output.writer().write(close, out));
        }
    }
}
