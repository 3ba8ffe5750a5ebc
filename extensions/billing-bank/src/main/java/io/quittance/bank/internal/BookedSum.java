package io.quittance.bank.internal;

import io.quittance.bank.BalanceProof;
import io.quittance.bank.BalanceProof.Outcome;
import io.quittance.bank.BankBalance;
import io.quittance.core.money.Amount;
import org.jspecify.annotations.Nullable;

/** What the booked entries of a statement come to, as they are read. */
final class BookedSum {
    private @Nullable Amount sum;
    private boolean comparable = true;

    void add(Amount signed) {
        Amount before = sum;
        if (before == null) {
            sum = signed;
        } else if (before.getCurrency().equals(signed.getCurrency())) {
            sum = before.add(signed);
        } else {
            comparable = false;
        }
    }

    /** An entry that could not be read may have been of any amount. */
    void spoil() {
        comparable = false;
    }

    /** The sum; null if there is no entry, or none can be made. */
    @Nullable
    Amount amount() {
        return comparable ? sum : null;
    }

    /** Whether the opening balance and the entries come to the closing balance; null is a balance that is not stated. */
    BalanceProof proof(@Nullable BankBalance opening, @Nullable BankBalance closing) {
        if (opening == null || closing == null) {
            return new BalanceProof(Outcome.NOT_STATED, null);
        }
        Amount found = after(opening.amount());
        if (found == null || !found.getCurrency().equals(closing.amount().getCurrency())) {
            return new BalanceProof(Outcome.NOT_COMPARABLE, null);
        }
        Amount difference = closing.amount().subtract(found);
        return difference.signum() == 0
                ? new BalanceProof(Outcome.PROVED, null)
                : new BalanceProof(Outcome.DIFFERENT, difference);
    }

    /** A balance with the entries after it; null if that cannot be known. */
    private @Nullable Amount after(Amount balance) {
        Amount entries = sum;
        if (!comparable) {
            return null;
        }
        if (entries == null) {
            return balance;
        }
        return entries.getCurrency().equals(balance.getCurrency()) ? balance.add(entries) : null;
    }
}
