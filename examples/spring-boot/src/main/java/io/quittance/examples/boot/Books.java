package io.quittance.examples.boot;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that this service knows, as one value: a ledger for each currency, what was billed of each contract, and how many documents were
 * issued. What changes it gives the next value; {@link BookKeeper} keeps the last one.
 *
 * @param payments the currency of each payment: a ledger keeps an id from coming twice in it, and nobody but this service knows all
 *     ledgers
 */
record Books(
        Map<String, Ledger> ledgers,
        Map<PaymentId, String> payments,
        Map<ContractId, BilledPeriods> billed,
        int issued) {

    /** What a change makes of the books, and what is answered. */
    record Change<T>(Books books, T answer) {}

    /** What became of a payment: whether it was there already, and the allocation, if it settled anything. */
    record Receipt(boolean repeated, Optional<Allocation> allocation) {}

    Books {
        ledgers = Map.copyOf(ledgers);
        payments = Map.copyOf(payments);
        billed = Map.copyOf(billed);
    }

    static Books empty() {
        return new Books(Map.of(), Map.of(), Map.of(), 0);
    }

    /** The ledger of a currency, empty if nothing was posted in it; a code that nobody knows is refused. */
    Ledger ledger(String currency) {
        Ledger there = ledgers.get(currency);
        return there == null ? Ledger.empty(currency) : there;
    }

    /** What earlier runs billed of a contract. */
    BilledPeriods billedOf(ContractId contract) {
        return billed.getOrDefault(contract, BilledPeriods.none());
    }

    /** Issues the documents of a run and posts what is owed; the same run a second time has none. */
    Change<List<Invoice>> issue(BillRun run, Instant now) {
        var invoices = new ArrayList<Invoice>();
        Map<String, Ledger> next = new HashMap<>(ledgers);
        for (InvoiceDraft draft : run.documents()) {
            Invoice invoice = draft.issue(number(issued + invoices.size() + 1), run.date());
            String currency = invoice.amountDue().getCurrency().getCurrencyCode();
            Ledger ledger = next.getOrDefault(currency, Ledger.empty(currency));
            Optional<LedgerFact> owed = owed(invoice);
            if (owed.isPresent()) {
                ledger = ledger.post(LedgerEntry.of("document " + invoice.number(), owed.get(), now))
                        .ledger();
            }
            next.put(currency, ledger);
            invoices.add(invoice);
        }
        Map<ContractId, BilledPeriods> billedNow = new HashMap<>(billed);
        billedNow.put(run.contract(), billedOf(run.contract()).after(run));
        return new Change<>(new Books(next, payments, billedNow, issued + invoices.size()), List.copyOf(invoices));
    }

    private static InvoiceNumber number(int count) {
        return InvoiceNumber.of(String.format(Locale.ROOT, "INV-%06d", count));
    }

    private static Optional<LedgerFact> owed(Invoice invoice) {
        return invoice.type().isCredit()
                ? Credit.ifDue(invoice).map(CreditPosted::new)
                : Receivable.ifDue(invoice).map(ReceivablePosted::new);
    }

    /** Posts a payment and what it settles; the same payment a second time changes nothing, and another one with its id, in any currency, is refused. */
    Change<Receipt> receive(PaymentReceived received, AllocationStrategy strategy, Instant now) {
        Payment payment = received.payment();
        String currency = payment.amount().getCurrency().getCurrencyCode();
        requireNoOtherCurrency(payment.id(), currency);
        Ledger ledger = ledger(currency);
        EntryKey key = EntryKey.of("payment " + payment.id());
        EntryKey allocationKey = EntryKey.of("allocation " + payment.id());
        if (entry(ledger, payment.customer(), key)
                .filter(there -> there.fact().equals(received))
                .isPresent()) {
            return new Change<>(this, new Receipt(true, allocation(ledger, payment.customer(), allocationKey)));
        }
        ledger = ledger.post(LedgerEntry.of(key, received, now)).ledger();
        List<OpenItem> items = ledger.openItems(payment.customer());
        LocalDate day = items.stream()
                .map(OpenItem::documentDate)
                .reduce(payment.valueDate(), (one, other) -> one.isAfter(other) ? one : other);
        Allocation allocation =
                Allocation.of(AllocationRequest.of(payment, items).on(day), strategy);
        if (allocation.lines().isEmpty()) {
            return new Change<>(with(payment.id(), currency, ledger), new Receipt(false, Optional.empty()));
        }
        ledger = ledger.post(LedgerEntry.of(allocationKey, new PaymentAllocated(allocation, day), now))
                .ledger();
        return new Change<>(with(payment.id(), currency, ledger), new Receipt(false, Optional.of(allocation)));
    }

    private void requireNoOtherCurrency(PaymentId id, String currency) {
        String taken = payments.getOrDefault(id, currency);
        if (!taken.equals(currency)) {
            throw new InvalidArgumentException(
                    "ledger.payment-twice", "payment.id", "must not be that of a payment in " + taken, id);
        }
    }

    private static Optional<LedgerEntry> entry(Ledger ledger, CustomerId customer, EntryKey key) {
        return ledger.customer(customer).entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    private static Optional<Allocation> allocation(Ledger ledger, CustomerId customer, EntryKey key) {
        return entry(ledger, customer, key).map(LedgerEntry::fact).map(fact -> ((PaymentAllocated) fact).allocation());
    }

    private Books with(PaymentId payment, String currency, Ledger ledger) {
        Map<String, Ledger> next = new HashMap<>(ledgers);
        next.put(currency, ledger);
        Map<PaymentId, String> taken = new HashMap<>(payments);
        taken.put(payment, currency);
        return new Books(next, taken, billed, issued);
    }
}
