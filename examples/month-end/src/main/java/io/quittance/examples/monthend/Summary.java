package io.quittance.examples.monthend;

import io.quittance.ar.aging.AgingRow;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.kpi.scorecard.ScorecardRow;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the job says when it is done. */
final class Summary {
    private final Close close;
    private final PrintStream out;

    private Summary(Close close, PrintStream out) {
        this.close = close;
        this.out = out;
    }

    static void print(Close close, Map<InvoiceNumber, WrittenDocument> written, Path folder, PrintStream out) {
        var summary = new Summary(close, out);
        out.printf(Locale.ROOT, "Month-end close of %s%n%n", close.month());
        summary.billing();
        summary.documents(written);
        summary.receivables();
        summary.scorecard();
        summary.rows(close.usage(), "published charges");
        summary.rows(close.history(), "invoice amounts");
        out.printf(Locale.ROOT, "%nReport and files: %s%n", folder.resolve("report.html"));
    }

    private void billing() {
        BillingJob.Result billing = close.billing();
        var totals = DocumentTotals.of(billing.invoices(), close.terms().currency());
        out.printf(
                Locale.ROOT,
                "Billing      %,d invoices of %s over %s %s without tax, %s with it%n",
                billing.invoices().size(),
                billing.issueDate(),
                code(),
                Text.grouped(totals.withoutTax()),
                Text.grouped(totals.withTax()));
        out.printf(
                Locale.ROOT,
                "             %,d published charges checked, %,d wrong, on %,d invoices%n",
                billing.chargesChecked(),
                billing.chargesWrong(),
                billing.publishedInvoicesWrong());
        close.correction()
                .ifPresent(correction -> out.printf(
                        Locale.ROOT,
                        "             contract %s amended: %,d lines of correction on %s, %s %s without tax%n",
                        correction.second().contract(),
                        correction.second().lines().size(),
                        correction.second().date(),
                        code(),
                        Text.grouped(correction.second().total())));
    }

    private void documents(Map<InvoiceNumber, WrittenDocument> written) {
        List<IssuedDocument> documents = close.documents();
        long wrong = written.values().stream().filter(one -> !one.isClean()).count();
        var totals = DocumentTotals.of(
                documents.stream().map(IssuedDocument::document).toList(),
                close.terms().currency());
        out.printf(
                Locale.ROOT,
                "Documents    %,d issued and hashed, %,d of them corrections%n",
                documents.size(),
                close.corrections().size());
        out.printf(
                Locale.ROOT,
                "             together %s %s without tax + %s of tax = %s, credit notes taken off%n",
                code(),
                Text.grouped(totals.withoutTax()),
                Text.grouped(totals.tax()),
                Text.grouped(totals.withTax()));
        out.printf(
                Locale.ROOT,
                "             %,d checked and written as %,d files, %,d only listed (see --documents); %,d break a rule%n",
                written.size(),
                written.values().stream().mapToInt(one -> one.files().size()).sum(),
                documents.size() - written.size(),
                wrong);
    }

    private void receivables() {
        AgingRow aging = close.asRemitted().kpis().billed().total();
        out.printf(
                Locale.ROOT,
                "Receivables  %,d payments allocated; open on %s: %,d invoices, %s %s%n",
                close.asRemitted().receivables().allocations().size(),
                close.billing().issueDate(),
                aging.open().count(),
                code(),
                Text.grouped(aging.open().amount()));
        if (!close.leftOut().isEmpty()) {
            out.printf(Locale.ROOT, "             %s%n", close.leftOut());
        }
        out.println();
    }

    private void scorecard() {
        out.printf(Locale.ROOT, "%-38s %16s   %-36s %s%n", "Target", "value", "goal", "status");
        for (ScorecardRow row : close.scorecard()) {
            String reason = Text.noData(row);
            out.printf(
                    Locale.ROOT,
                    "%-38s %16s   %-36s %s%n",
                    row.target().name(),
                    Text.shown(row.actual()),
                    Text.goal(row),
                    row.status() + (reason.isEmpty() ? "" : " (" + reason + ")"));
        }
        out.println();
    }

    private void rows(Reading<?> reading, String what) {
        out.printf(
                Locale.ROOT,
                "%s: %,d rows = %,d accepted + %,d rejected; %s %s = %s + %s%n",
                reading.file(),
                reading.rows(),
                reading.accepted().size(),
                reading.rejected().size(),
                what,
                Text.grouped(reading.readable()),
                Text.grouped(reading.acceptedAmount()),
                Text.grouped(reading.rejectedAmount()));
    }

    private String code() {
        return close.terms().currency().getCurrencyCode();
    }
}
