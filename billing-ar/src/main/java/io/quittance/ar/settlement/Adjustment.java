package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A part of a settlement that is no money: it closes a part of an item, or takes a part of the payment that no item needs.
 *
 * @param kind what it is
 * @param item which item it closes; null for one that takes money of the payment
 * @param amount more than 0, in whole minor units
 * @param tax the part of the amount that is tax; 0 where it is not known or none
 * @param reference of a document that proves it, such as a certificate of tax; null where there is none
 * @param explanation names the rule and its limit
 */
public record Adjustment(
        Kind kind,
        @Nullable ReceivableId item,
        Amount amount,
        Amount tax,
        @Nullable String reference,
        Explanation explanation)
        implements Serializable {

    /** What an adjustment is. */
    public enum Kind {
        /** A discount for paying early, taken in time. */
        EARLY_PAYMENT_DISCOUNT(true),
        /** A discount for paying early, granted after its date. */
        LATE_DISCOUNT(true),
        /** A discount that was agreed otherwise, or granted for what was not paid. */
        ALLOWED_DISCOUNT(true),
        /** A difference within the tolerance of the documents that are paid together: short on an item, or over on the payment. */
        TOLERANCE(true),
        /** A difference between the money and what its payer says it is for, within the tolerance of the receipt. */
        RECEIPT_TOLERANCE(true),
        /** Tax that the payer keeps and pays to the authority. */
        WITHHOLDING_TAX(true),
        /** What a bank kept of the money on its way. */
        BANK_CHARGE(true),
        /** What is given up. */
        WRITE_OFF(false),
        /** What is owed by a new item from now on. */
        MOVED_TO_NEW_ITEM(false),
        /** Money of the payment that nobody claims. */
        OVERPAYMENT_INCOME(true);

        private final boolean settles;

        Kind(boolean settles) {
            this.settles = settles;
        }

        /** Whether an item that is closed by it counts as settled by the customer, which one that is given up or moved does not. */
        public boolean settles() {
            return settles;
        }
    }

    /** Checks the parts. */
    public Adjustment {
        requireNonNull(kind, "kind");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() > 0, "settlement.amount", "amount", "must be more than 0", amount);
        MinorUnits.require(requireNonNull(tax, "tax"), amount.getCurrency(), "tax");
        Require.that(
                tax.signum() >= 0 && tax.isLessThanOrEqualTo(amount),
                "settlement.tax",
                "tax",
                "must lie between 0 and " + amount,
                tax);
        Require.optionalId(reference, "reference");
        requireNonNull(explanation, "explanation");
        Require.that(
                item != null
                        || kind == Kind.TOLERANCE
                        || kind == Kind.RECEIPT_TOLERANCE
                        || kind == Kind.OVERPAYMENT_INCOME,
                "settlement.kind",
                "kind",
                "must be OVERPAYMENT_INCOME or a tolerance where no item is closed",
                kind);
        Require.that(
                item == null || kind != Kind.OVERPAYMENT_INCOME,
                "settlement.kind",
                "item",
                "must not be given for OVERPAYMENT_INCOME",
                item);
    }

    /** One that closes a part of an item; without tax and reference. */
    public static Adjustment of(Kind kind, ReceivableId item, MonetaryAmount amount, Explanation explanation) {
        return new Adjustment(
                kind,
                requireNonNull(item, "item"),
                Amount.from(amount),
                Amount.zero(amount.getCurrency()),
                null,
                explanation);
    }

    /** One that takes money of the payment, of the kinds that can. */
    public static Adjustment ofPayment(Kind kind, MonetaryAmount amount, Explanation explanation) {
        return new Adjustment(kind, null, Amount.from(amount), Amount.zero(amount.getCurrency()), null, explanation);
    }

    /** The same, of which so much is tax. */
    public Adjustment taxed(MonetaryAmount part) {
        return new Adjustment(kind, item, amount, Amount.from(part), reference, explanation);
    }

    /**
     * The same, proved by a document.
     *
     * @param document 1 to 200 characters
     */
    public Adjustment provedBy(String document) {
        return new Adjustment(kind, item, amount, tax, requireNonNull(document, "reference"), explanation);
    }

    /** Which item it closes; empty for one that takes money of the payment. */
    public Optional<ReceivableId> closes() {
        return Optional.ofNullable(item);
    }

    /** Whether it closes a part of that item. */
    public boolean isOf(ReceivableId other) {
        return other.equals(item);
    }

    /** The document that proves it. */
    public Optional<String> proof() {
        return Optional.ofNullable(reference);
    }

    /** For example {@code TOLERANCE EUR 5.00 of INV-1}. */
    @Override
    public String toString() {
        return kind + " " + amount + " of " + (item == null ? "the payment" : item);
    }
}
