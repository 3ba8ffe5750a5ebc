package io.quittance.ar.payment;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Money that arrived from a customer. How it came and what the payer said are kept where they are known: {@code
 * Payment.of(id, customer, day, amount).by(PaymentMethod.CREDIT_TRANSFER).from(Payer.named("Acme Ltd")).saying("invoice 10001")}.
 */
public final class Payment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PaymentId id;
    private final CustomerId customer;
    private final LocalDate valueDate;
    private final Amount amount;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Remittance> remittances;

    private final PaymentDetails details;

    private Payment(
            PaymentId id,
            CustomerId customer,
            LocalDate valueDate,
            Amount amount,
            List<Remittance> remittances,
            PaymentDetails details) {
        this.id = requireNonNull(id, "id");
        this.customer = requireNonNull(customer, "customer");
        this.valueDate = Dates.inCalendar(valueDate, "valueDate");
        this.amount = MinorUnits.require(amount, "amount");
        this.remittances = List.copyOf(remittances);
        this.details = requireNonNull(details, "details");
        Require.that(amount.signum() > 0, "payment.amount", "amount", "must be more than 0", amount);
    }

    /**
     * A payment without a word of what it is for.
     *
     * @param valueDate the day on which the money counts
     * @param amount more than zero, in whole minor units of its currency
     */
    public static Payment of(PaymentId id, CustomerId customer, LocalDate valueDate, MonetaryAmount amount) {
        return new Payment(id, customer, valueDate, Amount.from(amount), List.of(), PaymentDetails.NONE);
    }

    /**
     * The same payment, naming one more receivable after those it names.
     *
     * @throws CurrencyMismatchException if the remittance gives an amount in another currency
     */
    public Payment naming(Remittance remittance) {
        return naming(List.of(remittance));
    }

    /**
     * As {@link #naming(Remittance)}, of several in their order.
     *
     * @throws CurrencyMismatchException if one gives an amount in another currency
     */
    public Payment naming(List<Remittance> more) {
        String currency = amount.getCurrency().getCurrencyCode();
        for (Remittance remittance : more) {
            remittance
                    .amount()
                    .map(named -> named.getCurrency().getCurrencyCode())
                    .ifPresent(named -> {
                        if (!named.equals(currency)) {
                            throw new CurrencyMismatchException("remittance", currency, named);
                        }
                    });
        }
        var all = new ArrayList<>(remittances);
        all.addAll(more);
        return new Payment(id, customer, valueDate, amount, all, details);
    }

    /** The same payment, naming these receivables and no others; as {@link #naming(List)}. */
    public Payment namingOnly(List<Remittance> named) {
        return new Payment(id, customer, valueDate, amount, List.of(), details).naming(named);
    }

    /** The same payment, naming one more receivable, for as much as is open of it. */
    public Payment naming(ReceivableId item) {
        return naming(Remittance.of(item));
    }

    /** The same payment, which came in that way. */
    public Payment by(PaymentMethod method) {
        return with(details.by(requireNonNull(method, "method")));
    }

    /** The same payment, sent by somebody; who that is may be another than the customer whose debts it pays. */
    public Payment from(Payer payer) {
        return with(details.from(requireNonNull(payer, "payer")));
    }

    /** The same payment with the structured reference that came with it. */
    public Payment referring(StructuredReference reference) {
        return with(details.referring(requireNonNull(reference, "reference")));
    }

    /**
     * The same payment with what the payer wrote.
     *
     * @param text 1 to 10,000 characters, of control characters only tabs and ends of lines
     */
    public Payment saying(String text) {
        return with(details.saying(requireNonNull(text, "text")));
    }

    /**
     * The same payment, as money for what is not invoiced yet: it waits on account for the receivables that have this {@linkplain
     * io.quittance.ar.receivable.Receivable#references() reference} where it is allocated by {@code KeepPrepaid}.
     *
     * @param reference such as that of an order; 1 to 200 characters
     */
    public Payment prepaying(String reference) {
        return with(details.prepaying(requireNonNull(reference, "reference")));
    }

    /**
     * The same, as what a credit note gives: it settles debts as money does, but pays nothing early, so that it earns no discount.
     * {@link io.quittance.ar.credit.Credit#asPayment()} makes it so.
     */
    public Payment asCredit() {
        return with(details.credited());
    }

    private Payment with(PaymentDetails newDetails) {
        return new Payment(id, customer, valueDate, amount, remittances, newDetails);
    }

    /** Unique within the ledger; the bank's own reference, where it gives one, so that a statement read twice is one payment. */
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

    /** How it came, if that is known. */
    public Optional<PaymentMethod> method() {
        return Optional.ofNullable(details.method());
    }

    /** Who sent it, if that is known. */
    public Optional<Payer> payer() {
        return Optional.ofNullable(details.payer());
    }

    /** The structured reference that came with it, if there was one. */
    public Optional<StructuredReference> reference() {
        return Optional.ofNullable(details.reference());
    }

    /** What the payer wrote, if anything. */
    public Optional<String> text() {
        return Optional.ofNullable(details.text());
    }

    /** The reference of what it is prepaid for, if it is. */
    public Optional<String> prepaidFor() {
        return Optional.ofNullable(details.prepaidFor());
    }

    /** Whether it is what a credit note gives, and no money. */
    public boolean isCredit() {
        return details.isCredit();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payment that
                && id.equals(that.id)
                && customer.equals(that.customer)
                && valueDate.equals(that.valueDate)
                && amount.equals(that.amount)
                && remittances.equals(that.remittances)
                && details.equals(that.details);
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
        return new Payment(id, customer, valueDate, amount, remittances, details);
    }
}
