package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ChargeKind;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.PartNames;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.pricing.ServedPart;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The stages through which one charge goes, in the order of {@link Conventions#stages()}, up to the rounded price of each of
 * its pieces. What is agreed for the whole period is that of the last piece, and stands on its line.
 */
final class ChargePipeline {
    static final String CHARGE = "charge";

    private final RatingRequest request;
    private final Charge charge;
    private final Conventions conventions;
    private final Rounding rounding;
    private final List<ChargePiece> pieces;
    private final Map<String, Fraction> used;
    private final List<PieceRating> ratings = new ArrayList<>();

    private ChargePipeline(
            List<ChargePiece> pieces, RatingRequest request, UsageIndex usage, Map<String, Fraction> used) {
        this.request = request;
        this.pieces = pieces;
        this.used = used;
        ChargePiece last = pieces.get(pieces.size() - 1);
        charge = last.charge();
        conventions = last.version().terms().conventions();
        rounding = request.contract().terms().lineRounding();
        LocalDate metered = pieces.stream()
                .filter(piece -> piece.charge().kind().isMetered())
                .map(piece -> piece.days().start())
                .findFirst()
                .orElse(request.service().start());
        for (ChargePiece piece : pieces) {
            ratings.add(new PieceRating(piece, metered, request, usage));
        }
    }

    /**
     * Rates one charge, from its quantity to its rounded price; what cannot be, is refused as that of the charge.
     *
     * @param pieces in the order of time, at least one
     * @param used how much of discounts that are amounts was used up before; what is used of them here is added
     * @return one line for each piece
     * @throws InvalidArgumentException if the model, the aggregation or a stage refuses
     * @throws InexactResultException if a number of it is beyond the stated bounds
     */
    static List<ChargeLine> rate(
            List<ChargePiece> pieces, RatingRequest request, UsageIndex usage, Map<String, Fraction> used) {
        String place = "charges[" + pieces.get(0).charge().id() + "]";
        try {
            return new ChargePipeline(pieces, request, usage, used).rated();
        } catch (InvalidArgumentException e) {
            InvalidArgumentException placed = e.at(place);
            throw e.getCause() == null ? placed : placed.causedBy(e.getCause());
        } catch (InexactResultException e) {
            throw e.at(place);
        }
    }

    private List<ChargeLine> rated() {
        for (RatingStage stage : conventions.stages()) {
            switch (stage) {
                case PRICE -> price();
                case DISCOUNTS -> ratings.forEach(rating -> rating.discount(used));
                case MAXIMUM -> charge.maximum().ifPresent(this::cap);
                case COMMITMENT -> commit();
                case MINIMUM -> lift();
                case CONVERSION, FREE_UNITS -> {} // with the price
            }
        }
        List<ChargeLine> lines = ratings.stream().map(PieceRating::line).toList();
        lines.forEach(line -> line.round(rounding));
        return lines;
    }

    /**
     * Of what recurs, the part of the period that is due grows piece by piece; over pieces that meet, by the part of all of them
     * together. What is metered, or due once, is whole.
     */
    private void price() {
        Fraction before = Fraction.ZERO;
        Fraction apart = Fraction.ZERO;
        ServicePeriod meeting = null;
        for (int i = 0; i < ratings.size(); i++) {
            if (pieces.get(i).charge().kind() != ChargeKind.RECURRING) {
                ratings.get(i).price(Fraction.ZERO, Fraction.ONE);
                continue;
            }
            ServicePeriod days = pieces.get(i).days();
            if (meeting != null && meeting.end().equals(days.start())) {
                meeting = new ServicePeriod(meeting.start(), days.end());
            } else {
                meeting = days;
                apart = before;
            }
            Fraction due = apart.plus(part(meeting)).min(Fraction.ONE).max(before);
            ratings.get(i).price(before, due);
            before = due;
        }
    }

    private Fraction part(ServicePeriod served) {
        if (served.equals(request.period())) {
            return Fraction.ONE;
        }
        Proration proration = charge.proration().orElse(conventions.proration());
        return proration.checkedPart(served, request.period());
    }

    private List<ChargeLine> lines() {
        return ratings.stream().map(PieceRating::line).toList();
    }

    private ChargeLine last() {
        return ratings.get(ratings.size() - 1).line();
    }

    private Fraction total() {
        return lines().stream().map(ChargeLine::total).reduce(Fraction.ZERO, Fraction::plus);
    }

    private Fraction counted() {
        return lines().stream().map(ChargeLine::counted).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** What a discount took off a charge is known by this part. */
    static String discountPart(String discount) {
        return PartNames.ofStage(CHARGE, PartNames.prefixed("discount", discount));
    }

    private void cap(SpendMaximum maximum) {
        if (ratings.size() == 1) {
            last().addStage(price -> List.of(maximum.step(price, Fraction.ZERO)));
            return;
        }
        List<ChargeLine> lines = lines();
        List<Fraction> off =
                maximum.takenOff(lines.stream().map(ChargeLine::total).toList(), Fraction.ZERO);
        List<Fraction> counting =
                maximum.takenOff(lines.stream().map(ChargeLine::counted).toList(), Fraction.ZERO);
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i)
                    .addIfAny(
                            Step.after(
                                    lines.get(i).total(),
                                    "maximum",
                                    Fraction.ZERO,
                                    Expression.of(off.get(i)).negated(),
                                    "charge.maximum.pieces",
                                    "at most {0} in the period: {2}",
                                    maximum.amount()),
                            PartNames.ofStage(CHARGE, "maximum"),
                            counting.get(i).negated());
        }
    }

    private void commit() {
        charge.commitment().ifPresent(commitment -> {
            Expression agreed = commitment.prorated(servedPart());
            Expression committed = commitment.worth(agreed, charge.model(), conventions, rounding);
            last().addStage(total(), counted(), price -> commitment.steps(price, committed, request.isClosing()));
        });
    }

    /** The served days on which the charge is charged. */
    private ServedPart servedPart() {
        List<ServicePeriod> days =
                ServicePeriod.merged(pieces.stream().map(ChargePiece::days).toList());
        return request.servedPart(days.stream()
                .flatMap(each -> request.served().stream().flatMap(served -> served.intersection(each).stream()))
                .toList());
    }

    private void lift() {
        if (request.isClosing()) {
            charge.minimum().ifPresent(minimum -> {
                lines().forEach(line -> line.round(rounding));
                Step trueUp = minimum.trueUp(total(), counted(), servedPart(), rounding);
                last().addIfAny(ratings.size() == 1 ? trueUp : trueUp.alone(), "charge.minimum");
            });
        }
    }
}
