package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;

/**
 * Terms and the days on which they hold.
 *
 * @param days the days
 * @param terms what was agreed for them
 * @param key the amendment that brought them, or {@value #SIGNED}
 */
public record TermsVersion(ServicePeriod days, ContractTerms terms, String key) implements Serializable {
    /** The key of the terms as they were signed. */
    public static final String SIGNED = "signed";

    /** Checks that all are there. */
    public TermsVersion {
        requireNonNull(days, "days");
        requireNonNull(terms, "terms");
        Require.id(key, "key");
    }

    /** The terms as they were signed. */
    public static TermsVersion signed(ServicePeriod days, ContractTerms terms) {
        return new TermsVersion(days, terms, SIGNED);
    }
}
