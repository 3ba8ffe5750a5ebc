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

/** How many of the goals that were due in the period have been met, in percent: the goal rate of a list of goals, where {@link Measurements#GOALS_RATE} takes one that somebody computed. 9 of 10 are 90 %. */
public record GoalsAchieved() implements Kpi<EventFigures<AgreedGoal>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "goals.rate.counted",
                    "Goals achieved, counted",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "goals due in the period and met / goals due in the period × 100")
            .undefinedWhen("none was due (NO_GOALS)")
            .definedBy("goal agreement");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if no goal was due. */
    @Override
    public KpiResult compute(EventFigures<AgreedGoal> figures) {
        return KpiBasis.of(DEFINITION)
                .period(figures.period())
                .share(
                        figures.events().stream()
                                .filter(goal -> figures.period().contains(goal.due()))
                                .map(goal -> KpiItem.counted(goal.key(), goal.isMet()))
                                .toList(),
                        "NO_GOALS",
                        "no goal was due in the period");
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
