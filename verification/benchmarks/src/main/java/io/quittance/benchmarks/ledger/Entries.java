package io.quittance.benchmarks.ledger;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.CustomerLedger;
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
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** Ledgers of any size, in which each customer owes the same five items. */
final class Entries {
    /** Entries of a customer among many: five debts that are open, and five that are paid in full, by three entries each. */
    static final int EACH = 20;

    static final int OPEN = 5;
    private static final int SETTLED = 5;
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final Amount AMOUNT = Amount.of("100.00", EUR);
    private static final Explanation WHY = Explanation.of("benchmark", "because");

    private Entries() {}

    static CustomerId customer(int number) {
        return new CustomerId("C" + number);
    }

    /** So many entries, {@value #EACH} of each customer. */
    static Ledger ofManyCustomers(int entries) {
        var ledger = new Ledger[] {Ledger.empty(EUR)};
        for (int customer = 0; customer < entries / EACH; customer++) {
            entries(
                    customer(customer),
                    "C" + customer + "-",
                    SETTLED,
                    entry -> ledger[0] = ledger[0].post(entry).ledger());
        }
        return ledger[0];
    }

    /** About so many entries of one customer. */
    static CustomerLedger ofOneCustomer(int entries) {
        var ledger = new CustomerLedger[] {CustomerLedger.empty(customer(0), EUR)};
        entries(
                customer(0),
                "",
                (entries - OPEN) / 3,
                entry -> ledger[0] = ledger[0].post(entry).ledger());
        return ledger[0];
    }

    private static void entries(CustomerId customer, String prefix, int settled, Consumer<LedgerEntry> sink) {
        for (int i = 0; i < settled; i++) {
            Receivable debt = debt(customer, prefix + i);
            var payment = Payment.of(new PaymentId(prefix + i), customer, DAY, AMOUNT);
            var line = AllocationLine.of(debt.id(), AMOUNT, WHY);
            Allocation allocation = Allocation.of(payment, List.of(OpenItem.of(debt)), ignored -> List.of(line));
            sink.accept(entry("d" + i, new ReceivablePosted(debt)));
            sink.accept(entry("p" + i, new PaymentReceived(payment)));
            sink.accept(entry("a" + i, new PaymentAllocated(allocation, DAY)));
        }
        for (int i = 0; i < OPEN; i++) {
            sink.accept(entry("o" + i, new ReceivablePosted(debt(customer, prefix + "o" + i))));
        }
    }

    private static Receivable debt(CustomerId customer, String id) {
        return Receivable.of(new ReceivableId(id), customer, DAY, DAY.plusDays(30), AMOUNT);
    }

    private static LedgerEntry entry(String key, LedgerFact fact) {
        return LedgerEntry.of(EntryKey.of(key), fact, NOW);
    }
}
