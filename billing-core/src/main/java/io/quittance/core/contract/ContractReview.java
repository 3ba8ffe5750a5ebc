package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a contract before it is billed and tells what contradicts itself, what is missing, and what is seldom meant. Every
 * contract that can be made can be reviewed; none is changed or refused.
 *
 * <p>{@code ContractReview.of(contract)} with a charge of at most 60.00 and at least 70.00 finds {@code CONTRADICTION
 * charges[0].maximum review.maximum-below-minimum}.
 *
 * <p>It looks at all days on which the contract may hold: one that renews itself without limit holds up to the year 9999.
 *
 * @param findings by the rules in their order, and for each as the terms stand in the contract; empty where nothing was found
 */
public record ContractReview(List<ReviewFinding> findings) implements Serializable {
    private static final List<ReviewRule> RULES = List.of(
            new DoubleChargingRule(),
            new UnitRule(),
            new PriceGapRule(),
            new UnchargedDaysRule(),
            new ChargeDaysRule(),
            new LaterPricesRule(),
            new PhasesRule(),
            new EscalationRule(),
            new FallingTiersRule(),
            new LimitsRule(),
            new FixedPriceRule(),
            new CommitmentRule(),
            new NoEffectRule(),
            new ZeroPriceRule(),
            new SharedAgreementsRule(),
            new RenewalRule(),
            new CycleRule(),
            new EarlyPaymentRule(),
            new InvoiceGroupsRule(),
            new AmendmentsRule());

    /** Copies the findings. */
    public ContractReview {
        findings = List.copyOf(findings);
    }

    /** Of a contract that nothing has changed. */
    public static ContractReview of(Contract contract) {
        return of(ReviewedContract.of(requireNonNull(contract, "contract")));
    }

    /**
     * Of a contract with all that changed it, as far as it was known at an instant; without findings where it was not known
     * yet. Amendments that were withdrawn by then count only as such.
     */
    public static ContractReview of(ContractHistory history, Instant knownAt) {
        return ReviewedContract.of(requireNonNull(history, "history"), requireNonNull(knownAt, "knownAt"))
                .map(ContractReview::of)
                .orElseGet(() -> new ContractReview(List.of()));
    }

    private static ContractReview of(ReviewedContract contract) {
        var findings = new ArrayList<ReviewFinding>();
        RULES.forEach(rule -> rule.review(contract, findings::add));
        return new ContractReview(findings);
    }

    /** Whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** Those of a kind. */
    public List<ReviewFinding> findings(ReviewFinding.Kind kind) {
        requireNonNull(kind, "kind");
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }
}
