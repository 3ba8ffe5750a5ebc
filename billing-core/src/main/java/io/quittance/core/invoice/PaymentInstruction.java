package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to pay (EN 16931, BG-16): {@code PaymentInstruction.sepaTransfer(CreditTransfer.toIban("DE02 1203 0000 0000 2020
 * 51")).referencedBy(StructuredReference.Scheme.CREDITOR)} asks for a transfer with the creditor reference of the invoice's number.
 */
public final class PaymentInstruction implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String CREDIT_TRANSFER = "30";
    private static final String CARD = "48";
    private static final String SEPA_CREDIT_TRANSFER = "58";
    private static final String SEPA_DIRECT_DEBIT = "59";

    private final String meansCode;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<CreditTransfer> transfers;

    private final @Nullable DirectDebit debit;
    private final @Nullable PaymentCard card;
    private final @Nullable String reference;
    private final StructuredReference.@Nullable Scheme referenceScheme;

    private PaymentInstruction(
            String meansCode,
            List<CreditTransfer> transfers,
            @Nullable DirectDebit debit,
            @Nullable PaymentCard card,
            @Nullable String reference,
            StructuredReference.@Nullable Scheme referenceScheme) {
        this.meansCode = Require.id(meansCode, "meansCode");
        this.transfers = List.copyOf(transfers);
        this.debit = debit;
        this.card = card;
        this.reference = Require.optionalId(reference, "reference");
        this.referenceScheme = referenceScheme;
    }

    /**
     * Any means, such as 10 for cash.
     *
     * @param meansCode of UNCL 4461
     */
    public static PaymentInstruction by(String meansCode) {
        return new PaymentInstruction(meansCode, List.of(), null, null, null, null);
    }

    /** By transfer to one of some accounts. */
    public static PaymentInstruction transfer(CreditTransfer... accounts) {
        return new PaymentInstruction(
                CREDIT_TRANSFER, Require.notEmpty(List.of(accounts), "accounts"), null, null, null, null);
    }

    /** By SEPA transfer to one of some accounts. */
    public static PaymentInstruction sepaTransfer(CreditTransfer... accounts) {
        return new PaymentInstruction(
                SEPA_CREDIT_TRANSFER, Require.notEmpty(List.of(accounts), "accounts"), null, null, null, null);
    }

    /** By SEPA direct debit: the seller takes it. */
    public static PaymentInstruction directDebit(DirectDebit debit) {
        return new PaymentInstruction(SEPA_DIRECT_DEBIT, List.of(), requireNonNull(debit, "debit"), null, null, null);
    }

    /** By card. */
    public static PaymentInstruction card(PaymentCard card) {
        return new PaymentInstruction(CARD, List.of(), null, requireNonNull(card, "card"), null, null);
    }

    /** The same with what the payer writes on the payment. */
    public PaymentInstruction referencedBy(String text) {
        return new PaymentInstruction(meansCode, transfers, debit, card, requireNonNull(text, "reference"), null);
    }

    /** The same with a structured reference that the payer writes on the payment. */
    public PaymentInstruction referencedBy(StructuredReference structured) {
        return referencedBy(structured.value());
    }

    /** The same with the structured reference that the number of the invoice has, once that is issued. */
    public PaymentInstruction referencedBy(StructuredReference.Scheme scheme) {
        return new PaymentInstruction(meansCode, transfers, debit, card, null, requireNonNull(scheme, "scheme"));
    }

    /** The same on an issued invoice, where a reference that waits for its number has it. */
    PaymentInstruction on(InvoiceNumber number) {
        return referenceScheme == null ? this : referencedBy(StructuredReference.of(referenceScheme, number.value()));
    }

    /** The means as a code of UNCL 4461, such as 58 for a SEPA transfer (BT-81). */
    public String meansCode() {
        return meansCode;
    }

    /** The accounts of which one is to be paid to, in order (BG-17). */
    public List<CreditTransfer> transfers() {
        return transfers;
    }

    /** The debit that is agreed, if it is one (BG-19). */
    public Optional<DirectDebit> debit() {
        return Optional.ofNullable(debit);
    }

    /** The card, if it is by card (BG-18). */
    public Optional<PaymentCard> card() {
        return Optional.ofNullable(card);
    }

    /** What the payer writes on the payment (BT-83); empty where it waits for the invoice's number. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** The scheme of the reference that the invoice's number will give, if it waits for that. */
    public Optional<StructuredReference.Scheme> referenceScheme() {
        return Optional.ofNullable(referenceScheme);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentInstruction that
                && meansCode.equals(that.meansCode)
                && transfers.equals(that.transfers)
                && Objects.equals(debit, that.debit)
                && Objects.equals(card, that.card)
                && Objects.equals(reference, that.reference)
                && referenceScheme == that.referenceScheme;
    }

    @Override
    public int hashCode() {
        return Objects.hash(meansCode, transfers, debit, card, reference);
    }

    /** For example {@code by 58, reference RF18539007547034}; never the accounts. */
    @Override
    public String toString() {
        return "by " + meansCode
                + reference().map(text -> ", reference " + text).orElse("");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new PaymentInstruction(meansCode, transfers, debit, card, reference, referenceScheme);
    }
}
