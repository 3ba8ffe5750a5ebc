package io.quittance.examples.monthend;

import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.journal.JournalLine;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.Map;

/** What the report says of the payments that were settled after the close, and of their journal. */
final class ReportSettlements {
    private ReportSettlements() {}

    /** Empty where nothing could be settled, and there is nothing to show. */
    static List<Map<String, Object>> of(SettlementJob.Result settlements) {
        return settlements.steps().isEmpty()
                ? List.of()
                : List.of(Map.of(
                        "steps",
                        settlements.steps().stream()
                                .map(ReportSettlements::step)
                                .toList(),
                        "journal",
                        settlements.journal().stream()
                                .flatMap(entry -> entry.lines().stream().map(line -> line(entry, line)))
                                .toList()));
    }

    private static Map<String, String> step(SettlementJob.Step step) {
        return Map.of(
                "date",
                step.date().toString(),
                "what",
                switch (step.kind()) {
                    case TRANSFER -> "transfer";
                    case CHEQUE -> "cheque";
                    case CHEQUE_RETURNED -> "cheque returned: insufficient funds";
                },
                "invoice",
                step.invoice().number().value(),
                "openBefore",
                Text.grouped(step.openBefore()),
                "money",
                Text.grouped(step.money()),
                "discount",
                shown(step.discount()),
                "tax",
                shown(step.tax()),
                "fee",
                shown(step.fee()),
                "openAfter",
                Text.grouped(step.openAfter()));
    }

    private static Map<String, String> line(JournalEntry entry, JournalLine line) {
        return Map.of(
                "date", entry.date().toString(),
                "entry", entry.source(),
                "account", line.account().value(),
                "debit", shown(line.debit()),
                "credit", shown(line.credit()),
                "reference", line.reference());
    }

    /** Nothing where there is none. */
    private static String shown(Amount amount) {
        return amount.signum() == 0 ? "" : Text.grouped(amount);
    }
}
