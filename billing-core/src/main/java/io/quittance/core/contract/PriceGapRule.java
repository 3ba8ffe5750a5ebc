package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.gap;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.MeterId;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Days on which what is used has no price, between days on which it has one: {@code until} 1 June, and again {@code from} 1
 * July. And days on which a charge that recurs is missing between terms that have it.
 */
final class PriceGapRule implements ReviewRule {
    /** What usage of a meter has a price by. */
    private record Used(MeterId meter, SortedMap<String, String> filter) {
        static Used of(Meter meter) {
            return new Used(meter.id(), meter.filter());
        }

        boolean isCountedBy(Meter other) {
            return meter.equals(other.id())
                    && filter.entrySet().containsAll(other.filter().entrySet());
        }

        @Override
        public String toString() {
            return meter + (filter.isEmpty() ? "" : " where " + filter);
        }
    }

    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        Map<MeterId, List<ReviewedCharge>> byMeter = new LinkedHashMap<>();
        Map<Object, List<ReviewedCharge>> bySubject = new LinkedHashMap<>();
        for (ReviewedCharge charge : contract.charges()) {
            for (Meter meter : charge.charge().meters()) {
                byMeter.computeIfAbsent(meter.id(), id -> new ArrayList<>()).add(charge);
                bySubject.putIfAbsent(Used.of(meter), List.of());
            }
            if (charge.charge().kind() == ChargeKind.RECURRING) {
                bySubject
                        .computeIfAbsent(charge.charge().id(), id -> new ArrayList<>())
                        .add(charge);
            }
        }
        bySubject.forEach((subject, same) ->
                review(contract, subject, subject instanceof Used used ? counting(used, byMeter) : same, findings));
    }

    private static List<ReviewedCharge> counting(Used used, Map<MeterId, List<ReviewedCharge>> byMeter) {
        return byMeter.getOrDefault(used.meter(), List.of()).stream()
                .filter(charge -> charge.charge().meters().stream().anyMatch(used::isCountedBy))
                .toList();
    }

    private static void review(
            ReviewedContract contract, Object subject, List<ReviewedCharge> charges, Consumer<ReviewFinding> findings) {
        List<ServicePeriod> covered =
                charges.stream().flatMap(charge -> charge.days().stream()).toList();
        if (covered.isEmpty()) {
            return;
        }
        for (ServicePeriod gap : ReviewedContract.span(covered).without(covered)) {
            if (!contract.isPaused(gap)) {
                findings.accept(gap(
                        next(charges, gap),
                        Explanation.of("review.unpriced-days", "{0} has no price on {1}", subject, gap)));
            }
        }
    }

    /** Where the price stands that follows a gap. */
    private static String next(List<ReviewedCharge> charges, ServicePeriod gap) {
        return charges.stream()
                .filter(charge -> charge.days()
                        .filter(days -> days.start().equals(gap.end()))
                        .isPresent())
                .map(charge -> charge.path()
                        + (charge.charge().from().filter(gap.end()::equals).isPresent() ? ".from" : ""))
                .findFirst()
                .orElseThrow();
    }
}
