package io.quittance.core.rating;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.PartNames;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.RatingStage;
import io.quittance.core.pricing.TermCommitment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed for all charges together, applied to their rounded prices in the order of {@link Conventions#stages()};
 * at last the commitment is settled, when it is known what the period costs.
 */
final class ContractPipeline {
    private final RatingRequest request;
    private final ContractTerms terms;
    private final Conventions conventions;
    private final Rounding rounding;
    private final List<ChargeLine> lines;
    private final Map<String, Fraction> used;
    private Map<String, Fraction> taken = Map.of();
    private TermCommitment.Progress progress;
    private @Nullable Committed committed;

    /** What the commitment added, until the period is settled. */
    private record Committed(TermCommitment agreed, TermCommitment.Lift lift, ChargeLine line) {}

    private ContractPipeline(RatingRequest request, List<ChargeLine> lines, Map<String, Fraction> used) {
        this.request = request;
        this.used = used;
        this.lines = new ArrayList<>(lines);
        terms = request.contract().terms();
        conventions = terms.conventions();
        rounding = terms.lineRounding();
        progress = request.billedBefore().commitment();
    }

    /**
     * Applies it.
     *
     * @param used how much of discounts that are amounts was used up before, also by the charges of this period
     */
    static ContractPipeline run(RatingRequest request, List<ChargeLine> lines, Map<String, Fraction> used) {
        var pipeline = new ContractPipeline(request, lines, used);
        for (RatingStage stage : pipeline.conventions.stages()) {
            switch (stage) {
                case DISCOUNTS -> pipeline.discount();
                case MAXIMUM -> pipeline.agreed(pipeline::cap);
                case COMMITMENT -> pipeline.agreed(pipeline::commit);
                case MINIMUM -> pipeline.agreed(pipeline::lift);
                case CONVERSION, FREE_UNITS, PRICE -> {}
            }
        }
        pipeline.settle();
        return pipeline;
    }

    private void agreed(Runnable stage) {
        if (request.hasAgreements()) {
            stage.run();
        }
    }

    /** The charges' lines, then those of the terms. */
    List<ChargeLine> lines() {
        return lines;
    }

    /** What was taken off by each discount that is an amount. */
    Map<String, Fraction> taken() {
        return taken;
    }

    TermCommitment.Progress progress() {
        return progress;
    }

    private ChargeLine ofTerms(ChargeId id, String name) {
        List<TermsVersion> versions = request.versions();
        return new ChargeLine(id, name, "C62", request.service(), versions.get(versions.size() - 1));
    }

    private Fraction sum() {
        return lines.stream().map(ChargeLine::total).reduce(Fraction.ZERO, Fraction::plus);
    }

    private void discount() {
        SharedDiscounts discounts = SharedDiscounts.of(request, lines, used);
        discounts.shares().forEach(this::addDiscount);
        taken = discounts.taken();
        lines.forEach(line -> line.round(rounding)); // shares are exact where the terms of their days say so
    }

    private void addDiscount(SharedDiscounts.Share share) {
        ChargeLine line = share.line();
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
        if (request.isSettling()) {
            terms.minimum().ifPresent(minimum -> {
                var line = ofTerms(ContractTerms.MINIMUM_LINE, "Minimum");
                line.add(minimum.trueUp(Fraction.ZERO, counted(), request.servedPart(), rounding));
                lines.add(line);
            });
        }
    }

    private void commit() {
        if (request.isSettling()) {
            terms.commitment().ifPresent(commitment -> {
                TermCommitment.Lift lift =
                        commitment.lift(counted(), progress, request.isLastOfTerm(), request.servedPart(), rounding);
                var line = ofTerms(ContractTerms.COMMITMENT_LINE, "Commitment");
                line.add(lift.overage());
                line.add(lift.trueUp());
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
