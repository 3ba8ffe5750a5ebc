package io.quittance.kpi.billrun;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.verification.VerificationFinding;
import io.quittance.core.verification.VerificationReport;
import io.quittance.kpi.billing.BillingFigures;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Invoices of a period, and what verifications of their contracts found wrong with their amounts. Give a verification the lines of the invoices alone, to judge them as they were issued; with those of their
 * credit notes they are judged as they stand. What was not invoiced at all is wrong on no invoice; it is leakage.
 *
 * @param period in which they were issued
 * @param findings that an amount is wrong, by the number of the invoice; an invoice of which all is right has none
 * @param unchecked the numbers of those that no verification has seen
 */
public record VerifiedInvoices(
        ServicePeriod period, SortedMap<String, List<VerificationFinding>> findings, List<String> unchecked)
        implements Serializable {

    /** Copies the parts. */
    public VerifiedInvoices {
        requireNonNull(period, "period");
        var copy = new TreeMap<String, List<VerificationFinding>>();
        findings.forEach((number, some) -> copy.put(requireNonNull(number, "number"), List.copyOf(some)));
        findings = Collections.unmodifiableSortedMap(copy);
        unchecked = List.copyOf(unchecked);
    }

    static VerifiedInvoices of(ServicePeriod period, List<String> invoices, Collection<VerificationReport> reports) {
        Map<String, List<VerificationFinding>> seen = new HashMap<>();
        for (VerificationReport report : reports) {
            for (String document : report.documents()) {
                List<VerificationFinding> known = seen.computeIfAbsent(document, any -> new ArrayList<>());
                report.findings(document).stream()
                        .filter(finding -> finding.code().isWrongAmount())
                        .forEach(known::add);
            }
        }
        var findings = new TreeMap<String, List<VerificationFinding>>();
        var unchecked = new ArrayList<String>();
        for (String invoice : invoices) {
            List<VerificationFinding> found = seen.get(invoice);
            if (found == null) {
                unchecked.add(invoice);
            } else {
                findings.put(invoice, found);
            }
        }
        return new VerifiedInvoices(period, findings, unchecked);
    }

    /** The numbers of the invoices with a finding, in order. */
    public List<String> wrong() {
        return findings.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The numbers of the invoices that are wrong, by the codes of their findings. */
    public SortedMap<VerificationFinding.Code, List<String>> byCode() {
        var byCode = new TreeMap<VerificationFinding.Code, TreeSet<String>>();
        findings.forEach((number, some) -> some.forEach(finding ->
                byCode.computeIfAbsent(finding.code(), any -> new TreeSet<>()).add(number)));
        var lists = new TreeMap<VerificationFinding.Code, List<String>>();
        byCode.forEach((code, numbers) -> lists.put(code, List.copyOf(numbers)));
        return Collections.unmodifiableSortedMap(lists);
    }

    /** What {@code billing.accuracy} and {@code billing.error-rate} are computed from; without those that were not checked. */
    public BillingFigures figures() {
        return BillingFigures.empty().forPeriod(period).withChecked(wrong(), findings.keySet());
    }
}
