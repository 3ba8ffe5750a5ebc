package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** Money that arrived on a bank account, of which it is not known yet whose it is and what for. */
public final class BankTransaction implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PaymentId id;
    private final LocalDate valueDate;
    private final Amount amount;
    private final @Nullable Payer payer;
    private final @Nullable String reference;
    private final @Nullable String text;

    private BankTransaction(
            PaymentId id,
            LocalDate valueDate,
            Amount amount,
            @Nullable Payer payer,
            @Nullable String reference,
            @Nullable String text) {
        this.id = requireNonNull(id, "id");
        this.valueDate = Dates.inCalendar(valueDate, "valueDate");
        this.amount = MinorUnits.require(amount, "amount");
        this.payer = payer;
        this.reference = Require.optionalText(reference, "reference");
        this.text = Require.optionalText(text, "text");
        Require.that(amount.signum() > 0, "transaction.amount", "amount", "must be more than 0", amount);
    }

    /**
     * A transaction that says nothing more.
     *
     * @param id the bank's own reference, which the payment will have as its id
     * @param valueDate the day on which the money counts
     * @param amount more than zero, in whole minor units of its currency
     */
    public static BankTransaction of(PaymentId id, LocalDate valueDate, MonetaryAmount amount) {
        return new BankTransaction(id, valueDate, Amount.from(amount), null, null, null);
    }

    /** The same, sent by somebody. */
    public BankTransaction from(Payer newPayer) {
        return new BankTransaction(id, valueDate, amount, requireNonNull(newPayer, "payer"), reference, text);
    }

    /**
     * The same with what stands in the field for a structured reference, right or wrong.
     *
     * @param written at most 10,000 characters, of any kind; what is empty or blank is nothing
     */
    public BankTransaction referring(String written) {
        return new BankTransaction(id, valueDate, amount, payer, Words.cleaned(written, "reference"), text);
    }

    /**
     * The same with what the payer wrote.
     *
     * @param written at most 10,000 characters, of any kind; control characters are taken for spaces, what is empty or blank is nothing
     */
    public BankTransaction saying(String written) {
        return new BankTransaction(id, valueDate, amount, payer, reference, Words.cleaned(written, "text"));
    }

    /** The bank's own reference. */
    public PaymentId id() {
        return id;
    }

    /** The day on which the money counts. */
    public LocalDate valueDate() {
        return valueDate;
    }

    /** How much arrived; more than zero, in whole minor units. */
    public Amount amount() {
        return amount;
    }

    /** Who sent it, if the bank says so. */
    public Optional<Payer> payer() {
        return Optional.ofNullable(payer);
    }

    /** The structured reference, if the bank gives one whose form and check digits are right. */
    public Optional<StructuredReference> reference() {
        return Optional.ofNullable(reference).flatMap(StructuredReference::recognise);
    }

    /** What the payer wrote, if anything. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The payment that it is, once it is known whose money it is; it names no receivable yet. */
    public Payment payment(CustomerId customer) {
        Payment payment = Payment.of(id, customer, valueDate, amount);
        payment = payer == null ? payment : payment.from(payer);
        payment = reference().map(payment::referring).orElse(payment);
        return text == null ? payment : payment.saying(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BankTransaction that
                && id.equals(that.id)
                && valueDate.equals(that.valueDate)
                && amount.equals(that.amount)
                && Objects.equals(payer, that.payer)
                && Objects.equals(reference, that.reference)
                && Objects.equals(text, that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, valueDate, amount);
    }

    /** Never the payer, and nothing that the payer wrote. */
    @Override
    public String toString() {
        return "transaction " + id + ": " + amount + " on " + valueDate;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new BankTransaction(id, valueDate, amount, payer, reference, text);
    }
}
