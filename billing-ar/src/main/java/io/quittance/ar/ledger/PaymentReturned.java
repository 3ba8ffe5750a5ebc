package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * The payer's bank took a payment back, the whole of it or a part. A fee for it is a receivable of its own; see {@link #charging}.
 *
 * <p>Of the whole, all is undone: the debts that it settled are open again from that day on. Nothing of it may have been refunded.
 *
 * <p>{@linkplain #ofPart A part} is taken from what the payment has on account; {@link PartialReturn} says what to undo for it where
 * debts are settled with it. What of it was {@linkplain #owing refunded before} is owed by the customer, who has it twice. A part can be
 * reversed, the whole cannot.
 *
 * <p>100.00 of which 80.00 settled a debt and 20.00 were refunded, all taken back on 20 March: undo the settlement, and return 100.00
 * owing 20.00. 100.00 are open: the debt again, and the 20.00.
 *
 * @param customer whose it was
 * @param payment which one; money that arrived, not a credit
 * @param reason why
 * @param effectiveDate when; for the whole, not before anything that was settled with it, or that was undone
 * @param amount what the bank took, with what is owed of it, more than zero, in whole minor units; null for the whole
 * @param owed what of the amount was refunded or converted before, as a debt of that day; null if nothing
 */
public record PaymentReturned(
        CustomerId customer,
        PaymentId payment,
        Reason reason,
        LocalDate effectiveDate,
        @Nullable Amount amount,
        @Nullable ReceivablePosted owed)
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
        if (amount != null) {
            MinorUnits.require(amount, "amount");
            Require.that(amount.signum() > 0, "ledger.amount", "amount", "must be more than 0", amount);
        }
        if (owed != null) {
            requireOwed(customer, effectiveDate, amount, owed.receivable());
        }
    }

    private static void requireOwed(
            CustomerId customer, LocalDate day, @Nullable Amount amount, Receivable receivable) {
        Require.that(
                receivable.customer().equals(customer),
                "return.owed",
                "owed.customer",
                "must be " + customer,
                receivable.customer());
        Require.that(
                receivable.documentDate().equals(day),
                "return.owed",
                "owed.documentDate",
                "must be " + day,
                receivable.documentDate());
        if (amount == null) {
            throw new InvalidArgumentException(
                    "return.owed",
                    "owed",
                    "must not be given for the return of the whole, but for a part of it",
                    receivable.id());
        }
        Amount most = amount;
        MinorUnits.require(receivable.amount(), most.getCurrency(), "owed.amount");
        Require.that(
                receivable.amount().isLessThanOrEqualTo(most),
                "return.owed",
                "owed.amount",
                "must be at most " + most + ", which the bank took",
                receivable.amount());
    }

    /** The whole payment. */
    public PaymentReturned(CustomerId customer, PaymentId payment, Reason reason, LocalDate effectiveDate) {
        this(customer, payment, reason, effectiveDate, null, null);
    }

    /**
     * A part of a payment, which must be on account, that day and ever after. Of 100.00 on account, 30.00: 70.00 are left.
     *
     * @param amount more than zero, in whole minor units
     */
    public static PaymentReturned ofPart(
            CustomerId customer, PaymentId payment, MonetaryAmount amount, Reason reason, LocalDate effectiveDate) {
        return new PaymentReturned(customer, payment, reason, effectiveDate, Amount.from(amount), null);
    }

    /**
     * The same part, of which something went back to the customer before, who now owes it.
     *
     * @param newOwed a debt of the day of the return, of at most the amount; at most what was refunded or converted of the payment, and
     *     is not owed again yet
     */
    public PaymentReturned owing(ReceivablePosted newOwed) {
        return new PaymentReturned(customer, payment, reason, effectiveDate, amount, requireNonNull(newOwed, "owed"));
    }

    /**
     * As {@link #owing(ReceivablePosted)}, in the currency of the books.
     *
     * @param id of the new receivable
     * @param dueDate the last day on which it is paid on time, not before the return
     * @param back what was refunded; more than zero, in whole minor units
     */
    public PaymentReturned owing(ReceivableId id, LocalDate dueDate, MonetaryAmount back) {
        return owing(new ReceivablePosted(Receivable.of(id, customer, effectiveDate, dueDate, back)));
    }

    /** What is taken of what the payment has on account; empty for the whole, of which all is undone. */
    public Optional<Amount> taken() {
        return Optional.ofNullable(amount)
                .map(part ->
                        owed == null ? part : part.subtract(owed.receivable().amount()));
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
