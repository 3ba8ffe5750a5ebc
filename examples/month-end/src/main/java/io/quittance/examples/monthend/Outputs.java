package io.quittance.examples.monthend;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.json.AllocationJson;
import io.quittance.json.InvoiceJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every file that the job writes: those of the documents, then those about all of them. */
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
            new Output("kpis.json", KpiOutput::results),
            new Output("scorecard.json", KpiOutput::scorecard),
            new Output("summary.json", KpiOutput::summary),
            new Output("settlements.csv", CsvOutput::settlements),
            new Output("calls.csv", CollectionsCsv::calls),
            new Output("dunning.csv", CollectionsCsv::dunning),
            new Output("reconciliation.csv", CollectionsCsv::reconciliation),
            new Output("dispute.html", ReportCollections::dispute),
            new Output("dunning.html", ReportCollections::dunning),
            new Output("reconciliation.html", ReportCollections::reconciliation),
            new Output(KpiPages.INDEX, KpiPages::index),
            new Output(KpiPages.CHARTS, (close, out) -> KpiPages.charts(out)),
            new Output("rejected.csv", CsvOutput::rejected));

    private static final String DOCUMENTS = "documents.csv";
    private static final String REPORT = "report.html";

    private interface Writer {
        void write(Close close, OutputStream out) throws IOException;
    }

    private record Output(String file, Writer writer) {}

    private Outputs() {}

    /** Those that each run writes; the documents are named by their numbers. */
    static List<String> files() {
        var files = new ArrayList<>(
                Stream.concat(ALL.stream(), kpis()).map(Output::file).toList());
        files.add(DOCUMENTS);
        files.add(REPORT);
        return List.copyOf(files);
    }

    /** A page for each KPI. */
    private static Stream<Output> kpis() {
        return KpiPages.definitions().stream()
                .map(definition ->
                        new Output(KpiPages.path(definition), (close, out) -> KpiPages.page(close, definition, out)));
    }

    /**
     * Writes the documents, and then, on all cores, what is about all of them.
     *
     * @return what became of each document that was written
     */
    static Map<InvoiceNumber, WrittenDocument> write(Close close, DocumentChoice choice, OutputFolder folder)
            throws IOException {
        Map<InvoiceNumber, WrittenDocument> written = DocumentFiles.write(close.documents(), choice, folder);
        var outputs = new ArrayList<>(Stream.concat(ALL.stream(), kpis()).toList());
        outputs.add(new Output(DOCUMENTS, (all, out) -> DocumentIndex.write(all.documents(), written, out)));
        outputs.add(new Output(REPORT, (all, out) -> ReportPage.write(all, written, out)));
        try {
            outputs.parallelStream().forEach(output -> write(output, close, folder));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written;
    }

    private static void write(Output output, Close close, OutputFolder folder) {
        try {
            folder.write(output.file(), out -> output.writer().write(close, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
