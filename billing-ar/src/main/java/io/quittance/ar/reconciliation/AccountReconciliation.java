package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came out for one account: both balances, and the differences, which add up to what the balances differ by, to the minor unit.
 *
 * @param counterparty with whom it was compared
 * @param account its key
 * @param date the day at whose end both balances are
 * @param ledgerBalance what the ledger has
 * @param statedBalance what the counterparty states; null if nothing is stated; in another currency it is not compared
 * @param differences by reference, and last those that are about no document; empty if it was not compared
 */
public record AccountReconciliation(
        Counterparty counterparty,
        String account,
        LocalDate date,
        Amount ledgerBalance,
        @Nullable Amount statedBalance,
        List<Difference> differences)
        implements Serializable {

    /** How an account stands. */
    public enum Status {
        /** The balances are equal, and so is what they are made of. */
        AGREED,
        /** They differ by nothing but what is in transit. */
        AGREED_WITH_TIMING,
        /** They differ, or what differs happens to add up to nothing. */
        DIFFERS,
        /** Nothing is stated for it, or in another currency. */
        NOT_COMPARED
    }

    /**
     * Checks that the differences add up.
     *
     * @throws io.quittance.core.error.CurrencyMismatchException if one is in another currency than the ledger
     */
    public AccountReconciliation {
        requireNonNull(counterparty, "counterparty");
        Require.id(account, "account");
        Dates.inCalendar(date, "date");
        MinorUnits.require(requireNonNull(ledgerBalance, "ledgerBalance"), "ledgerBalance");
        if (statedBalance != null) {
            MinorUnits.require(statedBalance, "statedBalance");
        }
        differences = List.copyOf(differences);
        Amount sum = Amount.zero(ledgerBalance.getCurrency());
        for (int i = 0; i < differences.size(); i++) {
            sum = sum.add(MinorUnits.require(
                    differences.get(i).amount(), sum.getCurrency(), "differences[" + i + "].amount"));
        }
        if (statedBalance != null && isOfOneCurrency(ledgerBalance, statedBalance)) {
            Amount total = statedBalance.subtract(ledgerBalance);
            Require.that(
                    sum.equals(total),
                    "reconciliation.sum",
                    "differences",
                    "must add up to " + total + ", by which the balances differ",
                    sum);
        } else {
            Require.that(
                    differences.isEmpty(),
                    "reconciliation.not-compared",
                    "differences",
                    "must be empty where nothing is stated in the currency of the ledger",
                    sum);
        }
    }

    private static boolean isOfOneCurrency(Amount one, Amount other) {
        return one.getCurrency().getCurrencyCode().equals(other.getCurrency().getCurrencyCode());
    }

    /** How it stands. */
    public Status status() {
        if (!isCompared()) {
            return Status.NOT_COMPARED;
        }
        if (differences.stream().allMatch(one -> one.type().isHarmless())) {
            return Status.AGREED;
        }
        return differences.stream().allMatch(one -> one.type().isHarmless() || one.type() == DifferenceType.TIMING)
                ? Status.AGREED_WITH_TIMING
                : Status.DIFFERS;
    }

    /** Whether both sides have a balance, in one currency. */
    public boolean isCompared() {
        return statedBalance != null && isOfOneCurrency(ledgerBalance, statedBalance);
    }

    /** What the counterparty states, if anything. */
    public Optional<Amount> stated() {
        return Optional.ofNullable(statedBalance);
    }

    /** How much more the counterparty has than the ledger, less than 0 if the ledger has more; empty if they were not compared. */
    public Optional<Amount> difference() {
        return isCompared() ? stated().map(stated -> stated.subtract(ledgerBalance)) : Optional.empty();
    }

    /** Whether there is nothing to compare: neither side has a balance other than 0, nor a difference. */
    public boolean isInactive() {
        return ledgerBalance.signum() == 0
                && (statedBalance == null || statedBalance.signum() == 0)
                && differences.isEmpty();
    }

    /** For example {@code CUSTOMER ACME at 2026-03-31: EUR 180.00, stated EUR 80.00, DIFFERS}. */
    @Override
    public String toString() {
        return counterparty + " " + account + " at " + date + ": " + ledgerBalance
                + (statedBalance == null ? "" : ", stated " + statedBalance) + ", " + status();
    }
}
