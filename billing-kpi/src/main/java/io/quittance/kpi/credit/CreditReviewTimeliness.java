package io.quittance.kpi.credit;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * How many of the reviews of credit limits that were due in the period were done on the day they were due or before, in percent. What was due and is not done is late; a review whose day was not over when that was known
 * is left out ({@code WINDOW_OPEN}). 9 of 10 are 90 %.
 */
public record CreditReviewTimeliness() implements Kpi<EventFigures<CreditReview>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "credit.review-timeliness",
                    "Credit limit reviews on time",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "reviews due in the period and done on the day they were due or before / reviews due in the period × 100")
            .undefinedWhen("none was due whose day is over (NO_REVIEWS)");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if no review was due in the period whose day is over. */
    @Override
    public KpiResult compute(EventFigures<CreditReview> figures) {
        KpiBasis.Builder basis = KpiBasis.of(DEFINITION).period(figures.period());
        var items = new ArrayList<KpiItem>();
        for (CreditReview review : figures.events()) {
            if (figures.period().contains(review.due())) {
                if (figures.isOver(review.due())) {
                    items.add(KpiItem.counted(review.key(), review.isOnTime()));
                } else {
                    basis.exclusion("WINDOW_OPEN");
                }
            }
        }
        return basis.share(items, "NO_REVIEWS", "no review was due in the period whose day is over");
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
