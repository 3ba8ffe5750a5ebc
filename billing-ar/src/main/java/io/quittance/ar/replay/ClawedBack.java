package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
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
 * The payer's bank took money back, and what was paid stays paid: the amount comes out of money on account if that suffices. If not,
 * all of it is owed again on the first item that is due after that day, or on a new one due that day, and the money on account pays
 * that, as of that day (ar.md 4.10). 100.00 taken back with 50.00 on account is a new debt of 100.00, of which 50.00 are paid.
 *
 * @param customer whose account it is
 * @param debt the id of the debt that it becomes; other types than principal have it with a hyphen and their name, {@code
 *     CB-1-penalty}
 * @param amount more than zero, in whole minor units
 * @param effectiveDate when the money went
 * @param recorded when that became known
 * @param payment of which payment, if that is known: null if not
 * @param split empty to be owed as principal; else in which order to owe again what the payment paid by type, at most as much of
 *     each as it paid, less what was owed again before. What it did not pay of any type is principal
 * @param newItem the item of the new debt where none is due later; several of one day may share it
 */
@SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
public record ClawedBack(
        CustomerId customer,
        ReceivableId debt,
        Amount amount,
        LocalDate effectiveDate,
        Recording recorded,
        @Nullable PaymentId payment,
        List<ReceivableType> split,
        ReceivableId newItem)
        implements AccountEvent {
    /** Checks the parts; a split is one of a payment, and names no type twice. */
    public ClawedBack {
        requireNonNull(customer, "customer");
        requireNonNull(debt, "debt");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        Require.that(amount.signum() > 0, "replay.amount", "amount", "must be more than 0", amount);
        Dates.inCalendar(effectiveDate, "effectiveDate");
        requireNonNull(recorded, "recorded");
        split = List.copyOf(split);
        Require.that(
                split.isEmpty() || payment != null, "replay.split", "payment", "must be named for its split", payment);
        for (int i = 0; i < split.size(); i++) {
            ReceivableType type = split.get(i);
            Require.that(split.indexOf(type) == i, "replay.split", "split[" + i + "]", "must not repeat", type);
        }
        requireNonNull(newItem, "newItem");
    }

    /** Owed again as principal, of no payment in particular, on an item of its own where none is due later. */
    public static ClawedBack of(
            CustomerId customer,
            ReceivableId debt,
            MonetaryAmount amount,
            LocalDate effectiveDate,
            Recording recorded) {
        return new ClawedBack(customer, debt, Amount.from(amount), effectiveDate, recorded, null, List.of(), debt);
    }

    /** The same, of a payment. */
    public ClawedBack ofPayment(PaymentId newPayment) {
        return new ClawedBack(
                customer, debt, amount, effectiveDate, recorded, requireNonNull(newPayment, "payment"), split, newItem);
    }

    /**
     * The same, owed again as its payment was split.
     *
     * @param order which type to owe again first
     * @throws IllegalArgumentException if no payment is named
     */
    public ClawedBack inOriginalSplit(List<ReceivableType> order) {
        return new ClawedBack(customer, debt, amount, effectiveDate, recorded, payment, order, newItem);
    }

    /** The same, on that item where none is due later. */
    public ClawedBack onNewItem(ReceivableId item) {
        return new ClawedBack(customer, debt, amount, effectiveDate, recorded, payment, split, item);
    }

    /** Of which payment, if that is known. */
    public Optional<PaymentId> knownPayment() {
        return Optional.ofNullable(payment);
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.clawedBack(this);
    }
}
