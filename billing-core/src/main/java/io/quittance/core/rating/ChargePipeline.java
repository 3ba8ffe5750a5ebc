package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.PartNames;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UsageEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stages through which one charge goes, in the order of {@link Conventions#stages()}, up to its rounded price. */
final class ChargePipeline {
    private static final String CHARGE = "charge";

    private final Charge charge;
    private final RatingRequest request;
    private final Conventions conventions;
    private final Rounding rounding;
    private final List<UsageEvent> events;
    private final ChargeLine line;
    private Fraction quantity = Fraction.ZERO;

    private ChargePipeline(Charge charge, RatingRequest request, List<UsageEvent> events) {
        this.charge = charge;
        this.request = request;
        this.events = events;
        conventions = request.contract().terms().conventions();
        rounding = request.contract().terms().lineRounding();
        line = ChargeLine.of(charge);
    }

    /**
     * Rates one charge, from its metered quantity to its rounded price; what cannot be, is refused as that of the charge.
     *
     * @throws InvalidArgumentException if the model, the aggregation or a stage refuses
     * @throws InexactResultException if a number of it is beyond the stated bounds
     */
    static ChargeLine rate(Charge charge, RatingRequest request, UsageIndex usage) {
        String place = "charges[" + charge.id() + "]";
        try {
            return rated(charge, request, usage);
        } catch (InvalidArgumentException e) {
            InvalidArgumentException placed = e.at(place);
            throw e.getCause() == null ? placed : placed.causedBy(e.getCause());
        } catch (InexactResultException e) {
            throw e.at(place);
        }
    }

    private static ChargeLine rated(Charge charge, RatingRequest request, UsageIndex usage) {
        var pipeline = new ChargePipeline(charge, request, usage.counted(charge.meter()));
        pipeline.meter();
        for (RatingStage stage : pipeline.conventions.stages()) {
            pipeline.run(stage, usage);
        }
        pipeline.line.round(pipeline.rounding);
        return pipeline.line;
    }

    private void run(RatingStage stage, UsageIndex usage) {
        switch (stage) {
            case CONVERSION -> convert();
            case FREE_UNITS -> takeFreeUnitsOff();
            case PRICE -> price(usage);
            case DISCOUNTS -> discount();
            case MAXIMUM -> cap();
            case COMMITMENT -> commit();
            case MINIMUM -> lift();
        }
    }

    private void meter() {
        quantity = aggregated(charge.meter(), events);
        line.addQuantity(Step.of(
                "metered",
                quantity,
                Expression.of(quantity),
                "quantity.metered",
                "{0}: {2}",
                charge.meter().id()));
    }

    /** Asks the aggregation, which may be a host's own. */
    private Fraction aggregated(Meter meter, List<UsageEvent> counted) {
        Fraction answer;
        try {
            answer = meter.aggregation().aggregate(counted, request.window());
        } catch (InvalidArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidArgumentException(
                            "aggregation.failed", "aggregation", "must answer for " + meter.id(), e.toString())
                    .causedBy(e);
        }
        if (answer == null) {
            throw new InvalidArgumentException(
                    "aggregation.no-answer", "aggregation", "must answer for " + meter.id(), "no answer");
        }
        return answer;
    }

    private void convert() {
        charge.conversion().ifPresent(conversion -> {
            for (Step step : conversion.steps(quantity)) {
                changeQuantity(step);
            }
        });
    }

    private void takeFreeUnitsOff() {
        charge.freeUnits().ifPresent(free -> changeQuantity(free.step(quantity)));
    }

    private void changeQuantity(Step step) {
        line.addQuantity(step);
        quantity = quantity.plus(step.amount());
    }

    private void price(UsageIndex usage) {
        var peaks = new TreeMap<MeterId, Fraction>();
        if (charge.meters().size() > 1) {
            for (Meter meter : charge.meters()) {
                peaks.put(meter.id(), aggregated(meter, usage.counted(meter)));
            }
        }
        RatingInput input = RatingInput.none()
                .withQuantity(quantity)
                .withEvents(events)
                .withPeaks(peaks)
                .withWindow(request.window())
                .withConventions(conventions);
        ChargeBreakdown.by(charge.model(), input, rounding).steps().forEach(line::add);
    }

    /** What a discount took off a charge is known by this part. */
    static String discountPart(String discount) {
        return PartNames.ofStage(CHARGE, PartNames.prefixed("discount", discount));
    }

    private void discount() {
        Map<String, Fraction> used = request.billedBefore().discounts();
        for (Step step : charge.discounts().steps(line.total(), conventions, used)) {
            line.addDiscount(step, PartNames.ofStage(CHARGE, step.part()), conventions.spendBasis());
        }
    }

    private void cap() {
        charge.maximum().ifPresent(maximum -> line.addStage(price -> List.of(maximum.step(price, Fraction.ZERO))));
    }

    private void commit() {
        charge.commitment().ifPresent(commitment -> {
            Expression agreed = commitment.prorated(request.servedPart());
            Expression committed = commitment.worth(agreed, charge.model(), conventions, rounding);
            line.addStage(price -> commitment.steps(price, committed, request.isClosing()));
        });
    }

    private void lift() {
        if (request.isClosing()) {
            charge.minimum().ifPresent(minimum -> {
                line.round(rounding);
                line.addIfAny(
                        minimum.trueUp(line.total(), line.counted(), request.servedPart(), rounding), "charge.minimum");
            });
        }
    }
}
