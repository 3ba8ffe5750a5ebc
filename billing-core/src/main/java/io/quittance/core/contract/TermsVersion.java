package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;

/**
 * Terms and the days on which they hold.
 *
 * @param days the days
 * @param terms what was agreed for them
 */
public record TermsVersion(ServicePeriod days, ContractTerms terms) implements Serializable {

    /** Checks that both are there. */
    public TermsVersion {
        requireNonNull(days, "days");
        requireNonNull(terms, "terms");
    }
}
