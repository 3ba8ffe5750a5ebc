package io.quittance.ar.payment;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** Money that arrived from a customer. */
public final class Payment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PaymentId id;
    private final CustomerId customer;
    private final LocalDate valueDate;
    private final Amount amount;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Remittance> remittances;

    private Payment(
            PaymentId id, CustomerId customer, LocalDate valueDate, Amount amount, List<Remittance> remittances) {
        this.id = requireNonNull(id, "id");
        this.customer = requireNonNull(customer, "customer");
        this.valueDate = Dates.inCalendar(valueDate, "valueDate");
        this.amount = MinorUnits.require(amount, "amount");
        this.remittances = List.copyOf(remittances);
        Require.that(amount.signum() > 0, "payment.amount", "amount", "must be more than 0", amount);
    }

    /**
     * A payment without a word of what it is for.
     *
     * @param valueDate the day on which the money counts
     * @param amount more than zero, in whole minor units of its currency
     */
    public static Payment of(PaymentId id, CustomerId customer, LocalDate valueDate, MonetaryAmount amount) {
        return new Payment(id, customer, valueDate, Amount.from(amount), List.of());
    }

    /**
     * The same payment, naming one more receivable after those it names.
     *
     * @throws CurrencyMismatchException if the remittance gives an amount in another currency
     */
    public Payment naming(Remittance remittance) {
        String currency = amount.getCurrency().getCurrencyCode();
        remittance.amount().map(named -> named.getCurrency().getCurrencyCode()).ifPresent(named -> {
            if (!named.equals(currency)) {
                throw new CurrencyMismatchException("remittance", currency, named);
            }
        });
        var more = new ArrayList<>(remittances);
        more.add(remittance);
        return new Payment(id, customer, valueDate, amount, more);
    }

    /** The same payment, naming one more receivable, for as much as is open of it. */
    public Payment naming(ReceivableId item) {
        return naming(Remittance.of(item));
    }

    /** Unique within the ledger. */
    public PaymentId id() {
        return id;
    }

    /** Whose money it is. */
    public CustomerId customer() {
        return customer;
    }

    /** The day on which the money counts. */
    public LocalDate valueDate() {
        return valueDate;
    }

    /** How much arrived; more than zero, in whole minor units. */
    public Amount amount() {
        return amount;
    }

    /** What the payer said it is for, in the payer's order; empty if nothing was said. */
    public List<Remittance> remittances() {
        return remittances;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payment that
                && id.equals(that.id)
                && customer.equals(that.customer)
                && valueDate.equals(that.valueDate)
                && amount.equals(that.amount)
                && remittances.equals(that.remittances);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, customer, valueDate, amount);
    }

    @Override
    public String toString() {
        return "payment " + id + ": " + amount + " on " + valueDate;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Payment(id, customer, valueDate, amount, remittances);
    }
}
