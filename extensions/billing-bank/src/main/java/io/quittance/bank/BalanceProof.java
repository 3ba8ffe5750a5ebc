package io.quittance.bank;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Whether the opening balance and the booked entries come to the closing balance: 18.15 and 8.85 come to 27.00. Where 27.05 is stated,
 * the difference is 0.05.
 *
 * @param outcome whether they do
 * @param difference the closing balance less what they come to, other than zero; null unless it is {@link Outcome#DIFFERENT}
 */
public record BalanceProof(Outcome outcome, @Nullable Amount difference) implements Serializable {

    /** What a proof may come to. */
    public enum Outcome {
        /** They are equal, to the last digit. */
        PROVED,
        /** They are not. */
        DIFFERENT,
        /** The file does not state both balances. */
        NOT_STATED,
        /** Balances and entries are in several currencies, or an entry could not be read. */
        NOT_COMPARABLE
    }

    /** Checks that there is a difference where one is claimed, and only there. */
    public BalanceProof {
        requireNonNull(outcome, "outcome");
        Require.that(
                (outcome == Outcome.DIFFERENT) == (difference != null && difference.signum() != 0),
                "bank.proof",
                "difference",
                "must be other than zero if it is different, and null if not",
                difference);
    }
}
