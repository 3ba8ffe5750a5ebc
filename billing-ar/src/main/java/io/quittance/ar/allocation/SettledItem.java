package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Objects;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** How much of an item a payment pays: 50.00 of 80.00. */
public final class SettledItem implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The debt, with what was open of it before any of the payments. */
    private final transient OpenItem first;
    /** That of the debt: who wants no more than the id need not fetch the debt from memory. */
    private final transient ReceivableId id;

    private final transient CurrencyUnit currency;
    /** What was open of it before the payment, in minor units. */
    private final transient long open;
    /** In minor units: amounts are made where they are asked for. */
    private final transient long paid;

    /** Of what is known to be right. */
    SettledItem(OpenItem first, ReceivableId id, CurrencyUnit currency, long open, long paid) {
        this.first = first;
        this.id = id;
        this.currency = currency;
        this.open = open;
        this.paid = paid;
    }

    /**
     * Of an item as it was before a payment, so much is paid.
     *
     * @param paid more than zero, at most what was open, in whole minor units
     * @throws ArithmeticException if more minor units are open than a {@code long} holds
     */
    public static SettledItem of(OpenItem item, MonetaryAmount paid) {
        Amount amount = MinorUnits.require(requireNonNull(paid, "paid"), "paid");
        if (amount.signum() <= 0 || amount.isGreaterThan(item.open())) {
            String rule = "must be more than 0 and at most " + item.open();
            throw new InvalidArgumentException("settled.paid", "paid", rule, amount);
        }
        CurrencyUnit currency = item.open().getCurrency();
        int places = Rounding.toMinorUnit(currency).scale();
        return new SettledItem(
                item, item.id(), currency, item.open().toUnscaledLong(places), amount.toUnscaledLong(places));
    }

    /** What of a debt is left, with what else is known of it. */
    static OpenItem left(OpenItem item, Amount open) {
        return item.open().equals(open) ? item : item.withOpen(open);
    }

    /** The id of the debt. */
    public ReceivableId id() {
        return id;
    }

    /** The debt as it was before the payment. */
    public OpenItem item() {
        return left(first, Amount.ofMinor(open, currency));
    }

    /** What is paid of it; more than zero, at most what was open. */
    public Amount paid() {
        return Amount.ofMinor(paid, currency);
    }

    /** Whether nothing is left of it. */
    public boolean isClosed() {
        return paid == open;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SettledItem that && paid == that.paid && item().equals(that.item());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, paid);
    }

    /** For example {@code EUR 50.00 to R-1}. */
    @Override
    public String toString() {
        return paid() + " to " + id;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a settled item is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(item(), paid());
    }

    /** The serial form, checked on the way back in. */
    private record Proxy(OpenItem item, Amount paid) implements Serializable {
        private Object readResolve() {
            return of(item, paid);
        }
    }
}
