package io.quittance.core.audit;

import io.quittance.core.verification.VerificationReport;
import java.io.Serializable;
import java.util.List;

/**
 * Chosen documents with all that they rest on, and the proof that the records are complete. Beside each document stand the reasons of
 * its amounts, on its lines and taxes.
 *
 * @param documents those that were chosen, in the order of the records
 * @param related others that correct one of them, or that one of them corrects
 * @param terms the versions by which their lines were billed, by contract and key
 * @param series one for each series of the records, whether one of its documents was chosen or not
 * @param totals of the documents that were chosen
 * @param verifications the contracts of the documents held against what was delivered and invoiced, for the days of their lines
 * @param findings what keeps the records from being complete and unaltered
 */
public record AuditBundle(
        List<AuditedDocument> documents,
        List<AuditedDocument> related,
        List<AuditedTerms> terms,
        List<SeriesProof> series,
        List<AuditTotal> totals,
        List<VerificationReport> verifications,
        List<AuditFinding> findings)
        implements Serializable {

    /** Copies the lists. */
    public AuditBundle {
        documents = List.copyOf(documents);
        related = List.copyOf(related);
        terms = List.copyOf(terms);
        series = List.copyOf(series);
        totals = List.copyOf(totals);
        verifications = List.copyOf(verifications);
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found: neither here, nor by a verification. */
    public boolean isClean() {
        return findings.isEmpty() && verifications.stream().allMatch(VerificationReport::isClean);
    }

    /** Those of a code. */
    public List<AuditFinding> findings(AuditFinding.Code code) {
        return findings.stream().filter(finding -> finding.code() == code).toList();
    }

    /** For example {@code 12 documents of 2 series, 1 finding}. */
    @Override
    public String toString() {
        return documents.size() + " documents of " + series.size() + " series, " + findings.size() + " findings";
    }
}
