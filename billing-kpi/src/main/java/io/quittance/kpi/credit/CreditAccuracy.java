package io.quittance.kpi.credit;

import io.quittance.core.internal.Require;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.List;

/**
 * How many of the assessments of the period agree with what came of the customers within so many months, in percent. Those whose months are not over are left out ({@code WINDOW_OPEN}), also
 * where the customer has defaulted already. With fewer than 30 defaults the value moves by chance ({@code FEW_DEFAULTS}). {@link #matrix} tells which kind of error it was, and {@link
 * CreditRanking} how well the scores tell customers apart. 92 of 100 that agree are 92 %.
 *
 * @param months how long after the assessment a default counts, the last day included; 1 or more
 */
public record CreditAccuracy(int months) implements Kpi<EventFigures<CreditAssessment>>, Serializable {

    /** Checks the months. */
    public CreditAccuracy {
        Require.that(months >= 1, "number.not-positive", "months", "must be 1 or more", months);
    }

    /** By defaults within so many months. */
    public static CreditAccuracy within(int months) {
        return new CreditAccuracy(months);
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        "credit.accuracy.within-" + months + "-months",
                        "Accuracy of credit risk assessments within " + months + " months",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "assessments that expected a default that came, or none where none came, within " + months
                                + " months / assessments × 100, of those made in the period at least " + months
                                + " months ago")
                .undefinedWhen(CreditOutcomes.NONE);
    }

    /** In percent; undefined if there is no assessment, or the months of none are over. */
    @Override
    public KpiResult compute(EventFigures<CreditAssessment> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        List<KpiItem> items = CreditOutcomes.known(figures, months, basis).stream()
                .map(each -> KpiItem.counted(each.key(), each.expected() == each.isDefault(months)))
                .toList();
        return items.isEmpty() && CreditOutcomes.wereMade(figures)
                ? basis.count(0).undefined("WINDOW_OPEN", "for no assessment " + months + " months have passed")
                : basis.share(items, "NO_ASSESSMENTS", "no assessment was made in the period");
    }

    /** What was expected against what came, of the same assessments. */
    public ConfusionMatrix matrix(EventFigures<CreditAssessment> figures) {
        var matrix = new ConfusionMatrix(0, 0, 0, 0);
        for (CreditAssessment each : CreditOutcomes.known(figures, months, KpiBasis.of(definition()))) {
            matrix = matrix.with(each.expected(), each.isDefault(months));
        }
        return matrix;
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
}
