package io.quittance.ar.allocation;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy may look at: the money, what the payer said, and the items it may settle. The items are those of the
 * payer and of the payment's currency, each once, {@linkplain OpenItem#BY_DUE_DATE by due date}, so that the order in which
 * a host reads its tables cannot change a proposal.
 */
public final class AllocationRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Payment payment;
    private final Amount available;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<OpenItem> items;

    private AllocationRequest(Payment payment, Amount available, List<OpenItem> items) {
        this.payment = payment;
        this.available = available;
        this.items = items;
    }

    /** All of the payment's money, and of these items the ones that it may settle. */
    public static AllocationRequest of(Payment payment, Collection<OpenItem> items) {
        return of(payment, payment.amount(), items);
    }

    /**
     * What is left of the payment's money, and of these items the ones that it may settle.
     *
     * @param available zero or more, at most the payment's amount, in whole minor units
     * @throws IllegalArgumentException if two items have one id
     */
    public static AllocationRequest of(Payment payment, MonetaryAmount available, Collection<OpenItem> items) {
        String currency = payment.amount().getCurrency().getCurrencyCode();
        Amount money = MinorUnits.require(available, "available");
        requireCurrency(money, currency);
        Require.that(
                money.signum() >= 0 && money.isLessThanOrEqualTo(payment.amount()),
                "allocation.available",
                "available",
                "must be 0 or more and at most " + payment.amount(),
                money);
        var eligible = new ArrayList<OpenItem>();
        var ids = new HashSet<ReceivableId>();
        for (OpenItem item : items) {
            if (item.customer().equals(payment.customer())
                    && item.open().getCurrency().getCurrencyCode().equals(currency)) {
                Require.that(ids.add(item.id()), "allocation.item-twice", "items", "must have unique ids", item.id());
                eligible.add(item);
            }
        }
        eligible.sort(OpenItem.BY_DUE_DATE);
        return new AllocationRequest(payment, money, List.copyOf(eligible));
    }

    private static void requireCurrency(Amount available, String currency) {
        String given = available.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException("available", currency, given);
        }
    }

    /** The payment whose money is allocated. */
    public Payment payment() {
        return payment;
    }

    /** How much of it may be allocated; zero or more. */
    public Amount available() {
        return available;
    }

    /** The day on which the money counts. */
    public LocalDate date() {
        return payment.valueDate();
    }

    /** What the payer said the money is for. */
    public List<Remittance> remittances() {
        return payment.remittances();
    }

    /** The items that may be settled, by due date. */
    public List<OpenItem> items() {
        return items;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllocationRequest that
                && payment.equals(that.payment)
                && available.equals(that.available)
                && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return Objects.hash(payment, available, items);
    }

    @Override
    public String toString() {
        String naming = remittances().isEmpty() ? "" : ", naming " + remittances();
        return available + " of " + payment + naming + ", items " + items;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(payment, available, items);
    }
}
