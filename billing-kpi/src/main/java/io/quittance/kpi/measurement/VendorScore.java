package io.quittance.kpi.measurement;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * The weighted score of a vendor, from 0 to 100 points. A criterion that was not judged is left out ({@code NOT_JUDGED}) and the weights of the others make up the whole, of which the denominator is
 * the weight that was judged; or there is no score then. 80 with weight 3 and 60 with weight 1 are 75.
 *
 * <p>An evaluation does not name its vendor: say of whom a result is by {@code result.only("about", "V-1")}, as measurements do, {@code vendor.score[about=V-1]}. Results of two vendors make no series then.
 *
 * @param isComplete whether there is a score only if each criterion was judged
 */
public record VendorScore(boolean isComplete) implements Kpi<VendorEvaluation>, Serializable {

    /** Of the criteria that were judged. */
    public static VendorScore renormalised() {
        return new VendorScore(false);
    }

    /** None unless all were judged. */
    public static VendorScore ofAll() {
        return new VendorScore(true);
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        isComplete ? "vendor.score.of-all" : "vendor.score.renormalised",
                        "Vendor evaluation, " + (isComplete ? "of all criteria" : "of the criteria judged"),
                        KpiUnit.POINTS,
                        Direction.HIGHER,
                        "sum of weight × score / sum of weights, of "
                                + (isComplete ? "all criteria" : "the criteria judged"))
                .undefinedWhen(isComplete ? "one was not judged (NOT_JUDGED)" : "none was judged (NOT_JUDGED)")
                .definedBy("vendor evaluation");
    }

    /** In points; undefined if no criterion was judged, or not each of them where all must be. */
    @Override
    public KpiResult compute(VendorEvaluation figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        var items = new ArrayList<KpiItem>();
        Fraction above = Fraction.ZERO;
        Fraction below = Fraction.ZERO;
        for (VendorEvaluation.Criterion criterion : figures.criteria()) {
            if (criterion.score() == null) {
                basis.exclusion("NOT_JUDGED");
            } else {
                Fraction weight = Fraction.of(criterion.weight());
                Fraction part = weight.times(Fraction.of(criterion.score()));
                above = above.plus(part);
                below = below.plus(weight);
                items.add(new KpiItem(criterion.name(), part, weight));
            }
        }
        basis.items(items).count(items.size());
        return isComplete && items.size() < figures.criteria().size()
                ? basis.undefined("NOT_JUDGED", "a criterion was not judged")
                : basis.quotient(above, below, Fraction.ONE, "NOT_JUDGED", "no criterion was judged");
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
