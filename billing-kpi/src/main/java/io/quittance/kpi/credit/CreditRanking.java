package io.quittance.kpi.credit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well scores tell customers who default from those who do not, in percent, exactly: of all pairs of one of each, the share in which the score of the first was the higher risk, a tie as one
 * half (the area under the ROC curve, AUC); or twice that less 100 (Gini), from -100 to 100, where 0 is chance. Of the assessments of the period whose months are over, as {@link CreditAccuracy}
 * has them. Defaults with scores of 80 and 40 and others with 60 and 20 make four pairs, three in the right order: 75 %, Gini 50.
 *
 * @param measure AUC or Gini
 * @param months how long after the assessment a default counts, the last day included; 1 or more
 */
public record CreditRanking(Measure measure, int months) implements Kpi<EventFigures<CreditAssessment>>, Serializable {
    private static final Fraction HUNDRED = Fraction.of(100);

    /** How it is told. */
    public enum Measure {
        /** The share of pairs in the right order. */
        AUC,
        /** Twice that less 100. */
        GINI
    }

    /** Checks the parts. */
    public CreditRanking {
        requireNonNull(measure, "measure");
        Require.that(months >= 1, "number.not-positive", "months", "must be 1 or more", months);
    }

    /** The share of pairs in the right order. */
    public static CreditRanking auc(int months) {
        return new CreditRanking(Measure.AUC, months);
    }

    /** Twice that less 100. */
    public static CreditRanking gini(int months) {
        return new CreditRanking(Measure.GINI, months);
    }

    @Override
    public KpiDefinition definition() {
        String pairs = "pairs of one who defaulted within " + months
                + " months, scored the higher risk, and one who did not, ties as one half / all pairs";
        return KpiDefinition.of(
                        (measure == Measure.AUC ? "credit.auc" : "credit.gini") + ".within-" + months + "-months",
                        (measure == Measure.AUC ? "Area under the ROC curve" : "Gini coefficient")
                                + " of credit scores within " + months + " months",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        (measure == Measure.AUC ? pairs + " × 100" : "2 × " + pairs + " × 100 - 100")
                                + ", of those assessed in the period at least " + months + " months ago")
                .undefinedWhen(CreditOutcomes.NONE + "; all or none defaulted (ONE_OUTCOME)")
                .definedBy("Basel Committee, working paper 14, studies on the validation of internal rating systems");
    }

    /** In percent; undefined if there is no assessment, the months of none are over, or all customers came out alike. Takes time for n log n scores. */
    @Override
    public KpiResult compute(EventFigures<CreditAssessment> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        List<CreditAssessment> known = CreditOutcomes.known(figures, months, basis);
        basis.count(known.size());
        if (known.isEmpty()) {
            return CreditOutcomes.wereMade(figures)
                    ? basis.undefined("WINDOW_OPEN", "for no assessment " + months + " months have passed")
                    : basis.undefined("NO_ASSESSMENTS", "no assessment was made in the period");
        }
        Pairs pairs = Pairs.of(known, months);
        return measure == Measure.AUC
                ? basis.quotient(pairs.right, pairs.all, HUNDRED, "ONE_OUTCOME", "all or none defaulted")
                : basis.quotient(
                        pairs.right.times(Fraction.of(2)).minus(pairs.all),
                        pairs.all,
                        HUNDRED,
                        "ONE_OUTCOME",
                        "all or none defaulted");
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }

    /** Pairs of a customer who defaulted and one who did not: how many are in the right order, and how many there are. */
    private record Pairs(Fraction right, Fraction all) {

        static Pairs of(List<CreditAssessment> known, int months) {
            var byScore = new TreeMap<Fraction, long[]>();
            for (CreditAssessment each : known) {
                byScore.computeIfAbsent(each.score(), any -> new long[2])[each.isDefault(months) ? 1 : 0]++;
            }
            Fraction right = Fraction.ZERO;
            long good = 0;
            long defaults = 0;
            for (Map.Entry<Fraction, long[]> score : byScore.entrySet()) {
                long goodHere = score.getValue()[0];
                long defaultsHere = score.getValue()[1];
                Fraction beaten = Fraction.of(good).plus(Fraction.of(goodHere, 2));
                right = right.plus(beaten.times(Fraction.of(defaultsHere)));
                good += goodHere;
                defaults += defaultsHere;
            }
            return new Pairs(right, Fraction.of(good).times(Fraction.of(defaults)));
        }
    }
}
