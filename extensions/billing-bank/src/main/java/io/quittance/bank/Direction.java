package io.quittance.bank;

import io.quittance.core.money.Amount;
import javax.money.MonetaryAmount;

/** Whether money comes to the account or leaves it. */
public enum Direction {
    /** It comes: CRDT, C, and RD, which reverses a debit. */
    CREDIT,
    /** It leaves: DBIT, D, and RC, which reverses a credit. */
    DEBIT;

    /** What it does to the balance: 5.00 that leave are -5.00. */
    public Amount signed(MonetaryAmount amount) {
        Amount own = Amount.from(amount);
        return this == CREDIT ? own : own.negate();
    }
}
