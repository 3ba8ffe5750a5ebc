package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.PriceFactor;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.PartNames;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.RatingInput;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one piece of a charge costs before what is agreed for its whole period. What is used in a piece costs what all use up to
 * its end costs by the terms of the piece, less what the use before the piece costs by the same terms. What recurs costs what
 * is due up to the end of the piece, rounded, less what is due up to its beginning, so that pieces of one price add up.
 */
final class PieceRating {
    private final RatingRequest request;
    private final UsageIndex usage;
    private final ChargePiece piece;
    private final Charge charge;
    private final Conventions conventions;
    private final Rounding rounding;
    private final LocalDate first;
    private final ChargeLine line;

    /**
     * A piece before it is rated.
     *
     * @param first the first day of the period on which the charge is counted
     */
    PieceRating(ChargePiece piece, LocalDate first, RatingRequest request, UsageIndex usage) {
        this.piece = piece;
        this.first = first;
        this.request = request;
        this.usage = usage;
        charge = piece.charge();
        conventions = piece.version().terms().conventions();
        rounding = request.contract().terms().lineRounding();
        line = ChargeLine.of(piece);
    }

    ChargeLine line() {
        return line;
    }

    /** A price and the quantity that it is for. */
    private record Priced(List<Step> quantity, ChargeBreakdown price) {}

    /**
     * The quantity and its price.
     *
     * @param dueBefore the part of the period that is due up to the beginning of the piece
     * @param due the part that is due up to its end
     */
    void price(Fraction dueBefore, Fraction due) {
        Priced now = priced(piece.days().end());
        if (!charge.kind().isMetered() || piece.days().start().equals(first)) {
            now.quantity().forEach(line::addQuantity);
            now.price().steps().forEach(line::add);
        } else {
            Priced before = priced(piece.days().start());
            now.quantity().forEach(line::addQuantity);
            Fraction used = Step.total(before.quantity());
            line.addQuantity(Step.of(
                    "before",
                    Fraction.ZERO,
                    Expression.of(used).negated(),
                    "quantity.before",
                    "used before {0}: {2}",
                    piece.days().start()));
            now.price().since(before.price()).steps().forEach(line::add);
        }
        multiply();
        prorate(dueBefore, due);
    }

    private void multiply() {
        PriceFactor.Known escalation = piece.escalation();
        if (escalation != null) {
            multiply(escalation.exact(), "escalated", "charge.escalated", "adjusted, × {0}: {2}");
        }
        multiply(piece.phase(), "phase", "charge.phase", "in this phase {0} of the price: {2}");
    }

    private void multiply(Fraction factor, String part, String key, String pattern) {
        if (factor.equals(Fraction.ONE)) {
            return;
        }
        Expression changed = Expression.total().times(Expression.of(factor)).minus(Expression.total());
        line.addIfAny(
                Step.after(line.total(), part, Fraction.ZERO, changed, key, pattern, factor),
                PartNames.ofStage(ChargePipeline.CHARGE, part));
    }

    private void prorate(Fraction dueBefore, Fraction due) {
        if (dueBefore.signum() == 0 && due.equals(Fraction.ONE)) {
            return;
        }
        Expression upTo = Expression.total().times(Expression.of(due));
        Expression amount = dueBefore.signum() == 0
                ? upTo
                : upTo.rounded(rounding)
                        .minus(Expression.total()
                                .times(Expression.of(dueBefore))
                                .rounded(rounding));
        ServicePeriod days = piece.days();
        line.addIfAny(
                Step.after(
                        line.total(),
                        "prorated",
                        Fraction.ZERO,
                        amount.minus(Expression.total()),
                        "charge.prorated",
                        "for {0} of {1} days: {3}",
                        days.days(),
                        request.period().days()),
                "charge.prorated");
    }

    private Priced priced(LocalDate until) {
        var quantitySteps = new ArrayList<Step>();
        var window = new UsageWindow(
                first.isBefore(until) ? new ServicePeriod(first, until) : piece.days(), request.zones());
        List<UsageEvent> events = charge.kind().isMetered() ? counted(charge.meter(), window) : List.of();
        quantitySteps.add(charge.kind().isMetered() ? metered(events, window) : agreed());
        for (RatingStage stage : conventions.stages()) {
            Fraction quantity = Step.total(quantitySteps);
            if (stage == RatingStage.CONVERSION) {
                charge.conversion().ifPresent(conversion -> quantitySteps.addAll(conversion.steps(quantity)));
            } else if (stage == RatingStage.FREE_UNITS) {
                charge.freeUnits().ifPresent(free -> quantitySteps.add(free.step(quantity)));
            }
        }
        RatingInput input = RatingInput.none()
                .withQuantity(Step.total(quantitySteps))
                .withEvents(events)
                .withPeaks(peaks(window))
                .withWindow(window)
                .withConventions(conventions);
        return new Priced(quantitySteps, ChargeBreakdown.by(charge.model(), input, rounding));
    }

    private List<UsageEvent> counted(Meter meter, UsageWindow window) {
        return usage.counted(meter, window.start(), window.end());
    }

    private Step metered(List<UsageEvent> events, UsageWindow window) {
        Fraction quantity = aggregated(charge.meter(), events, window);
        return Step.of(
                "metered",
                quantity,
                Expression.of(quantity),
                "quantity.metered",
                "{0}: {2}",
                charge.meter().id());
    }

    private Step agreed() {
        return Step.of(
                "agreed",
                Fraction.of(charge.quantity()),
                Expression.of(charge.quantity()),
                "quantity.agreed",
                "agreed: {1}");
    }

    private Map<MeterId, Fraction> peaks(UsageWindow window) {
        var peaks = new TreeMap<MeterId, Fraction>();
        if (charge.meters().size() > 1) {
            for (Meter meter : charge.meters()) {
                peaks.put(meter.id(), aggregated(meter, counted(meter, window), window));
            }
        }
        return peaks;
    }

    /** Asks the aggregation, which may be a host's own. */
    private static Fraction aggregated(Meter meter, List<UsageEvent> counted, UsageWindow window) {
        Fraction answer;
        try {
            answer = meter.aggregation().aggregate(counted, window);
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

    /**
     * Discounts of the charge.
     *
     * @param used how much of amounts was used up; what is used of them here is added
     */
    void discount(Map<String, Fraction> used) {
        List<Discount> discounts = charge.discounts().ordered(conventions);
        List<Step> steps = charge.discounts().steps(line.total(), conventions, used);
        for (int i = 0; i < steps.size(); i++) { // one for each discount
            Step step = steps.get(i);
            line.addDiscount(step, PartNames.ofStage(ChargePipeline.CHARGE, step.part()), conventions.spendBasis());
            if (discounts.get(i).kind() == Discount.Kind.AMOUNT) {
                used.merge(discounts.get(i).id(), step.amount().negated(), Fraction::plus);
            }
        }
    }
}
