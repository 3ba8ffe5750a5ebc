package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what was invoiced and what was to be, or a part of one that has a reason of its own.
 *
 * @param code what is wrong
 * @param contract of which contract
 * @param charged what is charged; null for a line that is of no charge
 * @param days the days that were compared: one or more periods of the charge, and those of the lines on them
 * @param documents the numbers and names of those involved, each once, in the order of their dates; empty where nothing was invoiced
 * @param expected what was to be invoiced for the days, by the terms and what was delivered
 * @param invoiced what was
 * @param difference what this finding explains of invoiced less expected: positive is too much, negative is leakage
 * @param daysLate days after the last one that was on time; 0 unless it is {@link Code#LATE}
 * @param reason in words
 */
public record VerificationFinding(
        Code code,
        ContractId contract,
        @Nullable ChargeId charged,
        ServicePeriod days,
        List<String> documents,
        Amount expected,
        Amount invoiced,
        Amount difference,
        long daysLate,
        Explanation reason)
        implements Serializable {

    /** What is wrong. */
    public enum Code {
        /** Delivered and agreed, and not invoiced. */
        MISSING,
        /** Invoiced once more, for days that another line of the same charge has already. */
        DUPLICATE,
        /** Invoiced, but after the last day that is on time; its difference is zero. */
        LATE,
        /** The amount is what other known terms, another price of the charge or one that was not escalated come to. */
        WRONG_PRICE_VERSION,
        /** The amount is what another tier, or another way of reading the tiers, comes to. */
        WRONG_TIER,
        /** Other units were invoiced than were delivered, at the right price. */
        WRONG_QUANTITY,
        /** The right units were invoiced, at a price that no terms have. */
        WRONG_PRICE,
        /** No more than rounding can make of it. */
        ROUNDING_ONLY,
        /** Invoiced without a charge of the contract on these days. */
        NOT_IN_CONTRACT,
        /** Invoiced for days that are over, of which nothing was delivered. */
        NOT_DELIVERED,
        /** Invoiced before it is due, or for days on which nothing is due. */
        NOT_DUE,
        /** Given back by a credit note beside the terms: no leakage, since somebody wanted it. */
        CREDITED,
        /** Not invoiced, and still in time: no leakage yet. */
        PENDING,
        /** What is expected is not known, since the charge could not be rated: neither leakage nor too much. */
        NOT_VERIFIABLE,
        /** What a host's own rule found. */
        OTHER,
        /** What no rule explains. */
        UNEXPLAINED;

        /** Whether its difference is leakage or overbilling. */
        public boolean isCounted() {
            return this != CREDITED && this != PENDING && this != NOT_VERIFIABLE;
        }

        /** Whether a finding says that an amount is wrong: all but {@link #LATE} and those that do not count. */
        public boolean isWrongAmount() {
            return isCounted() && this != LATE;
        }
    }

    /** Checks that all are there. */
    public VerificationFinding {
        requireNonNull(code, "code");
        requireNonNull(contract, "contract");
        requireNonNull(days, "days");
        documents = List.copyOf(documents);
        requireNonNull(expected, "expected");
        requireNonNull(invoiced, "invoiced");
        requireNonNull(difference, "difference");
        Require.that(daysLate >= 0, "number.negative", "daysLate", "must not be negative", daysLate);
        requireNonNull(reason, "reason");
    }

    /** What is charged, if the lines are of a charge. */
    public Optional<ChargeId> charge() {
        return Optional.ofNullable(charged);
    }

    /** For example {@code MISSING C-1 calls [2026-01-01, 2026-02-01): EUR -41.50, EUR 41.50 were not invoiced}. */
    @Override
    public String toString() {
        return code + " " + contract + " " + (charged == null ? "" : charged + " ") + days + ": " + difference + ", "
                + reason;
    }
}
