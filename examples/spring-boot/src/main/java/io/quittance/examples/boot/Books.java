package io.quittance.examples.boot;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
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
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.usage.UsageEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that this service knows, as one value: a ledger for each currency, each contract with what was billed of it, and how many documents
 * were issued. What changes it gives the next value; {@link BookKeeper} keeps the last one.
 *
 * @param payments each by its id: a ledger keeps an id from coming twice in it, and nobody but this service knows all ledgers
 */
record Books(
        Map<String, Ledger> ledgers,
        Map<PaymentId, Paid> payments,
        Map<ContractId, BilledContract> billed,
        int issued) {

    /** What a change makes of the books, and what is answered. */
    record Change<T>(Books books, T answer) {}

    /** A payment that was posted, and what it settled, if anything. */
    record Paid(PaymentReceived received, Optional<Allocation> allocation) {}

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

    /** A contract as it was billed so far, with its new amendments and new usage; another one with its id is refused. */
    BilledContract contract(ContractHistory contract, List<UsageEvent> usage) {
        return billed.getOrDefault(contract.signed().id(), BilledContract.of(contract))
                .with(contract, usage);
    }

    /** Issues the documents of a run and posts what is owed; the same run a second time has none. */
    Change<List<Invoice>> issue(BilledContract contract, BillRun run, Instant now) {
        var invoices = new ArrayList<Invoice>();
        Map<String, Ledger> next = new HashMap<>(ledgers);
        for (InvoiceDraft draft : run.documents()) {
            Invoice invoice = draft.issue(number(issued + invoices.size() + 1), run.date());
            String currency = invoice.amountDue().getCurrency().getCurrencyCode();
            Ledger ledger = next.getOrDefault(currency, Ledger.empty(currency));
            Optional<LedgerFact> owed = owed(invoice);
            if (owed.isPresent()) {
                ledger = post(ledger, "document " + invoice.number(), owed.get(), now);
            }
            next.put(currency, ledger);
            invoices.add(invoice);
        }
        Map<ContractId, BilledContract> billedNow = new HashMap<>(billed);
        billedNow.put(run.contract(), contract.after(run));
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
        Paid there = payments.get(payment.id());
        if (there != null && there.received().equals(received)) {
            return new Change<>(this, new Receipt(true, there.allocation()));
        }
        String currency = payment.amount().getCurrency().getCurrencyCode();
        requireNoOtherCurrency(there, currency);
        Ledger ledger = post(ledger(currency), "payment " + payment.id(), received, now);
        List<OpenItem> items = ledger.openItems(payment.customer());
        LocalDate day = items.stream()
                .map(OpenItem::documentDate)
                .reduce(payment.valueDate(), (one, other) -> one.isAfter(other) ? one : other);
        Allocation allocation =
                Allocation.of(AllocationRequest.of(payment, items).on(day), strategy);
        if (allocation.lines().isEmpty()) {
            return received(ledger, new Paid(received, Optional.empty()));
        }
        ledger = post(ledger, "allocation " + payment.id(), new PaymentAllocated(allocation, day), now);
        return received(ledger, new Paid(received, Optional.of(allocation)));
    }

    private static void requireNoOtherCurrency(@Nullable Paid there, String currency) {
        if (there == null) {
            return;
        }
        Payment payment = there.received().payment();
        String taken = payment.amount().getCurrency().getCurrencyCode();
        if (!taken.equals(currency)) {
            throw new InvalidArgumentException(
                    "ledger.payment-twice", "payment.id", "must not be that of a payment in " + taken, payment.id());
        }
    }

    /** Recorded now, or with the last entry of the customer if the clock has stepped back since: entries are recorded in order. */
    private static Ledger post(Ledger ledger, String key, LedgerFact fact, Instant now) {
        List<LedgerEntry> entries = ledger.customer(fact.customer()).entries();
        Instant last = entries.isEmpty() ? now : entries.get(entries.size() - 1).recordedAt();
        return ledger.post(LedgerEntry.of(key, fact, last.isAfter(now) ? last : now))
                .ledger();
    }

    private Change<Receipt> received(Ledger ledger, Paid paid) {
        Map<String, Ledger> next = new HashMap<>(ledgers);
        next.put(ledger.currency().getCurrencyCode(), ledger);
        Map<PaymentId, Paid> all = new HashMap<>(payments);
        all.put(paid.received().payment().id(), paid);
        return new Change<>(new Books(next, all, billed, issued), new Receipt(false, paid.allocation()));
    }
}
