package io.quittance.conformance;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.journal.AccountKey;
import io.quittance.ar.journal.InvoiceAccounts;
import io.quittance.ar.journal.Journal;
import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A ledger of one foreign debt and what is paid on it, and its journal in the base currency. */
final class BookedLedger {
    private static final CustomerId CUSTOMER = CustomerId.of("customer");
    private static final LocalDate DAY = LocalDate.EPOCH;

    private CustomerLedger ledger = CustomerLedger.empty(CUSTOMER, Booked.FOREIGN);

    BookedLedger(Amount debt, Amount booked) {
        post(ReceivablePosted.of(Receivable.of(ReceivableId.of("item"), CUSTOMER, DAY, DAY, debt), booked));
    }

    void pay(Amount amount, Amount booked) {
        Payment payment = Payment.of(PaymentId.of("payment " + ledger.version()), CUSTOMER, DAY, amount);
        post(PaymentReceived.of(payment, booked));
        post(new PaymentAllocated(Allocation.of(payment, ledger.openItems(), new OldestDueFirst()), DAY));
    }

    /** Undoes the last entry. */
    void cancel() {
        post(new EntryReversed(CUSTOMER, key(ledger.version()), DAY));
    }

    private void post(LedgerFact fact) {
        ledger = ledger.post(LedgerEntry.of(key(ledger.version() + 1), fact, Instant.EPOCH))
                .ledger();
    }

    private static EntryKey key(int version) {
        return EntryKey.of("entry " + version);
    }

    Map<String, Object> open(String foreign, String base) {
        return Map.of(foreign, ledger.asOf(AsOf.endOf(DAY)).open(), base, on(AccountKey.RECEIVABLES));
    }

    /** A gain is a credit. */
    Amount gain() {
        return on(AccountKey.EXCHANGE_GAINS).add(on(AccountKey.EXCHANGE_LOSSES)).negate();
    }

    private Amount on(AccountKey account) {
        List<JournalEntry> journal = Journal.of(ledger, InvoiceAccounts.of(List.of()), AsOf.endOf(DAY));
        return journal.stream().map(entry -> entry.on(account)).reduce(Amount.zero(Input.CURRENCY), Amount::add);
    }
}
