package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.LATE;
import static java.time.temporal.ChronoUnit.DAYS;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was first invoiced after the last day that is on time; a draft counts as issued on the day of the verification. What is counted
 * over the whole term is not looked at, since its lines do not say which part of it they add.
 */
final class LateRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        var causes = new ArrayList<Cause>();
        boolean overTerm = Terms.charges(comparison).stream()
                .anyMatch(charge -> charge.kind().isOverTerm());
        if (!overTerm) {
            comparison
                    .deadlines()
                    .forEach(deadline -> late(comparison, deadline).ifPresent(causes::add));
        }
        return causes;
    }

    private static Optional<Cause> late(Comparison comparison, Deadline deadline) {
        LocalDate today = comparison.asOf().date();
        return comparison.invoiced().stream() // by date
                .filter(line -> !line.isCredit()
                        && line.days().intersection(deadline.days()).isPresent())
                .findFirst()
                .filter(line -> line.date().orElse(today).isAfter(deadline.target()))
                .map(line -> cause(comparison, deadline, line, line.date().orElse(today)));
    }

    private static Cause cause(Comparison comparison, Deadline deadline, InvoicedLine line, LocalDate date) {
        long days = DAYS.between(deadline.target(), date);
        return new Cause(
                LATE,
                Amount.zero(comparison.open().getCurrency()),
                days,
                List.of(line),
                Explanation.of(
                        "verification.late", "invoiced on {0}, {1} days after {2}", date, days, deadline.target()));
    }
}
