package io.quittance.ar.payment;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** One receivable that a payer names, and how much of the money is for it, if the payer says so. */
public final class Remittance implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ReceivableId item;
    private final @Nullable Amount amount;

    private Remittance(ReceivableId item, @Nullable Amount amount) {
        this.item = requireNonNull(item, "item");
        this.amount = amount;
    }

    /** Names a receivable, for as much as is open of it. */
    public static Remittance of(ReceivableId item) {
        return new Remittance(item, null);
    }

    /**
     * Names a receivable and an amount.
     *
     * @param amount more than zero, in whole minor units of its currency
     */
    public static Remittance of(ReceivableId item, MonetaryAmount amount) {
        Amount exact = MinorUnits.require(Amount.from(amount), "amount");
        Require.that(exact.signum() > 0, "remittance.amount", "amount", "must be more than 0", exact);
        return new Remittance(item, exact);
    }

    /** The receivable that is named; it need not exist. */
    public ReceivableId item() {
        return item;
    }

    /** How much is for it; empty if the payer does not say. */
    public Optional<Amount> amount() {
        return Optional.ofNullable(amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Remittance that && item.equals(that.item) && Objects.equals(amount, that.amount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(item, amount);
    }

    @Override
    public String toString() {
        return amount == null ? item.toString() : item + ": " + amount;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return amount == null ? of(item) : of(item, amount);
    }
}
