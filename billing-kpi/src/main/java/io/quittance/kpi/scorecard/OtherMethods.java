package io.quittance.kpi.scorecard;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which KPIs answer a required one beside itself: those that are computed from events where it is computed from counts, or from what is judged where it is measured, and those with another number of days or hours. Each is
 * named; what is not here answers nothing else.
 *
 * @param required the id that a role's scorecard names
 * @param others the ids that answer it too
 */
record OtherMethods(String required, Pattern others) {
    private static final List<OtherMethods> ALL = List.of(
            of("billing.on-time", "billing\\.on-time\\.within-[0-9]+-days"),
            of("billing.error-rate", "billing\\.error-rate\\.within-[0-9]+-days\\.count"),
            of("billing.accuracy", "billing\\.accuracy\\.within-[0-9]+-days\\.count"),
            of("billing.accuracy.within-30-days.count", "billing\\.accuracy\\.within-[0-9]+-days\\.count"),
            of("billing.leakage.after-30-days", "billing\\.leakage\\.after-[0-9]+-days"),
            of("goals.rate", "goals\\.rate\\.(counted|targets)"),
            of("vendor.score", "vendor\\.score\\.(renormalised|of-all)"),
            of("reporting.accuracy", "reporting\\.accuracy\\.within-[0-9]+-days"),
            of("reporting.ad-hoc.within-24-hours", "reporting\\.ad-hoc\\.within-[0-9.]+-hours"),
            of(
                    "contact.response-rate.customers.within-7-days",
                    "contact\\.response-rate\\.customers\\.within-[0-9]+-days"));

    private static OtherMethods of(String required, String others) {
        return new OtherMethods(required, Pattern.compile(others));
    }

    /** Whether a KPI answers the required one: itself, another method of it, or either of a part, such as {@code vendor.score[about=V-1]}. */
    static boolean answer(String required, String id) {
        int from = id.indexOf('[');
        String whole = from < 0 ? id : id.substring(0, from) + id.substring(id.lastIndexOf(']') + 1);
        return required.equals(whole)
                || ALL.stream()
                        .anyMatch(one -> one.required.equals(required)
                                && one.others.matcher(whole).matches());
    }
}
