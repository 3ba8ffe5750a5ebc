package io.quittance.ar.dispute;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a case. Of 60.00 that are contested, {@code accepted(20.00)} ends the case: 20.00 are to be credited, and 40.00
 * are owed as ever; {@code accepted(20.00).leavingRest()} leaves 40.00 contested.
 *
 * @param outcome what was decided
 * @param amount what the customer need not pay: more than 0, in whole minor units; null unless something was accepted
 * @param leavesRest whether what was not accepted is contested still
 */
public record Resolution(Outcome outcome, @Nullable Amount amount, boolean leavesRest) implements Serializable {

    /** What can be decided. */
    public enum Outcome {
        /** The customer is right, about all of it or a part. */
        ACCEPTED,
        /** The customer is not right, and owes it. */
        REJECTED,
        /** The customer no longer contests it. */
        WITHDRAWN
    }

    /** Checks the parts. */
    public Resolution {
        requireNonNull(outcome, "outcome");
        Require.that(
                (outcome == Outcome.ACCEPTED) == (amount != null),
                "dispute.resolution",
                "amount",
                "must be given where something is accepted, and only there",
                amount);
        if (amount != null) {
            MinorUnits.require(amount, "amount");
            Require.that(amount.signum() > 0, "dispute.amount", "amount", "must be more than 0", amount);
        }
        Require.that(
                amount != null || !leavesRest,
                "dispute.resolution",
                "leavesRest",
                "must be false where nothing is accepted",
                leavesRest);
    }

    /** The customer is right about so much; the rest, if there is one, is owed. */
    public static Resolution accepted(MonetaryAmount amount) {
        return new Resolution(Outcome.ACCEPTED, Amount.from(amount), false);
    }

    /** The customer owes all of it. */
    public static Resolution rejected() {
        return new Resolution(Outcome.REJECTED, null, false);
    }

    /** The customer says so too. */
    public static Resolution withdrawn() {
        return new Resolution(Outcome.WITHDRAWN, null, false);
    }

    /** The same, with the rest contested still. */
    public Resolution leavingRest() {
        return new Resolution(outcome, amount, true);
    }

    /** What the customer need not pay; empty if nothing was accepted. */
    public Optional<Amount> accepted() {
        return Optional.ofNullable(amount);
    }

    /** For example {@code ACCEPTED EUR 20.00, the rest contested}. */
    @Override
    public String toString() {
        return outcome + (amount == null ? "" : " " + amount) + (leavesRest ? ", the rest contested" : "");
    }
}
