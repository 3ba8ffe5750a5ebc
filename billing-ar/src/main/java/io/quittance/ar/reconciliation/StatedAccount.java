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
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a counterparty states of an account at the end of a day: the balance, and where it is known, what it opened with and its lines. {@code
 * StatedAccount.of(CUSTOMER, "ACME", day, Amount.of("80.00", "EUR")).with(lines)}
 *
 * @param counterparty who states it
 * @param account its key, which is that of the {@link LedgerAccount}; 1 to 200 characters
 * @param date the day at whose end it is so
 * @param balance with the sign that it has in the ledger
 * @param opening what the balance was before the lines; null if that is not stated. That of a list of open items is 0
 * @param lines what makes up the balance, or changed it since the opening; those after the date are in no balance, and only tell that something was
 *     in transit; null if none are stated
 */
public record StatedAccount(
        Counterparty counterparty,
        String account,
        LocalDate date,
        Amount balance,
        @Nullable Amount opening,
        @Nullable List<StatedLine> lines)
        implements Serializable {

    /**
     * Copies the lines.
     *
     * @throws io.quittance.core.error.CurrencyMismatchException if the opening is in another currency than the balance
     */
    public StatedAccount {
        requireNonNull(counterparty, "counterparty");
        Require.id(account, "account");
        Dates.inCalendar(date, "date");
        MinorUnits.require(requireNonNull(balance, "balance"), "balance");
        if (opening != null) {
            MinorUnits.require(opening, balance.getCurrency(), "opening");
        }
        lines = lines == null ? null : List.copyOf(lines);
    }

    /** A balance of which nothing else is known. */
    public static StatedAccount of(Counterparty counterparty, String account, LocalDate date, MonetaryAmount balance) {
        return new StatedAccount(counterparty, account, date, Amount.from(balance), null, null);
    }

    /** The same, which opened with so much. */
    public StatedAccount opening(MonetaryAmount before) {
        return new StatedAccount(counterparty, account, date, balance, Amount.from(before), lines);
    }

    /** The same, with all its lines. */
    public StatedAccount with(List<StatedLine> all) {
        return new StatedAccount(counterparty, account, date, balance, opening, List.copyOf(all));
    }

    /** The same with the other sign, as the books of a customer have it, to whom a debt is a liability. */
    public StatedAccount mirrored() {
        return new StatedAccount(
                counterparty,
                account,
                date,
                balance.negate(),
                opening == null ? null : opening.negate(),
                lines == null ? null : lines.stream().map(StatedLine::mirrored).toList());
    }

    /** What it opened with, if that is stated. */
    public Optional<Amount> openedWith() {
        return Optional.ofNullable(opening);
    }

    /** The lines, if they are stated; an account without lines is another thing than one of which they are not stated. */
    public Optional<List<StatedLine>> statedLines() {
        return Optional.ofNullable(lines);
    }

    /** For example {@code CUSTOMER ACME at 2026-03-31: EUR 80.00}. */
    @Override
    public String toString() {
        return counterparty + " " + account + " at " + date + ": " + balance;
    }
}
