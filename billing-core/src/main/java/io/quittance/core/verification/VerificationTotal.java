package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What the verifications of several contracts in one currency add up to.
 *
 * @param expected what was to be invoiced
 * @param invoiced what was
 * @param leakage zero or more
 * @param overbilling zero or more
 * @param checked how many comparisons there were
 * @param right how many have the right amount
 */
public record VerificationTotal(
        Amount expected, Amount invoiced, Amount leakage, Amount overbilling, long checked, long right)
        implements Serializable {

    /** Checks that all are there. */
    public VerificationTotal {
        requireNonNull(expected, "expected");
        requireNonNull(invoiced, "invoiced");
        Require.that(leakage.signum() >= 0, "number.negative", "leakage", "must not be negative", leakage);
        Require.that(overbilling.signum() >= 0, "number.negative", "overbilling", "must not be negative", overbilling);
        Require.that(
                right >= 0 && right <= checked,
                "verification.right",
                "right",
                "must be between 0 and the " + checked + " that were checked",
                right);
    }

    /** One total for each currency, ordered by its code. */
    public static List<VerificationTotal> of(Collection<VerificationReport> reports) {
        var totals = new TreeMap<String, VerificationTotal>();
        for (VerificationReport report : reports) {
            var total = new VerificationTotal(
                    report.expected(),
                    report.invoiced(),
                    report.leakage(),
                    report.overbilling(),
                    report.checked(),
                    report.right());
            totals.merge(report.expected().getCurrency().getCurrencyCode(), total, VerificationTotal::plus);
        }
        return List.copyOf(totals.values());
    }

    private VerificationTotal plus(VerificationTotal more) {
        return new VerificationTotal(
                expected.add(more.expected),
                invoiced.add(more.invoiced),
                leakage.add(more.leakage),
                overbilling.add(more.overbilling),
                checked + more.checked,
                right + more.right);
    }
}
