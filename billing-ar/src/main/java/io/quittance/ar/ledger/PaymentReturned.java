package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * The payer's bank took a payment back, the whole of it: the debts that it settled are open again from that day on. A fee for it is a
 * receivable of its own; see {@link #charging}.
 *
 * @param customer whose it was
 * @param payment which one; nothing of it was refunded
 * @param reason why
 * @param effectiveDate when; not before anything that was settled with it
 */
public record PaymentReturned(CustomerId customer, PaymentId payment, Reason reason, LocalDate effectiveDate)
        implements LedgerFact {
    /** Why a payment is returned; most have a code of the external reason codes of ISO 20022, as bank files say them. */
    public enum Reason {
        /** The payer's account did not have the money: AM04. */
        INSUFFICIENT_FUNDS("AM04"),
        /** The payer contests it with the card's issuer or the wallet. */
        CHARGEBACK,
        /** There was no mandate, or it was revoked: MD01. */
        NO_MANDATE("MD01"),
        /** The payer refuses a direct debit or wants it back, though there is a mandate: MD06, MS02, SL01. */
        REFUSED_BY_PAYER("MD06", "MS02", "SL01"),
        /** The account does not exist: AC01. */
        NO_ACCOUNT("AC01"),
        /** The account is closed: AC04. */
        ACCOUNT_CLOSED("AC04"),
        /** The account is blocked: AC06. */
        ACCOUNT_BLOCKED("AC06"),
        /** The payer stopped the cheque. */
        STOPPED_CHEQUE,
        /** It was sent twice: AM05. */
        DUPLICATE("AM05"),
        /** Any other. */
        OTHER;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> codes;

        Reason(String... codes) {
            this.codes = List.of(codes);
        }

        /**
         * The reason of a code of ISO 20022, external status and return reasons: AC04 is a closed account; {@link #OTHER} for codes
         * that are none of these.
         */
        public static Reason ofIso20022(String code) {
            requireNonNull(code, "code");
            for (Reason reason : values()) {
                if (reason.codes.contains(code)) {
                    return reason;
                }
            }
            return OTHER;
        }
    }

    /** Checks the parts. */
    public PaymentReturned {
        requireNonNull(customer, "customer");
        requireNonNull(payment, "payment");
        requireNonNull(reason, "reason");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    /**
     * The same return with a fee that the customer owes for it from the same day on, as a receivable of its own: 7.50 for a debit of
     * 60.00 that came back on 20 March opens the 60.00 again and 7.50 beside it.
     *
     * @param id of the new receivable
     * @param dueDate the last day on which the fee is paid on time, not before the return
     * @param amount more than zero, in whole minor units
     */
    public ReturnWithFee charging(ReceivableId id, LocalDate dueDate, MonetaryAmount amount) {
        return new ReturnWithFee(
                this, new ReceivablePosted(Receivable.of(id, customer, effectiveDate, dueDate, amount)));
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.returned(this);
    }
}
