package io.quittance.kpi.credit;

import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiBasis;
import java.util.ArrayList;
import java.util.List;

/** The assessments of a period whose outcome is known, and what a reader must know about them. */
final class CreditOutcomes {
    /** With fewer defaults than this, chance moves a share by several percent. */
    static final int FEW_DEFAULTS = 30;

    static final String NONE = "none was made (NO_ASSESSMENTS); the window of none is over (WINDOW_OPEN)";

    private CreditOutcomes() {}

    /** Those whose months are over; of the others the basis tells, if there is one. */
    static List<CreditAssessment> known(EventFigures<CreditAssessment> figures, int months, KpiBasis.Builder basis) {
        var known = new ArrayList<CreditAssessment>();
        long defaults = 0;
        for (CreditAssessment each : figures.events()) {
            if (!figures.period().contains(each.assessed())) {
                continue;
            }
            if (!figures.isOver(each.lastDay(months))) {
                basis.exclusion("WINDOW_OPEN");
            } else {
                known.add(each);
                defaults += each.isDefault(months) ? 1 : 0;
            }
        }
        if (!known.isEmpty() && defaults < FEW_DEFAULTS) {
            basis.note("FEW_DEFAULTS");
        }
        return known;
    }

    /** Whether assessments were made in the period. */
    static boolean wereMade(EventFigures<CreditAssessment> figures) {
        return figures.events().stream().anyMatch(each -> figures.period().contains(each.assessed()));
    }
}
