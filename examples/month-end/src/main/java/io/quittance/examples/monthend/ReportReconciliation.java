package io.quittance.examples.monthend;

import io.quittance.ar.reconciliation.AccountReconciliation;
import io.quittance.ar.reconciliation.AccountReconciliation.Status;
import io.quittance.ar.reconciliation.Counterparty;
import io.quittance.ar.reconciliation.DifferenceResolution;
import io.quittance.ar.reconciliation.DifferenceType;
import io.quittance.ar.reconciliation.ReconciliationAccuracy;
import io.quittance.ar.reconciliation.ReconciliationRun;
import io.quittance.ar.reconciliation.RunDifference;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the page of the reconciliation shows. */
final class ReportReconciliation {
    private static final Rounding SHOWN = Rounding.halfUp(2);

    private final ReconciliationRun run;
    private final ReconciliationAccuracy accuracy;

    private ReportReconciliation(ReconciliationJob.Result result) {
        this.run = result.run();
        this.accuracy = result.accuracy();
    }

    /** One sentence for the report. */
    static String summary(ReconciliationJob.Result result) {
        ReconciliationAccuracy accuracy = result.accuracy();
        return String.format(
                Locale.ROOT,
                "%d of %d accounts agree with the ledger; of %d differences, %d are cleared.",
                accuracy.agreed() + accuracy.agreedWithTiming(),
                accuracy.accounts(),
                accuracy.differences(),
                accuracy.resolved());
    }

    static Map<String, Object> of(ReconciliationJob.Result result) {
        var report = new ReportReconciliation(result);
        return Map.of(
                "day", report.run.asOf().date().toString(),
                "tiles", report.tiles(),
                "accounts",
                        report.run.accounts().stream()
                                .map(ReportReconciliation::account)
                                .toList(),
                "differences", report.differences(),
                "sums", report.sums(),
                "tooHigh", StatedBooks.TYPED_TOO_HIGH,
                "claimed", StatedBooks.CLAIMED,
                "charge", ReconciliationJob.BANK_CHARGE,
                "later",
                        report.run.later().stream()
                                .map(found -> Map.of(
                                        "account", found.account(),
                                        "type", words(found.type()),
                                        "amount", Text.grouped(found.amount()),
                                        "day", found.recordedAt().toString().substring(0, 10)))
                                .toList());
    }

    private List<Map<String, String>> tiles() {
        return List.of(
                tile(
                        accuracy.agreedPercent(),
                        "of the accounts that were compared agree: " + (accuracy.agreed() + accuracy.agreedWithTiming())
                                + " of " + accuracy.compared()),
                tile(
                        accuracy.accuracyPercent(),
                        "accuracy: the outcome of " + (accuracy.compared() - accuracy.wrong()) + " of "
                                + accuracy.compared() + " accounts did not prove wrong later"),
                Map.of(
                        "value",
                        accuracy.resolved() + " of " + accuracy.differences(),
                        "label",
                        "differences are cleared; " + accuracy.unresolved() + " are not yet"));
    }

    private static Map<String, String> tile(Optional<Fraction> percent, String label) {
        return Map.of(
                "value",
                percent.map(value -> value.round(SHOWN).toPlainString() + " %").orElse("–"),
                "label",
                label);
    }

    private static Map<String, String> account(AccountReconciliation account) {
        return Map.of(
                "name", words(account.counterparty()),
                "key", account.account(),
                "ledger", Text.grouped(account.ledgerBalance()),
                "stated", account.stated().map(Text::grouped).orElse("–"),
                "difference", account.difference().map(Text::grouped).orElse("–"),
                "status", words(account.status()),
                "class", account.status() == Status.DIFFERS ? "MISSED" : "MET");
    }

    /** All of an account, and then what they come to together. */
    private List<Map<String, String>> differences() {
        var rows = new ArrayList<Map<String, String>>();
        for (AccountReconciliation account : run.accounts()) {
            for (RunDifference one : run.differences()) {
                if (one.counterparty() == account.counterparty()
                        && one.account().equals(account.account())) {
                    rows.add(difference(one));
                }
            }
            rows.add(Map.of(
                    "number", "",
                    "account", "together",
                    "type", "",
                    "about", "",
                    "amount", account.difference().map(Text::grouped).orElse("–"),
                    "why", "",
                    "became", ""));
        }
        return List.copyOf(rows);
    }

    private Map<String, String> difference(RunDifference one) {
        return Map.of(
                "number", String.valueOf(one.number()),
                "account", words(one.counterparty()),
                "type", words(one.difference().type()),
                "about", one.difference().about().orElse(""),
                "amount", Text.grouped(one.difference().amount()),
                "why", one.difference().explanation().text(),
                "became", became(run, one));
    }

    static String became(ReconciliationRun run, RunDifference one) {
        return run.resolution(one.number())
                .map(DifferenceResolution::cause)
                .map(cause -> switch (cause) {
                    case LEDGER_CORRECTED -> "the ledger is corrected";
                    case COUNTERPARTY_CORRECTED -> "the other books are corrected";
                    case ARRIVED -> "it has arrived";
                    case ACCEPTED -> "accepted";
                    case NO_DIFFERENCE -> "there was none";
                })
                .orElse("not known yet");
    }

    private List<Map<String, String>> sums() {
        return accuracy.sums().stream()
                .map(sum -> Map.of(
                        "type", words(sum.type()),
                        "count", String.valueOf(sum.count()),
                        "gross", Text.grouped(sum.gross()),
                        "net", Text.grouped(sum.net())))
                .toList();
    }

    private static String words(Counterparty counterparty) {
        return switch (counterparty) {
            case GENERAL_LEDGER -> "control account";
            case BANK -> "bank";
            case CUSTOMER -> "customer";
        };
    }

    private static String words(Status status) {
        return switch (status) {
            case AGREED -> "agrees";
            case AGREED_WITH_TIMING -> "agrees but for what is on its way";
            case DIFFERS -> "differs";
            case NOT_COMPARED -> "not compared";
        };
    }

    /** Such as {@code missing in ledger}. */
    private static String words(DifferenceType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
