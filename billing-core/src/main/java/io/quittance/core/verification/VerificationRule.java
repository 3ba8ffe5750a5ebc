package io.quittance.core.verification;

import java.util.List;

/**
 * Knows one way in which an invoice can be wrong. Rules are asked one after the other; each sees what those before it left open, and
 * what none explains is {@link VerificationFinding.Code#UNEXPLAINED}. So the differences of all findings always add up to what was
 * invoiced less what was expected, whatever a rule says.
 *
 * <p>Rules do not see lines of 0.00, and not what credit notes give back beside the terms: that is {@link
 * VerificationFinding.Code#CREDITED} whatever rules there are. Where a line was credited, they may be asked twice, with what was given
 * back and without it; what explains more counts.
 *
 * <p>A rule of your own answers with {@link VerificationFinding.Code#OTHER}, or with a code that fits, and a reason under a key of its
 * own.
 */
@FunctionalInterface
public interface VerificationRule {

    /**
     * What it finds. It is asked also where nothing is {@linkplain Comparison#open() open}, for what has no amount.
     *
     * @return the causes, whose differences are in the currency of the contract; empty if this rule knows nothing of it
     */
    List<Cause> causes(Comparison comparison);

    /** Those of the library, in their order. */
    static List<VerificationRule> standard() {
        return List.of(
                new NotVerifiableRule(),
                new DuplicateRule(),
                new NotInContractRule(),
                new MissingRule(),
                new RoundingRule(),
                new WrongQuantityRule(),
                new WrongVersionRule(),
                new WrongTierRule(),
                new NotDueRule(),
                new RoundingRule(), // cents that are left beside what the others explain
                new WrongPriceRule(),
                new LateRule());
    }
}
