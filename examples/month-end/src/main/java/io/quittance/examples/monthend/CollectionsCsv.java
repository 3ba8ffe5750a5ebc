package io.quittance.examples.monthend;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.ar.dunning.HeldItem;
import io.quittance.ar.dunning.NoticeItem;
import io.quittance.ar.reconciliation.DifferenceResolution;
import io.quittance.ar.reconciliation.ReconciliationRun;
import io.quittance.ar.reconciliation.RunDifference;
import java.io.IOException;
import java.io.OutputStream;

/** What is late, as CSV: only a header where nothing is. */
final class CollectionsCsv {
    private CollectionsCsv() {}

    /** Whom to call, who owes most first. */
    static void calls(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvOutput.writer(out)) {
            csv.writeRecord(
                    "customer",
                    "currency",
                    "claimed",
                    "interest",
                    "fee",
                    "total",
                    "invoices",
                    "oldest",
                    "dueDate",
                    "daysLate",
                    "before");
            close.collections().ifPresent(late -> late.dunning().calls().forEach(notice -> call(notice, csv)));
        }
    }

    private static void call(DunningNotice notice, CsvWriter csv) {
        NoticeItem oldest = notice.items().get(0);
        csv.writeRecord(
                CsvOutput.text(notice.customer().value()),
                notice.claimed().getCurrency().getCurrencyCode(),
                Text.money(notice.claimed()),
                Text.money(notice.interest()),
                Text.money(notice.fee().amount()),
                Text.money(notice.total()),
                String.valueOf(notice.items().size()),
                CsvOutput.text(oldest.item().id().value()),
                oldest.item().dueDate().toString(),
                String.valueOf(oldest.daysPastDue()),
                CsvOutput.text(ReportDunning.before(notice)));
    }

    /** Every open item, with what the run decided: its amounts add up to what is open. A fee is of the whole notice, and has a row of its own. */
    static void dunning(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvOutput.writer(out)) {
            csv.writeRecord(
                    "date",
                    "customer",
                    "invoice",
                    "dueDate",
                    "currency",
                    "open",
                    "decision",
                    "claimed",
                    "interest",
                    "fee",
                    "reason");
            close.collections()
                    .ifPresent(late -> late.dunning().decisions().forEach(decision -> decision(decision, csv)));
        }
    }

    private static void decision(DunningDecision decision, CsvWriter csv) {
        for (DunningNotice notice : decision.notices()) {
            for (NoticeItem item : notice.items()) {
                csv.writeRecord(
                        decision.date().toString(),
                        CsvOutput.text(decision.customer().value()),
                        CsvOutput.text(item.item().id().value()),
                        item.item().dueDate().toString(),
                        item.claimed().getCurrency().getCurrencyCode(),
                        Text.money(item.item().open()),
                        notice.level().name(),
                        Text.money(item.claimed()),
                        Text.money(item.interest().amount()),
                        "",
                        CsvOutput.text(notice.explanation().text()));
            }
            if (notice.fee().amount().signum() > 0) {
                csv.writeRecord(
                        decision.date().toString(),
                        CsvOutput.text(decision.customer().value()),
                        "",
                        "",
                        notice.fee().amount().getCurrency().getCurrencyCode(),
                        "",
                        notice.level().name(),
                        "",
                        "",
                        Text.money(notice.fee().amount()),
                        CsvOutput.text(notice.fee().explanation().text()));
            }
        }
        decision.held().forEach(held -> held(decision, held, csv));
    }

    private static void held(DunningDecision decision, HeldItem held, CsvWriter csv) {
        csv.writeRecord(
                decision.date().toString(),
                CsvOutput.text(decision.customer().value()),
                CsvOutput.text(held.item().id().value()),
                held.item().dueDate().toString(),
                held.item().open().getCurrency().getCurrencyCode(),
                Text.money(held.item().open()),
                held.reason().name(),
                "",
                "",
                "",
                CsvOutput.text(held.hold().explanation().text()));
    }

    /** Every difference, the stated amount less that of the ledger, and what became of it. */
    static void reconciliation(Close close, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvOutput.writer(out)) {
            csv.writeRecord(
                    "number", "counterparty", "account", "type", "about", "currency", "amount", "reason", "became");
            close.collections().ifPresent(late -> {
                ReconciliationRun run = late.reconciliation().run();
                run.differences().forEach(one -> difference(run, one, csv));
            });
        }
    }

    private static void difference(ReconciliationRun run, RunDifference one, CsvWriter csv) {
        csv.writeRecord(
                String.valueOf(one.number()),
                one.counterparty().name(),
                CsvOutput.text(one.account()),
                one.difference().type().name(),
                CsvOutput.text(one.difference().about().orElse("")),
                one.difference().amount().getCurrency().getCurrencyCode(),
                Text.money(one.difference().amount()),
                CsvOutput.text(one.difference().explanation().text()),
                run.resolution(one.number())
                        .map(DifferenceResolution::cause)
                        .map(Enum::name)
                        .orElse(""));
    }
}
