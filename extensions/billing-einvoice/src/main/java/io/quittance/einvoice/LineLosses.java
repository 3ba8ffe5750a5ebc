package io.quittance.einvoice;

import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.explain.Explanation;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.List;

/** What lines of an invoice say that has no term in EN 16931, so that its terms do not show what is lost. */
final class LineLosses {
    private final List<RuleViolation> losses = new ArrayList<>();

    private LineLosses() {}

    static List<RuleViolation> of(Invoice invoice, Profile profile) {
        var found = new LineLosses();
        List<InvoiceLine> lines = invoice.lines();
        for (int i = 0; i < lines.size(); i++) {
            String path = "lines[" + i + "]";
            if (!profile.isFlattened()) {
                found.nesting(path, lines.get(i));
            }
            found.jurisdictions(path, lines.get(i).taxes());
        }
        List<AllowanceCharge> allowanceCharges = invoice.draft().allowanceCharges();
        for (int i = 0; i < allowanceCharges.size(); i++) {
            found.jurisdictions(
                    "allowanceCharges[" + i + "]", allowanceCharges.get(i).taxes());
        }
        return List.copyOf(found.losses);
    }

    private void nesting(String path, InvoiceLine line) {
        if (line.status() != InvoiceLine.Status.DETAIL) {
            add(
                    "einvoice.line-status",
                    path + ".status",
                    "a line that does not count, {0}, has no place; Profile.flattened() leaves it out",
                    line.status());
        } else if (line.parent().isPresent()) {
            add(
                    "einvoice.line-parent",
                    path + ".parent",
                    "a line within another has no place; Profile.flattened() writes it as one of its own",
                    "");
        }
    }

    private void jurisdictions(String path, List<TaxTreatment> taxes) {
        for (int i = 0; i < taxes.size(); i++) {
            String at = path + ".taxes[" + i + "].jurisdiction";
            taxes.get(i)
                    .jurisdiction()
                    .ifPresent(place -> add("einvoice.jurisdiction", at, "whose tax it is, {0}, has no place", place));
        }
    }

    private void add(String rule, String path, String pattern, Object argument) {
        losses.add(new RuleViolation(rule, path, Explanation.of(rule, pattern, argument)));
    }
}
