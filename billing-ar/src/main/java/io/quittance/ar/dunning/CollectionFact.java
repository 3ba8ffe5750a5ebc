package io.quittance.ar.dunning;

import java.io.Serializable;
import java.time.LocalDate;

/** What happened in collecting the debts of a customer: what was said, what was agreed. The set is closed; answer all by {@link #match}. */
public sealed interface CollectionFact extends Serializable
        permits Contact, ContactOutcome, DunningPause, FactWithdrawn, GraceGranted, PauseEnded, PromiseMade {

    /** The day from which it counts. */
    LocalDate effectiveDate();

    /** The answer of the case that it is. */
    <T> T match(Cases<T> cases);

    /**
     * An answer for each kind of fact.
     *
     * @param <T> the type of the answer
     */
    interface Cases<T> {
        /** Somebody said something. */
        T contact(Contact fact);

        /** What became of it. */
        T outcome(ContactOutcome fact);

        /** It was agreed to wait. */
        T pause(DunningPause fact);

        /** A pause ended sooner. */
        T pauseEnded(PauseEnded fact);

        /** A grace was given. */
        T grace(GraceGranted fact);

        /** A promise was made. */
        T promise(PromiseMade fact);

        /** A fact was recorded by mistake. */
        T withdrawn(FactWithdrawn fact);
    }
}
