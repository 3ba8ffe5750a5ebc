package io.quittance.bank;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which banks and parties know a transaction; null where the file has none, or only says that there is none
 * ({@code NOTPROVIDED}, {@code NONREF}).
 *
 * @param bank the account servicer's own: {@code AcctSvcrRef}, or what stands behind {@code //} in {@code :61:}
 * @param endToEnd the payer's: {@code EndToEndId}, {@code EREF}
 * @param instruction {@code InstrId}, {@code KREF}, or what stands before {@code //} in {@code :61:}
 * @param transaction {@code TxId}
 * @param mandate of a direct debit: {@code MndtId}, {@code MREF}, {@code MARF}
 * @param uetr the unique end-to-end transaction reference of SWIFT
 */
public record TransactionReferences(
        @Nullable String bank,
        @Nullable String endToEnd,
        @Nullable String instruction,
        @Nullable String transaction,
        @Nullable String mandate,
        @Nullable String uetr)
        implements Serializable {
    /** Of a transaction of which the file has no numbers. */
    public static final TransactionReferences NONE = new TransactionReferences(null, null, null, null, null, null);
}
