package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a {@link Verification} found. Nothing is unexplained in sum: the differences of all findings add up to {@link #invoiced()} less
 * {@link #expected()}, exactly.
 *
 * <p>Expected 310.00 and 41.50, invoiced 310.00 twice: 310.00 too much, 41.50 leakage; they are never netted.
 *
 * @param contract of which contract
 * @param expected what was to be invoiced
 * @param invoiced what was
 * @param checked how many comparisons there were, one for each charge and period, without those that could not be verified, those
 *     of which all is pending, and what only a credit note is about
 * @param right how many of them have the right amount; what is late may be right
 * @param documents the documents of the lines, each once, by charge, days and date of their lines
 * @param findings by charge and days
 * @param unbilled what the run over the contract could not bill: usage that no charge counts, charges that could not be rated. It is
 *     delivered and has no amount, so it is in no sum
 */
public record VerificationReport(
        ContractId contract,
        Amount expected,
        Amount invoiced,
        long checked,
        long right,
        List<String> documents,
        List<VerificationFinding> findings,
        List<BillingFinding> unbilled)
        implements Serializable {

    /** Copies the lists, and checks that the findings explain the difference. */
    public VerificationReport {
        requireNonNull(contract, "contract");
        requireNonNull(expected, "expected");
        requireNonNull(invoiced, "invoiced");
        Require.that(
                right >= 0 && right <= checked,
                "verification.right",
                "right",
                "must be between 0 and the " + checked + " that were checked",
                right);
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
        unbilled = List.copyOf(unbilled);
        Amount difference = invoiced.subtract(expected);
        Amount explained = sum(findings, expected, finding -> true);
        Require.that(
                explained.isEqualTo(difference),
                "verification.sum",
                "findings",
                "must have differences that add up to " + difference,
                explained);
    }

    private static Amount sum(List<VerificationFinding> findings, Amount any, Predicate<VerificationFinding> counted) {
        return findings.stream()
                .filter(counted)
                .map(VerificationFinding::difference)
                .reduce(Amount.zero(any.getCurrency()), Amount::add);
    }

    /** What was not invoiced and should have been, zero or more: the sum of the negative differences that count. */
    public Amount leakage() {
        return sum(
                        findings,
                        expected,
                        finding -> finding.code().isCounted()
                                && finding.difference().signum() < 0)
                .negate();
    }

    /** What was invoiced and should not have been, zero or more: the sum of the positive differences that count. */
    public Amount overbilling() {
        return sum(
                findings,
                expected,
                finding -> finding.code().isCounted() && finding.difference().signum() > 0);
    }

    /** Whether nothing was found, and all that was delivered can be billed. */
    public boolean isClean() {
        return findings.isEmpty() && unbilled.isEmpty();
    }

    /** Those of a code. */
    public List<VerificationFinding> findings(VerificationFinding.Code code) {
        requireNonNull(code, "code");
        return findings.stream().filter(finding -> finding.code() == code).toList();
    }

    /** Those that name a document: what is wrong with a draft before it is issued. */
    public List<VerificationFinding> findings(String document) {
        requireNonNull(document, "document");
        return findings.stream()
                .filter(finding -> finding.documents().contains(document))
                .toList();
    }

    /** The documents of which an amount is wrong, in their order: the errors of billing accuracy. */
    public List<String> wrongDocuments() {
        return documents.stream()
                .filter(document -> findings(document).stream()
                        .anyMatch(finding -> finding.code().isWrongAmount()))
                .toList();
    }

    /** For example {@code verification of C-1: 12 of 14 right, EUR 41.50 leakage, EUR 310.00 too much}. */
    @Override
    public String toString() {
        return "verification of " + contract + ": " + right + " of " + checked + " right, " + leakage() + " leakage, "
                + overbilling() + " too much";
    }
}
