package io.quittance.core.contract;

import io.quittance.core.schedule.ServicePeriod;
import java.util.Optional;

/**
 * A charge in a review.
 *
 * @param path where it stands, such as {@code charges[2]}
 * @param version the terms that it belongs to
 */
record ReviewedCharge(String path, Charge charge, ReviewedTerms version) {

    /** Those of the days of its terms on which it is charged. */
    Optional<ServicePeriod> days() {
        return charge.within(version.days());
    }
}
