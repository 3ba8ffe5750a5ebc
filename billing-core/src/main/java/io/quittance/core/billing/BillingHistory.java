package io.quittance.core.billing;

import java.util.Optional;

/**
 * What was billed of a contract before: the port through which a run reads what earlier runs left, which a host stores. A run
 * asks for the periods that it bills and corrects and for no others, so that it costs the same after ten years as after one
 * month. {@link BilledPeriods} keeps them in memory.
 */
public interface BillingHistory {

    /** The state that the last run left; {@link BillingMark#NONE} before the first. */
    BillingMark mark();

    /**
     * What was billed for a period.
     *
     * @param cycle the name of its cycle, one of {@link BillingMark#cycles()}
     * @param number of the period within its cycle
     */
    Optional<BilledPeriod> period(String cycle, long number);

    /** Nothing was billed yet. */
    static BillingHistory none() {
        return BilledPeriods.none();
    }
}
