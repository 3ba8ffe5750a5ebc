package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.MISSING;
import static io.quittance.core.verification.VerificationFinding.Code.PENDING;

import io.quittance.core.billing.BillLine;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;

/**
 * A line too few: expected, and on its days nothing was invoiced; or nothing is open if it is added. While there is still time to
 * invoice it, it is pending.
 */
final class MissingRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        var causes = new ArrayList<Cause>();
        Amount open = comparison.open();
        for (BillLine line : comparison.pairing().expected()) {
            Amount lacking = line.amount().negate();
            if (lacking.signum() != 0 && isMissing(comparison, line, lacking, open)) {
                causes.add(cause(comparison, line, lacking));
                open = open.subtract(lacking);
            }
        }
        return causes;
    }

    private static boolean isMissing(Comparison comparison, BillLine line, Amount lacking, Amount open) {
        if (comparison.invoiced().isEmpty()) {
            return true;
        }
        Amount rest = open.subtract(lacking);
        boolean explains =
                lacking.signum() == open.signum() && (rest.signum() == open.signum() || comparison.isNothing(rest));
        boolean covered = comparison.invoiced().stream()
                .anyMatch(other -> other.days().intersection(line.days()).isPresent());
        return explains && (!covered || rest.signum() == 0);
    }

    private static Cause cause(Comparison comparison, BillLine line, Amount lacking) {
        boolean inTime = comparison.deadlines().stream()
                .filter(deadline -> deadline.days().intersection(line.days()).isPresent())
                .anyMatch(deadline ->
                        !deadline.target().isBefore(comparison.asOf().date()));
        return inTime
                ? Cause.of(
                        PENDING,
                        lacking,
                        Explanation.of(
                                "verification.pending",
                                "{0} of {1} are not invoiced yet, and in time",
                                line.amount(),
                                line.days()))
                : Cause.of(
                        MISSING,
                        lacking,
                        Explanation.of(
                                "verification.missing", "{0} of {1} were not invoiced", line.amount(), line.days()));
    }
}
