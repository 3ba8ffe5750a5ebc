package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the ledger and a counterparty. All differences of an account add up to what its balances differ by.
 *
 * @param type what it is
 * @param reference the document or payment that it is about, as the ledger calls it if it has it; null if it is about none
 * @param amount how much more the counterparty has by it; less than 0 if the ledger has more; 0 only where both have the same under different
 *     references, or the counterparty has something that cannot be added
 * @param ledger the lines of the ledger that it is about
 * @param stated the lines of the counterparty that it is about
 * @param explanation why it is that
 */
public record Difference(
        DifferenceType type,
        @Nullable String reference,
        Amount amount,
        List<LedgerLine> ledger,
        List<StatedLine> stated,
        Explanation explanation)
        implements Serializable {

    /** Copies the lines. */
    public Difference {
        requireNonNull(type, "type");
        Require.optionalId(reference, "reference");
        MinorUnits.require(requireNonNull(amount, "amount"), "amount");
        ledger = List.copyOf(ledger);
        stated = List.copyOf(stated);
        requireNonNull(explanation, "explanation");
        Require.that(
                amount.signum() != 0 || type == DifferenceType.REFERENCE || type == DifferenceType.CURRENCY,
                "reconciliation.difference",
                "amount",
                "must not be 0 for " + type,
                amount);
    }

    /** The document or payment that it is about, if it is about one. */
    public Optional<String> about() {
        return Optional.ofNullable(reference);
    }

    /** For example {@code MISSING_AT_COUNTERPARTY EUR -150.00: the counterparty does not have 2026-17 of 2026-03-02}. */
    @Override
    public String toString() {
        return type + " " + amount + ": " + explanation;
    }
}
