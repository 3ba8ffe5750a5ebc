package io.quittance.kpi.cash;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An account and whether its balance agreed at a close: what the subledger has with the general ledger, or with what the other side stated. Record those too that were to be reconciled and
 * were not; who is not recorded is not measured.
 *
 * @param key unique among these, such as account and close
 * @param recordedAt when this state was recorded
 * @param account which one; one that is reconciled several times in a period counts as the last close has it
 * @param close the day at whose end the balance is
 * @param outcome what came out
 * @param inactive whether it has no balance on either side and nothing happened on it, so that it can neither differ nor have something in transit
 */
public record ReconciledAccount(
        String key, Instant recordedAt, String account, LocalDate close, Outcome outcome, boolean inactive)
        implements KpiEvent, Serializable {

    /** What comes out of a reconciliation. */
    public enum Outcome {
        /** Both sides have the same, or the other side confirmed the balance. */
        AGREED,
        /** They differ by nothing but what is in transit. */
        IN_TRANSIT,
        /** They differ. */
        DIFFERS,
        /** It was to be reconciled and was not. */
        NOT_RECONCILED;

        /** Whether the account is reconciled: it agrees, but for what is in transit. */
        public boolean isReconciled() {
            return this == AGREED || this == IN_TRANSIT;
        }
    }

    /** Checks the parts. */
    public ReconciledAccount {
        Require.id(key, "key");
        requireNonNull(recordedAt, "recordedAt");
        Require.id(account, "account");
        Dates.inCalendar(close, "close");
        requireNonNull(outcome, "outcome");
        Require.that(
                !inactive || (outcome != Outcome.DIFFERS && outcome != Outcome.IN_TRANSIT),
                "account.inactive",
                "outcome",
                "must be AGREED or NOT_RECONCILED of an inactive account",
                outcome);
    }

    /** An account with a balance or something happening on it; its key is made of account and close. */
    public static ReconciledAccount of(String account, LocalDate close, Outcome outcome, Instant recordedAt) {
        return new ReconciledAccount(
                Require.id(account, "account") + "@" + close, recordedAt, account, close, outcome, false);
    }

    /** The same without a balance and without anything happening. */
    public ReconciledAccount asInactive() {
        return new ReconciledAccount(key, recordedAt, account, close, outcome, true);
    }
}
