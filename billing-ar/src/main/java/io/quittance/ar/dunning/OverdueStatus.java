package io.quittance.ar.dunning;

import io.quittance.core.internal.Require;

/** Whether something counts as not paid in time, by a margin that shifts the border. */
public enum OverdueStatus {
    /** Not late by more than the margin. */
    OPEN,
    /** Late by more than the margin. */
    UNPAID;

    /**
     * Of something that is late: by 2 days it is unpaid with a margin of 1, and open with a margin of 2.
     *
     * @param daysPastDue 0 on the due date, negative before
     * @param marginDays 0 or more
     */
    public static OverdueStatus of(long daysPastDue, int marginDays) {
        Require.that(marginDays >= 0, "overdue.margin", "marginDays", "must not be negative", marginDays);
        return daysPastDue > marginDays ? UNPAID : OPEN;
    }
}
