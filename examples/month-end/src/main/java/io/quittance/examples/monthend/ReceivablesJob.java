package io.quittance.examples.monthend;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;

/**
 * Posts invoices, disputes and payments in the order in which they happened, and allocates each payment as it arrives. What
 * happened after the last day of the book has not happened yet and is left out.
 */
final class ReceivablesJob {
    /** What the entry that opens the dispute of an item is called, before the item. */
    static final String DISPUTE_OPENED = "dispute opened";

    /** The ledger after the last event, and what each payment settled. */
    record Result(Ledger ledger, List<Allocation> allocations) {}

    /** What can happen on a day, in this order. */
    private enum Kind {
        INVOICE,
        DISPUTE_OPENED,
        DISPUTE_CLOSED,
        PAYMENT
    }

    private record Event(LocalDate date, Kind kind, HistoricInvoice row) {}

    private final AllocationStrategy strategy;
    private final List<Allocation> allocations = new ArrayList<>();
    private final Set<DisputeId> disputes = new HashSet<>();
    private Ledger ledger;

    private ReceivablesJob(CurrencyUnit currency, AllocationStrategy strategy) {
        this.strategy = strategy;
        this.ledger = Ledger.empty(currency);
    }

    /**
     * Runs all events under one strategy.
     *
     * @param lastDay the last day of the book
     * @param unpaid invoices that are issued after that day, and stay open
     */
    static Result run(
            List<HistoricInvoice> history,
            LocalDate lastDay,
            List<Invoice> unpaid,
            CurrencyUnit currency,
            AllocationStrategy strategy) {
        var job = new ReceivablesJob(currency, strategy);
        events(history).stream().filter(event -> !event.date().isAfter(lastDay)).forEach(job::happen);
        unpaid.forEach(job::post);
        return new Result(job.ledger, List.copyOf(job.allocations));
    }

    private static List<Event> events(List<HistoricInvoice> history) {
        var events = new ArrayList<Event>();
        for (HistoricInvoice row : history) {
            events.add(new Event(row.invoice().issueDate(), Kind.INVOICE, row));
            if (row.disputed()) {
                events.add(new Event(row.disputeOpened(), Kind.DISPUTE_OPENED, row));
            }
            LocalDate settled = row.settled();
            if (settled != null) {
                if (row.disputed()) {
                    events.add(new Event(settled, Kind.DISPUTE_CLOSED, row));
                }
                events.add(new Event(settled, Kind.PAYMENT, row));
            }
        }
        events.sort(Comparator.comparing(Event::date)
                .thenComparing(Event::kind)
                .thenComparing(event -> event.row().invoice().number()));
        return events;
    }

    private void happen(Event event) {
        HistoricInvoice row = event.row();
        var item = new ReceivableId(row.invoice().number().value());
        switch (event.kind()) {
            case INVOICE -> post(row.invoice());
            case DISPUTE_OPENED -> contest(row, item, event.date());
            case DISPUTE_CLOSED -> resolve(row, item, event.date());
            case PAYMENT -> pay(row, item, event.date());
        }
    }

    /** An invoice over nothing is issued all the same, and leaves nothing to post; so does a credit note, which is no debt. */
    private void post(Invoice invoice) {
        if (invoice.type().isCredit()) {
            return;
        }
        Receivable.ifDue(invoice)
                .ifPresent(receivable -> post(LedgerEntry.of(
                        key("invoice", receivable.id()),
                        new ReceivablePosted(receivable),
                        Noon.of(invoice.issueDate()))));
    }

    /** The data do not say how much is contested, nor why: all that is open, which a strategy may have settled with money for others. */
    private void contest(HistoricInvoice row, ReceivableId item, LocalDate date) {
        CustomerId customer = row.invoice().customer();
        Amount open = ledger.customer(customer).contestableOn(item, date);
        if (open.signum() > 0) {
            var dispute = Dispute.of(
                    disputeId(item), item, open, DisputeReason.OTHER, DisputeSource.customer("row of " + item));
            disputes.add(dispute.id());
            post(LedgerEntry.of(key(DISPUTE_OPENED, item), new DisputeOpened(customer, dispute, date), Noon.of(date)));
        }
    }

    /** What is paid in full is not contested any more. */
    private void resolve(HistoricInvoice row, ReceivableId item, LocalDate date) {
        if (disputes.contains(disputeId(item))) {
            post(LedgerEntry.of(
                    key("dispute closed", item),
                    new DisputeResolved(row.invoice().customer(), disputeId(item), Resolution.withdrawn(), date),
                    Noon.of(date)));
        }
    }

    static DisputeId disputeId(ReceivableId item) {
        return new DisputeId("D-" + item);
    }

    /** The payment names its invoice; what it settles is the strategy's decision. */
    private void pay(HistoricInvoice row, ReceivableId item, LocalDate date) {
        Payment payment = Payment.of(
                        new PaymentId("P-" + item),
                        row.invoice().customer(),
                        date,
                        row.invoice().amountDue())
                .naming(item);
        post(LedgerEntry.of(key("payment", item), new PaymentReceived(payment), Noon.of(date)));
        Allocation allocation = Allocation.of(payment, ledger.openItems(payment.customer()), strategy);
        allocations.add(allocation);
        post(LedgerEntry.of(key("allocation", item), new PaymentAllocated(allocation, date), Noon.of(date)));
    }

    private void post(LedgerEntry entry) {
        ledger = ledger.post(entry).ledger();
    }

    static EntryKey key(String what, ReceivableId item) {
        return new EntryKey(what + " " + item);
    }
}
