package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.MeterId;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UsageAggregation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Charges that aggregate a meter in the same way and name its unit otherwise, without converting it: minutes and pieces. */
final class UnitRule implements ReviewRule {
    private record Counted(MeterId meter, UsageAggregation aggregation) {}

    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        Map<Counted, ReviewedCharge> first = new HashMap<>();
        for (ReviewedCharge charge : contract.newCharges()) {
            Charge own = charge.charge();
            if (own.meters().size() != 1 || own.conversion().isPresent()) {
                continue;
            }
            Meter meter = own.meter();
            ReviewedCharge before = first.putIfAbsent(new Counted(meter.id(), meter.aggregation()), charge);
            if (before != null && !before.charge().unit().equals(own.unit())) {
                findings.accept(note(
                        charge.path() + ".unit",
                        Explanation.of(
                                "review.unit-differs",
                                "counts {0} in {1}, while {2} counts it in {3}",
                                meter.id(),
                                own.unit(),
                                before.path(),
                                before.charge().unit())));
            }
        }
    }
}
