package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;
import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.contract.Amendment.Kind;
import io.quittance.core.explain.Explanation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Amendments that change nothing: of days on which the contract does not hold, or of a day for which a later one has other
 * terms; and those that were withdrawn, and that no later one of the same kind replaces.
 */
final class AmendmentsRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        List<Amendment> amendments = contract.amendments();
        List<Optional<ReviewFinding>> found = new ArrayList<>();
        Map<String, Integer> withdrawals = new HashMap<>();
        Map<LocalDate, String> later = new HashMap<>();
        Set<Kind> replaced = EnumSet.noneOf(Kind.class);
        for (int i = amendments.size() - 1; i >= 0; i--) { // from the last, so that it is known what comes later
            Amendment amendment = amendments.get(i);
            if (amendment.kind() == Kind.WITHDRAWAL) {
                withdrawals.put(amendment.withdrawn().orElseThrow(), i);
            } else if (contract.holds(amendment)) {
                found.add(review(contract, amendment, "amendments[" + i + "].", later));
                replaced.add(amendment.kind());
            } else if (!replaced.contains(amendment.kind())) {
                found.add(Optional.of(note(
                        "amendments[" + withdrawals.getOrDefault(amendment.key(), i) + "].withdrawn",
                        Explanation.of(
                                "review.withdrawn", "takes back {0}, and nothing replaces it", amendment.key()))));
            }
        }
        for (int i = found.size() - 1; i >= 0; i--) {
            found.get(i).ifPresent(findings);
        }
    }

    private static Optional<ReviewFinding> review(
            ReviewedContract contract, Amendment amendment, String path, Map<LocalDate, String> later) {
        if (amendment.kind() == Kind.PAUSE) {
            return amendment
                    .days()
                    .filter(days -> days.intersection(contract.days()).isEmpty())
                    .map(days -> afterEnd(path + "days", days, contract));
        }
        LocalDate date = amendment.date().orElseThrow();
        if (amendment.kind() == Kind.END) {
            return Optional.empty();
        }
        String other = later.putIfAbsent(date, amendment.key());
        if (!date.isBefore(contract.days().end())) {
            return Optional.of(afterEnd(path + "date", date, contract));
        }
        return other == null
                ? Optional.empty()
                : Optional.of(note(
                        path + "date",
                        Explanation.of(
                                "review.amendment-replaced",
                                "never holds: {0} has other terms from {1} on, and was recorded later",
                                other,
                                date)));
    }

    private static ReviewFinding afterEnd(String path, Object days, ReviewedContract contract) {
        return contradiction(
                path,
                Explanation.of("review.amendment-after-end", "{0} is after the contract, {1}", days, contract.days()));
    }
}
