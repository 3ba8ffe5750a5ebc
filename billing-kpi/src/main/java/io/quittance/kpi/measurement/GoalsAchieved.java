package io.quittance.kpi.measurement;

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
 * How many of the goals that were due in the period were met on the day they were due or before, in percent: the goal rate of a list of goals, where {@link Measurements#GOALS_RATE} takes one that
 * somebody computed. A goal whose day was not over when that was known is left out ({@code WINDOW_OPEN}). 9 of 10 are 90 %.
 */
public record GoalsAchieved() implements Kpi<EventFigures<AgreedGoal>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "goals.rate.counted",
                    "Goals achieved, counted",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "goals due in the period and met on the day they were due or before / goals due in the period × 100")
            .undefinedWhen("none was due whose day is over (NO_GOALS)")
            .definedBy("goal agreement");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if no goal was due in the period whose day is over. */
    @Override
    public KpiResult compute(EventFigures<AgreedGoal> figures) {
        KpiBasis.Builder basis = KpiBasis.of(DEFINITION).period(figures.period());
        var items = new ArrayList<KpiItem>();
        for (AgreedGoal goal : figures.events()) {
            if (figures.period().contains(goal.due())) {
                if (figures.isOver(goal.due())) {
                    items.add(KpiItem.counted(goal.key(), goal.isInTime()));
                } else {
                    basis.exclusion("WINDOW_OPEN");
                }
            }
        }
        return basis.share(items, "NO_GOALS", "no goal was due in the period whose day is over");
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
