package io.quittance.ar.journal;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * An account of the host's general ledger, by a key that the host maps to a number. The ones that a journal uses are constants here; a
 * host's {@link DocumentAccounts} may use others. Ordered by the UTF-16 code units of its value, on every machine alike.
 *
 * @param value 1 to 200 characters, without control characters, without white space at either end
 */
public record AccountKey(String value) implements Comparable<AccountKey>, Serializable {
    /** Debts of customers. */
    public static final AccountKey RECEIVABLES = new AccountKey("receivables");
    /** Money of customers that settles nothing yet. */
    public static final AccountKey ON_ACCOUNT = new AccountKey("on-account");
    /** Credits of customers that settle nothing yet. */
    public static final AccountKey OPEN_CREDITS = new AccountKey("open-credits");
    /** Where money arrives and leaves. */
    public static final AccountKey BANK = new AccountKey("bank");
    /** What was invoiced and is not earned yet: the contract liability. */
    public static final AccountKey DEFERRED_REVENUE = new AccountKey("deferred-revenue");
    /** What is earned and not invoiced yet: the contract asset. */
    public static final AccountKey UNBILLED_REVENUE = new AccountKey("unbilled-revenue");
    /** What is earned. */
    public static final AccountKey REVENUE = new AccountKey("revenue");
    /** Tax that is owed to the authority. */
    public static final AccountKey TAX = new AccountKey("tax");
    /** What customers paid before the invoice that deducts it. */
    public static final AccountKey PREPAYMENTS = new AccountKey("prepayments");
    /** Differences of sums that are rounded to what can be paid. */
    public static final AccountKey ROUNDING = new AccountKey("rounding");
    /** Discounts that customers took or were granted. */
    public static final AccountKey DISCOUNTS_ALLOWED = new AccountKey("discounts-allowed");
    /** Differences within a tolerance: a debit for what was paid short, a credit for what was paid over. */
    public static final AccountKey PAYMENT_DIFFERENCES = new AccountKey("payment-differences");
    /** Tax that customers kept, for which the host has a claim on the authority. */
    public static final AccountKey WITHHOLDING_TAX = new AccountKey("withholding-tax");
    /** What banks kept of money on its way. */
    public static final AccountKey BANK_CHARGES = new AccountKey("bank-charges");
    /** Money of customers that nobody claims. */
    public static final AccountKey OVERPAYMENT_INCOME = new AccountKey("overpayment-income");
    /** Debts that are given up. */
    public static final AccountKey WRITE_OFFS = new AccountKey("write-offs");
    /** Realised gains by exchange rates. */
    public static final AccountKey EXCHANGE_GAINS = new AccountKey("exchange-gains");
    /** Realised losses by exchange rates. */
    public static final AccountKey EXCHANGE_LOSSES = new AccountKey("exchange-losses");

    /** Checks the value. */
    public AccountKey {
        Require.id(value, "account");
    }

    /** The key with this value. */
    public static AccountKey of(String value) {
        return new AccountKey(value);
    }

    @Override
    public int compareTo(AccountKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
