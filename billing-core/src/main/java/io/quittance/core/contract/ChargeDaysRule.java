package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;
import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Charges that are never due, since their days are none of the contract or of their terms; and days outside the contract. */
final class ChargeDaysRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedCharge charge : contract.newCharges()) {
            if (contract.charged(charge.charge().id()).isEmpty()) {
                findings.accept(neverCharged(charge));
            } else if (isNeverDue(contract, charge.charge())) {
                findings.accept(contradiction(
                        charge.path() + ".date",
                        Explanation.of(
                                "review.never-due",
                                "is due on {0}, which is none of its days, {1}",
                                charge.charge().date().orElseThrow(),
                                contract.charged(charge.charge().id()).orElseThrow())));
            } else {
                reviewBounds(contract.days(), charge, findings);
            }
        }
    }

    private static ReviewFinding neverCharged(ReviewedCharge charge) {
        ServicePeriod days = charge.version().days();
        boolean late = charge.charge()
                .from()
                .filter(from -> !from.isBefore(days.end()))
                .isPresent();
        return contradiction(
                charge.path() + (late ? ".from" : ".until"),
                Explanation.of("review.never-charged", "is charged on no day of its terms, {0}", days));
    }

    private static boolean isNeverDue(ReviewedContract contract, Charge charge) {
        LocalDate date = charge.date().orElse(null);
        return date != null
                && contract.charges().stream()
                        .filter(other -> other.charge().id().equals(charge.id()))
                        .noneMatch(other ->
                                other.charge().date().filter(date::equals).isPresent()
                                        && other.days()
                                                .filter(days -> days.contains(date))
                                                .isPresent());
    }

    private static void reviewBounds(ServicePeriod contract, ReviewedCharge charge, Consumer<ReviewFinding> findings) {
        charge.charge()
                .from()
                .filter(from -> from.isBefore(contract.start()))
                .ifPresent(from -> findings.accept(outside(charge.path() + ".from", from, contract)));
        charge.charge()
                .until()
                .filter(until -> until.isAfter(contract.end()))
                .ifPresent(until -> findings.accept(outside(charge.path() + ".until", until, contract)));
    }

    private static ReviewFinding outside(String path, LocalDate day, ServicePeriod contract) {
        return note(path, Explanation.of("review.day-outside", "{0} lies outside the contract, {1}", day, contract));
    }
}
