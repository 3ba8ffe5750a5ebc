package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.List;

/**
 * Something in drafts that is unlike earlier periods. It may be right; somebody should look at it before it is issued. It has no
 * amount: what is too much or too little, only the contract tells.
 *
 * @param code what is unlike
 * @param contract of which contract
 * @param charge the id of the charge, or the text of lines that do not say what they charge
 * @param period the period of the draft; of what is absent the one that was to be expected
 * @param documents the drafts, each once; empty for what is absent
 * @param reason in words, with both values
 */
public record PlausibilityFinding(
        Code code, ContractId contract, String charge, ServicePeriod period, List<String> documents, Explanation reason)
        implements Serializable {

    /** What is unlike earlier periods. */
    public enum Code {
        /** The amount of a period. */
        IMPLAUSIBLE_AMOUNT,
        /** The quantity of a period. */
        IMPLAUSIBLE_QUANTITY,
        /** A charge that was invoiced in at least two periods, up to the last one, is in no draft. */
        IMPLAUSIBLE_ABSENCE,
        /** A charge that was never invoiced, of a contract that was. */
        IMPLAUSIBLE_NOVELTY
    }

    /** Checks that all are there. */
    public PlausibilityFinding {
        requireNonNull(code, "code");
        requireNonNull(contract, "contract");
        Require.text(charge, "charge");
        requireNonNull(period, "period");
        documents = List.copyOf(documents);
        requireNonNull(reason, "reason");
    }

    /** For example {@code IMPLAUSIBLE_AMOUNT C-1 calls [2026-03-01, 2026-04-01): 410.00 instead of 41.50 as usual}. */
    @Override
    public String toString() {
        return code + " " + contract + " " + charge + " " + period + ": " + reason;
    }
}
