package io.quittance.ar.ledger;

import io.quittance.core.id.CustomerId;
import java.io.Serializable;
import java.time.LocalDate;

/** What happened to the receivables of one customer, and on which day. A {@link LedgerEntry} says who recorded it and when. */
public sealed interface LedgerFact extends Serializable
        permits ReceivablePosted,
                CreditPosted,
                PaymentReceived,
                PaymentAllocated,
                PaymentRefunded,
                PaymentConverted,
                PaymentReturned,
                ReceivableWrittenOff,
                EntryReversed,
                DisputeOpened,
                DisputeStaged,
                DisputeResolved,
                DebtRescheduled {

    /** Whose receivables it is about. */
    CustomerId customer();

    /** The day on which it took effect. */
    LocalDate effectiveDate();

    /** Answers by the kind of fact. */
    <T> T match(Cases<T> cases);

    /**
     * An answer for each kind of fact.
     *
     * @param <T> what is answered
     */
    interface Cases<T> {
        /** A new debt. */
        T posted(ReceivablePosted fact);

        /** What a credit note gives. */
        T credited(CreditPosted fact);

        /** Money that arrived. */
        T received(PaymentReceived fact);

        /** Money that settles debts, and what closes them with it. */
        T allocated(PaymentAllocated fact);

        /** Money that goes back to the customer. */
        T refunded(PaymentRefunded fact);

        /** Money that pays in another currency. */
        T converted(PaymentConverted fact);

        /** Money that the payer's bank took back. */
        T returned(PaymentReturned fact);

        /** A debt that is given up. */
        T writtenOff(ReceivableWrittenOff fact);

        /** An entry that is undone. */
        T reversed(EntryReversed fact);

        /** An amount of a debt that the customer contests. */
        T disputeOpened(DisputeOpened fact);

        /** A case that comes to another stage or owner. */
        T disputeStaged(DisputeStaged fact);

        /** A decision about a case. */
        T disputeResolved(DisputeResolved fact);

        /** Debts that are owed in other parts and on other days instead. */
        T rescheduled(DebtRescheduled fact);
    }
}
