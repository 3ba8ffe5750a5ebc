package io.quittance.einvoice;

import io.quittance.core.en16931.RuleViolation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * By how much the official artefacts let a number be off in both syntaxes. What is taxable (BR-S-08 and its siblings) is not among
 * them: one syntax or the other is exact.
 */
final class Slack {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    /** Less than 1.00. */
    private static final BigDecimal TAX = BigDecimal.ONE.subtract(CENT);

    private static final BigDecimal LINE = new BigDecimal("0.02");

    private static final Map<String, BigDecimal> MOST = Map.of(
            "BR-CO-17", TAX,
            "BR-S-09", TAX,
            "BR-AF-09", TAX,
            "BR-AG-09", TAX,
            "PEPPOL-EN16931-R040", LINE,
            "PEPPOL-EN16931-R120", LINE);

    private Slack() {}

    /** Whether a violation is of a number that is off by no more. */
    static boolean covers(RuleViolation violation) {
        BigDecimal most = MOST.get(violation.rule());
        List<String> numbers = violation.explanation().arguments();
        if (most == null || !violation.explanation().key().equals("rule.number")) {
            return false;
        }
        BigDecimal off = new BigDecimal(numbers.get(0)).subtract(new BigDecimal(numbers.get(1)));
        return off.abs().compareTo(most) <= 0;
    }
}
