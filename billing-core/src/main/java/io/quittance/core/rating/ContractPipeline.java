package io.quittance.core.rating;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.PartNames;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.DiscountAllocation;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.pricing.TermCommitment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed for all charges together, applied to their rounded prices in the order of {@link Conventions#stages()};
 * at last the commitment is settled, when it is known what the period costs.
 */
final class ContractPipeline {
    static final ChargeId MINIMUM = ChargeId.of("terms.minimum");
    static final ChargeId COMMITMENT = ChargeId.of("terms.commitment");

    private final RatingRequest request;
    private final ContractTerms terms;
    private final Conventions conventions;
    private final Rounding rounding;
    private final List<ChargeLine> lines;
    private DiscountAllocation discounts = new DiscountAllocation(List.of());
    private TermCommitment.Progress progress;
    private @Nullable Committed committed;

    /** What the commitment added, until the period is settled. */
    private record Committed(TermCommitment agreed, TermCommitment.Lift lift, ChargeLine line) {}

    private ContractPipeline(RatingRequest request, List<ChargeLine> lines) {
        this.request = request;
        this.lines = new ArrayList<>(lines);
        terms = request.contract().terms();
        conventions = terms.conventions();
        rounding = terms.lineRounding();
        progress = request.billedBefore().commitment();
    }

    static ContractPipeline run(RatingRequest request, List<ChargeLine> lines) {
        var pipeline = new ContractPipeline(request, lines);
        for (RatingStage stage : pipeline.conventions.stages()) {
            switch (stage) {
                case DISCOUNTS -> pipeline.discount();
                case MAXIMUM -> pipeline.cap();
                case COMMITMENT -> pipeline.commit();
                case MINIMUM -> pipeline.lift();
                case CONVERSION, FREE_UNITS, PRICE -> {}
            }
        }
        pipeline.settle();
        return pipeline;
    }

    /** The charges' lines, then those of the terms. */
    List<ChargeLine> lines() {
        return lines;
    }

    DiscountAllocation discounts() {
        return discounts;
    }

    TermCommitment.Progress progress() {
        return progress;
    }

    private Fraction sum() {
        return lines.stream().map(ChargeLine::total).reduce(Fraction.ZERO, Fraction::plus);
    }

    private void discount() {
        var amounts = new ArrayList<DiscountAllocation.Line>();
        for (ChargeLine line : lines) {
            Amount amount = line.total().round(rounding, terms.currency());
            amounts.add(new DiscountAllocation.Line(line.id(), amount));
        }
        discounts = DiscountAllocation.of(
                amounts, terms.discounts(), conventions, request.billedBefore().discounts(), rounding);
        Map<ChargeId, List<DiscountAllocation.Share>> shares =
                discounts.shares().stream().collect(Collectors.groupingBy(DiscountAllocation.Share::charge));
        for (ChargeLine line : lines) {
            shares.getOrDefault(line.id(), List.of()).forEach(share -> addDiscount(line, share));
            if (conventions.discountSpread() == DiscountSpread.EXACT) {
                line.round(rounding);
            }
        }
    }

    private void addDiscount(ChargeLine line, DiscountAllocation.Share share) {
        String part = PartNames.prefixed("terms.discount", share.discount());
        line.addDiscount(
                Step.after(
                        line.total(),
                        part,
                        Fraction.ZERO,
                        Expression.of(share.amount()).negated(),
                        "terms.discount",
                        "discount {0}, share of {1}: {3}",
                        share.discount(),
                        share.left()),
                part,
                conventions.spendBasis());
    }

    private void cap() {
        terms.maximum().ifPresent(maximum -> {
            List<Fraction> totals = lines.stream().map(ChargeLine::total).toList();
            List<Fraction> counted = lines.stream().map(ChargeLine::counted).toList();
            List<Fraction> takenOff = maximum.takenOff(totals, Fraction.ZERO);
            List<Fraction> counting = counted.equals(totals) ? takenOff : maximum.takenOff(counted, Fraction.ZERO);
            for (int i = 0; i < lines.size(); i++) {
                ChargeLine line = lines.get(i);
                line.addIfAny(
                        Step.after(
                                line.total(),
                                "maximum",
                                Fraction.ZERO,
                                Expression.of(takenOff.get(i)).negated(),
                                "terms.maximum",
                                "all charges at most {0}: {2}",
                                maximum.amount()),
                        "terms.maximum",
                        counting.get(i).negated());
                line.round(rounding);
            }
        });
    }

    private void lift() {
        if (request.isClosing()) {
            terms.minimum().ifPresent(minimum -> {
                var line = new ChargeLine(MINIMUM, "Minimum", "C62");
                line.add(minimum.trueUp(Fraction.ZERO, counted(), request.servedPart(), rounding));
                lines.add(line);
            });
        }
    }

    private void commit() {
        if (request.isClosing()) {
            terms.commitment().ifPresent(commitment -> {
                TermCommitment.Lift lift =
                        commitment.lift(counted(), progress, request.isLastOfTerm(), request.servedPart(), rounding);
                var line = new ChargeLine(COMMITMENT, "Commitment", "C62");
                line.add(lift.overage());
                line.add(lift.trueUp());
                line.round(rounding);
                lines.add(line);
                committed = new Committed(commitment, lift, line);
            });
        }
    }

    /** What stages after that of the commitment changed is known only now. */
    private void settle() {
        if (committed != null) {
            Fraction least = terms.minimum()
                    .map(minimum -> minimum.prorated(request.servedPart(), rounding))
                    .map(Fraction::of)
                    .orElse(Fraction.ZERO);
            ChargeLine line = committed.line();
            var outcome = new TermCommitment.Outcome(sum(), counted(), line.total(), least);
            TermCommitment.Settlement settlement =
                    committed.agreed().settle(committed.lift(), outcome, progress, request.isLastOfTerm(), rounding);
            settlement.steps().stream().skip(2).forEach(step -> line.addIfAny(step, step.part()));
            progress = settlement.after();
        }
    }

    /** What counts towards a minimum or commitment of the contract. */
    private Fraction counted() {
        return lines.stream().map(ChargeLine::counted).reduce(Fraction.ZERO, Fraction::plus);
    }
}
