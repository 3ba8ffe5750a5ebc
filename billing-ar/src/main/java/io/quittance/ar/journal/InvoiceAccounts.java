package io.quittance.ar.journal;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceTotals;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shares of documents, as their totals say: what is without tax is deferred revenue until it is earned, the tax is the authority's, what was
 * prepaid and what was rounded have accounts of their own. An invoice over 100.00 and 19.00 of tax, of which 50.00 were prepaid:
 * 100.00 deferred revenue, 19.00 tax, and -50.00 prepayments are the 69.00 that are due. An invoice for an
 * advance is a prepayment, tax included, which the invoice that deducts it makes up for. Instalments of an invoice, the principal of
 * {@link Receivable#partOf parts} of an item with its number, have its shares in parts. A document without an invoice is revenue.
 */
public final class InvoiceAccounts implements DocumentAccounts, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by Map.copyOf, which is serialisable
    private final Map<String, Invoice> invoices;

    private final AccountKey withoutTax;

    private InvoiceAccounts(Map<String, Invoice> invoices, AccountKey withoutTax) {
        this.invoices = Map.copyOf(invoices);
        this.withoutTax = withoutTax;
    }

    /**
     * Issued invoices and credit notes, whose numbers are the ids of receivables and credits.
     *
     * @throws IllegalArgumentException if two have one number
     */
    public static InvoiceAccounts of(Collection<Invoice> invoices) {
        var byNumber = new HashMap<String, Invoice>();
        for (Invoice invoice : invoices) {
            String number = invoice.number().value();
            Require.that(
                    byNumber.put(number, invoice) == null,
                    "journal.invoice-twice",
                    "invoices",
                    "must have unique numbers",
                    number);
        }
        return new InvoiceAccounts(byNumber, AccountKey.DEFERRED_REVENUE);
    }

    /** The same for a host that earns what it invoices on the day of the invoice: nothing is deferred. */
    public InvoiceAccounts earnedAtOnce() {
        return new InvoiceAccounts(invoices, AccountKey.REVENUE);
    }

    @Override
    public List<DocumentShare> of(Receivable receivable) {
        String number = receivable.id().value();
        boolean isInstalment = !invoices.containsKey(number) && receivable.type() == ReceivableType.PRINCIPAL;
        return shares(isInstalment ? receivable.item().value() : number, receivable.amount());
    }

    @Override
    public List<DocumentShare> of(Credit credit) {
        return shares(credit.id().value(), credit.amount());
    }

    private List<DocumentShare> shares(String number, Amount amount) {
        Invoice invoice = invoices.get(number);
        if (invoice == null) {
            return List.of(new DocumentShare(AccountKey.REVENUE, amount));
        }
        InvoiceTotals totals = invoice.totals();
        var shares = new ArrayList<DocumentShare>();
        if (invoice.type().equals(InvoiceType.PREPAYMENT)) {
            add(shares, AccountKey.PREPAYMENTS, totals.withTax());
        } else {
            add(shares, withoutTax, totals.withoutTax());
            add(shares, AccountKey.TAX, totals.tax());
        }
        add(shares, AccountKey.PREPAYMENTS, totals.prepaid().negate());
        add(shares, AccountKey.ROUNDING, totals.rounding());
        return List.copyOf(shares);
    }

    private static void add(List<DocumentShare> shares, AccountKey account, Amount amount) {
        if (amount.signum() != 0) {
            shares.add(new DocumentShare(account, amount));
        }
    }

    /** Checked again on the way back in: each invoice under its own number. */
    private Object readResolve() {
        return new InvoiceAccounts(of(invoices.values()).invoices, requireNonNull(withoutTax, "withoutTax"));
    }
}
