package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.PriceFactor;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Days of a period on which nothing changes of what is agreed for a charge.
 *
 * @param charge as it is on those days
 * @param version the terms that first said so
 * @param days the days, within the period
 * @param phase by what the price is multiplied in the phase of these days; 1 for the full price
 * @param escalation by what it is multiplied by agreement or index; null where no escalation is agreed
 */
record ChargePiece(
        Charge charge,
        TermsVersion version,
        ServicePeriod days,
        Fraction phase,
        PriceFactor.@Nullable Known escalation) {

    /** Whether the other piece follows on this one and nothing changes between them. */
    boolean continuesIn(ChargePiece next) {
        return days.end().equals(next.days.start())
                && charge.equals(next.charge)
                && phase.equals(next.phase)
                && factor().equals(next.factor())
                && version.terms().discounts().equals(next.version.terms().discounts())
                && version.terms().conventions().equals(next.version.terms().conventions());
    }

    /** This piece and the one that follows on it. */
    ChargePiece with(ChargePiece next) {
        return new ChargePiece(charge, version, new ServicePeriod(days.start(), next.days.end()), phase, escalation);
    }

    private Fraction factor() {
        return escalation == null ? Fraction.ONE : escalation.exact();
    }
}
