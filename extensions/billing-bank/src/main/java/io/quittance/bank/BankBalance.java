package io.quittance.bank;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A balance that a bank states.
 *
 * @param type as the file has it: {@code OPBD}, {@code CLBD}, {@code 60F}, {@code 62M}
 * @param amount below zero if the account is overdrawn
 * @param date of the balance; null if it cannot be read
 */
public record BankBalance(
        String type, Amount amount, @Nullable LocalDate date) implements Serializable {

    /** Checks that it has a type and an amount. */
    public BankBalance {
        requireNonNull(type, "type");
        requireNonNull(amount, "amount");
    }
}
