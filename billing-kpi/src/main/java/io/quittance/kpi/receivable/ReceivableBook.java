package io.quittance.kpi.receivable;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Currencies;
import io.quittance.kpi.EventLog;
import java.io.Serializable;
import java.util.List;

/**
 * The receivables of a host in one currency, with all that was ever recorded of them: {@code io.quittance.kpi.ledger.ReceivableReadings} has their figures as of any question, equal to those of a ledger of ours
 * with the same entries. Whether the events fit each other is checked there, as of the question.
 *
 * @param currency the code of all amounts, such as {@code EUR}; one book for each currency
 * @param invoices what is owed
 * @param parts what closed it
 * @param money payments and credit notes that were on account
 * @param accountParts what left the account without settling anything
 * @param contested what was contested
 */
public record ReceivableBook(
        String currency,
        EventLog<OwedInvoice> invoices,
        EventLog<InvoicePart> parts,
        EventLog<MoneyOnAccount> money,
        EventLog<AccountPart> accountParts,
        EventLog<ContestedInvoice> contested)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no such currency
     */
    public ReceivableBook {
        Currencies.of(Require.id(currency, "currency"), "currency");
        requireNonNull(invoices, "invoices");
        requireNonNull(parts, "parts");
        requireNonNull(money, "money");
        requireNonNull(accountParts, "accountParts");
        requireNonNull(contested, "contested");
    }

    /** Invoices and what was applied to them on the day on which it came. */
    public static ReceivableBook of(String currency, EventLog<OwedInvoice> invoices, EventLog<InvoicePart> parts) {
        return new ReceivableBook(
                currency, invoices, parts, EventLog.of(List.of()), EventLog.of(List.of()), EventLog.of(List.of()));
    }

    /** The same with what was on account, and what left it without settling anything. */
    public ReceivableBook withMoney(EventLog<MoneyOnAccount> newMoney, EventLog<AccountPart> newAccountParts) {
        return new ReceivableBook(currency, invoices, parts, newMoney, newAccountParts, contested);
    }

    /** The same with what was contested. */
    public ReceivableBook withContested(EventLog<ContestedInvoice> newContested) {
        return new ReceivableBook(currency, invoices, parts, money, accountParts, newContested);
    }
}
