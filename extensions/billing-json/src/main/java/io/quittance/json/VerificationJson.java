package io.quittance.json;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.verification.VerificationFinding;
import io.quittance.core.verification.VerificationReport;

/** What a verification of one contract found. */
final class VerificationJson {
    private VerificationJson() {}

    static void write(VerificationReport report, JsonObject object) {
        object.text("contract", report.contract().value())
                .text("currency", report.expected().getCurrency().getCurrencyCode())
                .decimal("expected", MinorUnits.written(report.expected()))
                .decimal("invoiced", MinorUnits.written(report.invoiced()))
                .decimal("leakage", MinorUnits.written(report.leakage()))
                .decimal("overbilling", MinorUnits.written(report.overbilling()))
                .integer("checked", Json.integer(report.checked(), "checked"))
                .integer("right", Json.integer(report.right(), "right"))
                .objects("findings", report.findings(), VerificationJson::write)
                .objects("unbilled", report.unbilled(), VerificationJson::write);
    }

    private static void write(VerificationFinding finding, JsonObject object) {
        object.text("code", Words.of(finding.code()));
        finding.charge().ifPresent(charge -> object.text("charge", charge.value()));
        Spans.write("days", finding.days(), object)
                .texts("documents", finding.documents())
                .decimal("expected", MinorUnits.written(finding.expected()))
                .decimal("invoiced", MinorUnits.written(finding.invoiced()))
                .decimal("difference", MinorUnits.written(finding.difference()))
                .integer("daysLate", Json.integer(finding.daysLate(), "daysLate"))
                .object("reason", reason -> Explanations.write(finding.reason(), reason));
    }

    private static void write(BillingFinding finding, JsonObject object) {
        object.text("code", Words.of(finding.code())).text("path", finding.path());
        Spans.write("period", finding.period(), object)
                .object("reason", reason -> Explanations.write(finding.reason(), reason));
    }
}
