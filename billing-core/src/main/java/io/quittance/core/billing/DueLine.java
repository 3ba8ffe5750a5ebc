package io.quittance.core.billing;

import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.schedule.ServicePeriod;

/**
 * What is due of a charge for some days, as it is known now.
 *
 * @param rated how it came about
 * @param content what is agreed for the days, by which it is told whether a line was billed on the same terms
 */
record DueLine(RatedCharge rated, Content content) {

    ChargeId charge() {
        return rated.charge();
    }

    String terms() {
        return rated.terms();
    }

    ServicePeriod days() {
        return rated.period();
    }

    Amount amount() {
        return rated.amount();
    }
}
