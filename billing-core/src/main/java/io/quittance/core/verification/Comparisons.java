package io.quittance.core.verification;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks the rules about one comparison after the other, and adds up what comes of it. */
final class Comparisons {
    private final ContractId contract;
    private final List<VerificationRule> rules;
    private final List<VerificationFinding> findings = new ArrayList<>();
    private final Set<String> documents = new LinkedHashSet<>();
    private Amount expected;
    private Amount invoiced;
    private long checked;
    private long right;

    Comparisons(ContractHistory contract, List<VerificationRule> rules) {
        this.contract = contract.signed().id();
        this.rules = rules;
        expected = Amount.zero(contract.signed().terms().currency());
        invoiced = expected;
    }

    void add(ComparedCell whole) {
        expected = expected.add(whole.expectedAmount());
        invoiced = invoiced.add(whole.invoicedAmount());
        documents.addAll(documents(Stream.of(whole.invoiced(), whole.cell().nothing())
                .flatMap(List::stream)
                .sorted(LineOrder.BY_CONTENT)
                .toList()));
        CreditNotes credits = CreditNotes.of(whole, this::explain);
        count(credits.rest());
        findings.addAll(credits.rest().findings());
        credits.causes().forEach(cause -> findings.add(finding(whole, cause)));
    }

    /** What was given back is no comparison, and what is pending none yet. */
    private void count(Explained explained) {
        ComparedCell comparison = explained.comparison();
        boolean isPending = comparison.invoiced().isEmpty()
                && comparison.cell().hasAmounts()
                && explained.findings().stream()
                        .allMatch(finding -> finding.code() == VerificationFinding.Code.PENDING);
        if (comparison.isRated() && !comparison.cell().isEmpty() && !isPending) {
            checked++;
            right += explained.findings().stream()
                            .noneMatch(finding -> finding.code().isWrongAmount())
                    ? 1
                    : 0;
        }
    }

    private Explained explain(ComparedCell whole) {
        var found = new ArrayList<VerificationFinding>();
        ComparedCell comparison = whole;
        for (int i = 0; i < rules.size() && whole.cell().hasAmounts(); i++) {
            for (Cause cause : causes(i, comparison)) {
                found.add(finding(comparison, cause));
                comparison = comparison.without(cause.difference());
            }
        }
        if (comparison.open().signum() != 0) {
            found.add(finding(
                    comparison,
                    Cause.of(
                            VerificationFinding.Code.UNEXPLAINED,
                            comparison.open(),
                            Explanation.of(
                                    "verification.unexplained",
                                    "invoiced {0} instead of {1}, of which {2} are not explained",
                                    comparison.invoicedAmount(),
                                    comparison.expectedAmount(),
                                    comparison.open()))));
        }
        return new Explained(whole, comparison.open(), found);
    }

    private List<Cause> causes(int index, ComparedCell comparison) {
        List<Cause> causes;
        try {
            causes = List.copyOf(rules.get(index).causes(comparison));
        } catch (RuntimeException e) {
            throw new InvalidArgumentException(
                            "verification.rule", "rules[" + index + "]", "must answer for " + comparison, e)
                    .causedBy(e);
        }
        String currency = expected.getCurrency().getCurrencyCode();
        for (Cause cause : causes) {
            String actual = cause.difference().getCurrency().getCurrencyCode();
            if (!actual.equals(currency)) {
                throw new CurrencyMismatchException("rules[" + index + "].difference", currency, actual);
            }
        }
        return causes;
    }

    private VerificationFinding finding(ComparedCell comparison, Cause cause) {
        List<InvoicedLine> lines = cause.lines().isEmpty() ? comparison.invoiced() : cause.lines();
        return new VerificationFinding(
                cause.code(),
                contract,
                comparison.charge().orElse(null),
                comparison.days(),
                documents(lines),
                comparison.expectedAmount(),
                comparison.invoicedAmount(),
                cause.difference(),
                cause.daysLate(),
                cause.reason());
    }

    private List<String> documents(List<InvoicedLine> lines) {
        return lines.stream()
                .map(InvoicedLine::document)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    VerificationReport report(List<BillingFinding> unbilled) {
        return new VerificationReport(
                contract, expected, invoiced, checked, right, List.copyOf(documents), findings, unbilled);
    }
}
