package io.quittance.core.contract;

import io.quittance.core.schedule.ServicePeriod;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms in a review.
 *
 * @param path what stands before the names of their parts: nothing for those that were signed, else {@code
 *     amendments[0].terms.}
 * @param days on which they hold
 */
record ReviewedTerms(String path, ServicePeriod days, ContractTerms terms) {

    List<ReviewedCharge> charges() {
        var charges = new ArrayList<ReviewedCharge>();
        for (Charge charge : terms.charges()) {
            charges.add(new ReviewedCharge(path + "charges[" + charges.size() + "]", charge, this));
        }
        return charges;
    }

    /** Whether a charge is billed in the cycle of the terms, for which alone amounts are agreed for all charges. */
    boolean isInCycle(Charge charge, ServicePeriod contract) {
        return !charge.kind().isOverTerm()
                && terms.cycleOf(charge)
                        .schedule(contract.start())
                        .equals(terms.cycle().schedule(contract.start()));
    }
}
