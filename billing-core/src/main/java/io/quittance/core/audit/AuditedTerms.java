package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of terms by which a line was billed.
 *
 * @param contract of which contract
 * @param key the amendment that brought them, or {@value TermsVersion#SIGNED}
 * @param effective the first day for which they were agreed
 * @param recordedAt when they became known
 * @param terms what was agreed
 */
public record AuditedTerms(
        ContractId contract, String key, LocalDate effective, Instant recordedAt, ContractTerms terms)
        implements Serializable {

    /** Checks that all are there. */
    public AuditedTerms {
        requireNonNull(contract, "contract");
        Require.id(key, "key");
        requireNonNull(effective, "effective");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(terms, "terms");
    }

    /** For example {@code C-1 signed from 2026-01-01}. */
    @Override
    public String toString() {
        return contract + " " + key + " from " + effective;
    }
}
