package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * One fact about the receivables of one customer. It has two times: when it took effect, and when it was recorded. Facts
 * are added, never changed.
 */
public sealed interface LedgerEntry extends Serializable {

    /** Unique for the customer: the same entry posted twice has no second effect. */
    EntryKey key();

    /** Whose receivables it is about. */
    CustomerId customer();

    /** The day on which it took effect. */
    LocalDate effectiveDate();

    /** The instant from which it was known. */
    Instant recordedAt();

    /** Answers by the kind of entry. */
    <T> T match(Cases<T> cases);

    /**
     * An answer for each kind of entry.
     *
     * @param receivablePosted for a new debt
     * @param paymentReceived for money that arrived
     * @param paymentAllocated for money that settles debts
     * @param disputeOpened for a debt that the customer contests
     * @param disputeClosed for a debt that is no longer contested
     * @param <T> what is answered
     */
    record Cases<T>(
            Function<ReceivablePosted, T> receivablePosted,
            Function<PaymentReceived, T> paymentReceived,
            Function<PaymentAllocated, T> paymentAllocated,
            Function<DisputeOpened, T> disputeOpened,
            Function<DisputeClosed, T> disputeClosed) {}

    /**
     * A debt came into being, on the date of its document.
     *
     * @param key unique for the customer
     * @param receivable the debt
     * @param recordedAt when it was known
     */
    record ReceivablePosted(EntryKey key, Receivable receivable, Instant recordedAt) implements LedgerEntry {
        /** Checks that all are there. */
        public ReceivablePosted {
            requireNonNull(key, "key");
            requireNonNull(receivable, "receivable");
            requireNonNull(recordedAt, "recordedAt");
        }

        @Override
        public CustomerId customer() {
            return receivable.customer();
        }

        @Override
        public LocalDate effectiveDate() {
            return receivable.documentDate();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.receivablePosted().apply(this);
        }
    }

    /**
     * Money arrived, on its value date. It stands on account until it is allocated.
     *
     * @param key unique for the customer
     * @param payment the money
     * @param recordedAt when it was known
     */
    record PaymentReceived(EntryKey key, Payment payment, Instant recordedAt) implements LedgerEntry {
        /** Checks that all are there. */
        public PaymentReceived {
            requireNonNull(key, "key");
            requireNonNull(payment, "payment");
            requireNonNull(recordedAt, "recordedAt");
        }

        @Override
        public CustomerId customer() {
            return payment.customer();
        }

        @Override
        public LocalDate effectiveDate() {
            return payment.valueDate();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.paymentReceived().apply(this);
        }
    }

    /**
     * Money on account settles debts.
     *
     * @param key unique for the customer
     * @param allocation which money, which debts
     * @param effectiveDate not before the money's value date, nor before the date of any debt it settles
     * @param recordedAt when it was known
     */
    record PaymentAllocated(EntryKey key, Allocation allocation, LocalDate effectiveDate, Instant recordedAt)
            implements LedgerEntry {
        /** Checks that all are there. */
        public PaymentAllocated {
            requireNonNull(key, "key");
            requireNonNull(allocation, "allocation");
            Dates.inCalendar(effectiveDate, "effectiveDate");
            requireNonNull(recordedAt, "recordedAt");
        }

        @Override
        public CustomerId customer() {
            return allocation.customer();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.paymentAllocated().apply(this);
        }
    }

    /**
     * The customer contests a debt.
     *
     * @param key unique for the customer
     * @param customer who contests it
     * @param item the debt
     * @param effectiveDate from when
     * @param recordedAt when it was known
     */
    record DisputeOpened(
            EntryKey key, CustomerId customer, ReceivableId item, LocalDate effectiveDate, Instant recordedAt)
            implements LedgerEntry {
        /** Checks that all are there. */
        public DisputeOpened {
            requireNonNull(key, "key");
            requireNonNull(customer, "customer");
            requireNonNull(item, "item");
            Dates.inCalendar(effectiveDate, "effectiveDate");
            requireNonNull(recordedAt, "recordedAt");
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.disputeOpened().apply(this);
        }
    }

    /**
     * The dispute about a debt is over, whatever its outcome.
     *
     * @param key unique for the customer
     * @param customer who contested it
     * @param item the debt
     * @param effectiveDate the first day on which it is no longer contested
     * @param recordedAt when it was known
     */
    record DisputeClosed(
            EntryKey key, CustomerId customer, ReceivableId item, LocalDate effectiveDate, Instant recordedAt)
            implements LedgerEntry {
        /** Checks that all are there. */
        public DisputeClosed {
            requireNonNull(key, "key");
            requireNonNull(customer, "customer");
            requireNonNull(item, "item");
            Dates.inCalendar(effectiveDate, "effectiveDate");
            requireNonNull(recordedAt, "recordedAt");
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.disputeClosed().apply(this);
        }
    }
}
