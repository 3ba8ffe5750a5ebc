package io.quittance.ar.replay;

import io.quittance.core.id.CustomerId;
import java.io.Serializable;
import java.time.LocalDate;

/** What happened to the account of a customer, when it took effect, and when it became known. */
public sealed interface AccountEvent extends Serializable permits Charged, Received, Voided, ClawedBack, PaidOut {

    /** Whose account it is. */
    CustomerId customer();

    /** The day on which it took effect, which decides its place; of one day, what was recorded first comes first. */
    LocalDate effectiveDate();

    /** When it became known. */
    Recording recorded();

    /** Answers by the kind of event. */
    <T> T match(Cases<T> cases);

    /**
     * An answer for each kind of event.
     *
     * @param <T> what is answered
     */
    interface Cases<T> {
        /** A debt. */
        T charged(Charged event);

        /** Money that arrived. */
        T received(Received event);

        /** Money that never arrived after all. */
        T voided(Voided event);

        /** Money that the payer's bank took back, and that is owed again. */
        T clawedBack(ClawedBack event);

        /** Money on account that goes back to the customer. */
        T paidOut(PaidOut event);
    }
}
