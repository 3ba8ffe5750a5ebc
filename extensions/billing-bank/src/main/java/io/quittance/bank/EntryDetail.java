package io.quittance.bank;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.id.Masked;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of an entry: {@code TxDtls} of a camt. An entry without any has one, which is made of the entry.
 *
 * @param id the bank's reference, or what stands for it; see {@link BankEntry}
 * @param direction of the detail, where it has one of its own, else that of the entry
 * @param amount in the currency of the entry where the file has one, else as it is stated; null if it has none
 * @param references the numbers by which it is known
 * @param counterparty the other side: who paid a credit, who got a debit, and who paid what is now returned; null if nobody is named
 * @param creditorReferences structured references, right or wrong, in their order: {@code RmtInf/Strd}
 * @param text what the payer wrote, with the numbers of documents that are named; it may tell of persons
 * @param isReturn whether it is money that came before and goes back, or went and comes back
 * @param returnCode why, by ISO 20022 ({@code AC04}) or as the bank has it; null if it is none or does not say
 */
public record EntryDetail(
        PaymentId id,
        Direction direction,
        @Nullable Amount amount,
        TransactionReferences references,
        @Nullable Payer counterparty,
        List<String> creditorReferences,
        @Nullable Masked<String> text,
        boolean isReturn,
        @Nullable String returnCode)
        implements Serializable {

    /** Checks and copies the parts. */
    public EntryDetail {
        requireNonNull(id, "id");
        requireNonNull(direction, "direction");
        Require.that(
                amount == null || amount.signum() >= 0, "bank.amount", "amount", "must not be less than 0", amount);
        requireNonNull(references, "references");
        creditorReferences = List.copyOf(creditorReferences);
        Require.that(
                isReturn || returnCode == null,
                "bank.return",
                "returnCode",
                "must be null if it is no return",
                returnCode);
    }
}
