package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.contradiction;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.MeterId;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.SumOfIncrements;
import io.quittance.core.usage.UsageAggregation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Two charges of the same terms that take the same of the same event on the same day: it is charged twice. Sums of a meter and
 * of one region of it do; its sum and its maximum do not.
 */
final class DoubleChargingRule implements ReviewRule {
    private record Counting(ReviewedCharge charge, Meter meter) {}

    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedTerms version : contract.versions()) {
            Map<MeterId, List<Counting>> before = new HashMap<>();
            for (ReviewedCharge charge : version.charges()) {
                charge.charge().meters().stream()
                        .flatMap(meter -> twice(charge, meter, before.getOrDefault(meter.id(), List.of())).stream())
                        .limit(1)
                        .forEach(findings);
                charge.charge()
                        .meters()
                        .forEach(meter -> before.computeIfAbsent(meter.id(), id -> new ArrayList<>())
                                .add(new Counting(charge, meter)));
            }
        }
    }

    private static Optional<ReviewFinding> twice(ReviewedCharge charge, Meter meter, List<Counting> before) {
        for (Counting earlier : before) {
            ServicePeriod both = charge.days()
                    .flatMap(days -> earlier.charge().days().flatMap(days::intersection))
                    .orElse(null);
            if (both != null && meet(meter, earlier.meter())) {
                return Optional.of(contradiction(
                        charge.path(),
                        Explanation.of(
                                "review.double-charging",
                                "charges {0} on {1}, as {2} does",
                                meter,
                                both,
                                earlier.charge().path())));
            }
        }
        return Optional.empty();
    }

    /** Whether there may be an event of which both take the same. */
    private static boolean meet(Meter one, Meter other) {
        return isSame(one.aggregation(), other.aggregation())
                && one.filter().entrySet().stream()
                        .allMatch(value -> other.filter()
                                .getOrDefault(value.getKey(), value.getValue())
                                .equals(value.getValue()));
    }

    private static boolean isSame(UsageAggregation one, UsageAggregation other) {
        return one.equals(other) || (isSum(one) && isSum(other));
    }

    private static boolean isSum(UsageAggregation aggregation) {
        return aggregation instanceof Sum || aggregation instanceof SumOfIncrements;
    }
}
