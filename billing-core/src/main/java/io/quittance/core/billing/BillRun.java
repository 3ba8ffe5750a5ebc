package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ContractId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * What a run bills of a contract on a day: lines, the drafts of documents that they make, what could not be billed and why, and
 * the state that the next run has to know. Nothing has happened yet: a preview is a run whose result is thrown away.
 */
public final class BillRun implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ContractId contract;
    private final LocalDate date;
    private final transient CurrencyUnit currency;

    @SuppressWarnings("serial") // copies made by List.copyOf, which are serialisable
    private final List<BillLine> lines;

    @SuppressWarnings("serial") // as above
    private final List<InvoiceDraft> documents;

    @SuppressWarnings("serial") // as above
    private final List<BillingFinding> findings;

    @SuppressWarnings("serial") // as above
    private final List<BilledPeriod> periods;

    private final BillingMark mark;

    BillRun(
            ContractId contract,
            LocalDate date,
            CurrencyUnit currency,
            List<BillLine> lines,
            List<InvoiceDraft> documents,
            List<BillingFinding> findings,
            List<BilledPeriod> periods,
            BillingMark mark) {
        this.contract = requireNonNull(contract, "contract");
        this.date = requireNonNull(date, "date");
        this.currency = requireNonNull(currency, "currency");
        this.lines = List.copyOf(lines);
        this.documents = List.copyOf(documents);
        this.findings = List.copyOf(findings);
        this.periods = List.copyOf(periods);
        this.mark = requireNonNull(mark, "mark");
    }

    /** The contract. */
    public ContractId contract() {
        return contract;
    }

    /** The day for which it bills. */
    public LocalDate date() {
        return date;
    }

    /** What is billed and given back, in the order of the periods. */
    public List<BillLine> lines() {
        return lines;
    }

    /**
     * The lines as drafts of invoices, and of credit notes where more is given back than billed. A credit note (381) has positive
     * amounts, is due at once, refers to no invoice and says why where all that it gives back tells the same. Where it would have
     * a negative total, or a negative sum or tax of a treatment, what is given back is the credit note, and the rest an invoice.
     */
    public List<InvoiceDraft> documents() {
        return documents;
    }

    /** What could not be billed, and why. */
    public List<BillingFinding> findings() {
        return findings;
    }

    /** The periods that changed, which a host stores in the place of what it had of them. */
    public List<BilledPeriod> periods() {
        return periods;
    }

    /** Where this run stopped, which a host stores in the place of what it had. */
    public BillingMark mark() {
        return mark;
    }

    /** What all lines add up to. */
    public Amount total() {
        return lines.stream().map(BillLine::amount).reduce(Amount.zero(currency), Amount::add);
    }

    /** Whether there is nothing to bill and nothing to give back. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** For example {@code bill run of C-1 for 2026-02-01: 2 lines, EUR 499.00}. */
    @Override
    public String toString() {
        return "bill run of " + contract + " for " + date + ": " + lines.size() + " lines, " + total();
    }

    private Object writeReplace() {
        return new Proxy(contract, date, currency.getCurrencyCode(), lines, documents, findings, periods, mark);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a run is read through its proxy");
    }

    /** The serial form, which names the currency. */
    private record Proxy(
            ContractId contract,
            LocalDate date,
            String currency,
            List<BillLine> lines,
            List<InvoiceDraft> documents,
            List<BillingFinding> findings,
            List<BilledPeriod> periods,
            BillingMark mark)
            implements Serializable {
        private Object readResolve() {
            return new BillRun(
                    contract, date, Currencies.of(currency, "currency"), lines, documents, findings, periods, mark);
        }
    }
}
