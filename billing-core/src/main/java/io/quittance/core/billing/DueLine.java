package io.quittance.core.billing;

import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.util.List;

/**
 * What is due of a charge for some days, as it is known now.
 *
 * @param rated how it came about
 * @param content what is agreed for the days, by which it is told whether a line was billed on the same terms
 * @param days those of the rated charge, or a piece of them
 * @param amount that of the rated charge, or of a piece
 * @param taxes how it is taxed; empty if nobody says
 */
record DueLine(RatedCharge rated, Content content, ServicePeriod days, Amount amount, List<TaxTreatment> taxes) {

    ChargeId charge() {
        return rated.charge();
    }

    String terms() {
        return rated.terms();
    }
}
