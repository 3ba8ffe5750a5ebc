package io.quittance.conformance;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.OnAccount;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ledger of the one customer of a case: debts, money, and which settles which on what day. */
final class OneCustomer {
    private static final CustomerId CUSTOMER = CustomerId.of("customer");

    private final Map<String, Payment> payments = new HashMap<>();
    private Ledger ledger = Ledger.empty(Input.CURRENCY);

    Ledger ledger() {
        return ledger;
    }

    CustomerLedger customer() {
        return ledger.customer(CUSTOMER);
    }

    void owe(String id, LocalDate documentDate, LocalDate dueDate, Amount amount) {
        post(new ReceivablePosted(Receivable.of(ReceivableId.of(id), CUSTOMER, documentDate, dueDate, amount)));
    }

    void pay(String id, LocalDate valueDate, Amount amount) {
        Payment payment = Payment.of(PaymentId.of(id), CUSTOMER, valueDate, amount);
        payments.put(id, payment);
        post(new PaymentReceived(payment));
    }

    void credit(String id, LocalDate documentDate, Amount amount) {
        post(new CreditPosted(Credit.of(PaymentId.of(id), CUSTOMER, documentDate, amount)));
    }

    /** So much of a payment settles an item. */
    void settle(String payment, String item, Amount amount, LocalDate day) {
        PaymentId id = PaymentId.of(payment);
        List<OpenItem> items = customer().openItems();
        var request = AllocationRequest.of(
                requireNonNull(payments.get(payment), payment), customer().unapplied(id), items);
        var line = AllocationLine.of(ReceivableId.of(item), amount, Explanation.of("case.link", "as the case links"));
        post(new PaymentAllocated(Allocation.of(request, asked -> List.of(line)), day));
    }

    /** What is on account settles what is open. */
    void settleAll(LocalDate day) {
        OnAccount.settle(customer(), new OldestDueFirst(), day).forEach(this::post);
    }

    private void post(LedgerFact fact) {
        String key = "entry " + customer().version();
        ledger = ledger.post(LedgerEntry.of(key, fact, Instant.EPOCH)).ledger();
    }
}
