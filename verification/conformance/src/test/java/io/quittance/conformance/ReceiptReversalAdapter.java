package io.quittance.conformance;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code receipt_reversal}: a receipt that was applied as listed is cancelled. {@code receipt_reversal_then_new}: another one comes
 * instead. A receipt of nothing and an item of which nothing is open are no entries of a ledger.
 */
final class ReceiptReversalAdapter implements Adapter {
    private static final CustomerId CUSTOMER = CustomerId.of("customer");
    private static final LocalDate DATE = LocalDate.EPOCH;
    private static final PaymentId FIRST = PaymentId.of("first");

    @Override
    public Object answer(JsonNode input) {
        return input.has("applications") ? restored(input) : replaced(input);
    }

    private static Object restored(JsonNode input) {
        CustomerLedger ledger = CustomerLedger.empty(CUSTOMER, Input.CURRENCY);
        for (JsonNode item : input.get("items")) {
            ledger = owed(ledger, item.get("id").asString(), Input.amount(item, "open_before"));
        }
        ledger = received(ledger, FIRST, Input.amount(input, "receipt"));
        for (JsonNode application : input.get("applications")) {
            ReceivableId item = ReceivableId.of(application.get("item").asString());
            Amount amount = Input.amount(application, "amount");
            ledger = applied(
                    ledger,
                    FIRST,
                    request -> List.of(AllocationLine.of(item, amount, Explanation.of("applied", "{0}", amount))));
        }
        ledger = cancelled(ledger);
        var open = new HashMap<String, Amount>();
        ledger.openItems().forEach(item -> open.put(item.id().value(), item.open()));
        var items = new ArrayList<Map<String, Object>>();
        for (JsonNode item : input.get("items")) {
            String id = item.get("id").asString();
            items.add(Map.of("id", id, "open", open.getOrDefault(id, Amount.zero(Input.CURRENCY))));
        }
        return Map.of("items", items);
    }

    private static Object replaced(JsonNode input) {
        PaymentId second = PaymentId.of("second");
        CustomerLedger ledger = CustomerLedger.empty(CUSTOMER, Input.CURRENCY);
        ledger = owed(ledger, "item", Input.amount(input, "item_open"));
        ledger = received(ledger, FIRST, Input.amount(input, "first"));
        ledger = cancelled(applied(ledger, FIRST, new OldestDueFirst()));
        AccountView cancelled = ledger.asOf(AsOf.endOf(DATE));
        ledger = received(ledger, second, Input.amount(input, "second"));
        ledger = applied(ledger, second, new OldestDueFirst());
        AccountView last = ledger.asOf(AsOf.endOf(DATE));
        return Map.of(
                "open_after_cancel", cancelled.open(),
                "open_final", last.open(),
                "customer_balance_final", last.balance());
    }

    private static CustomerLedger owed(CustomerLedger ledger, String id, Amount amount) {
        return amount.signum() == 0
                ? ledger
                : post(ledger, new ReceivablePosted(Receivable.of(ReceivableId.of(id), CUSTOMER, DATE, DATE, amount)));
    }

    private static CustomerLedger received(CustomerLedger ledger, PaymentId id, Amount amount) {
        return amount.signum() == 0
                ? ledger
                : post(ledger, new PaymentReceived(Payment.of(id, CUSTOMER, DATE, amount)));
    }

    private static CustomerLedger applied(CustomerLedger ledger, PaymentId id, AllocationStrategy strategy) {
        List<OpenItem> open = ledger.openItems();
        for (LedgerEntry entry : ledger.entries()) {
            if (entry.fact() instanceof PaymentReceived fact
                    && fact.payment().id().equals(id)) {
                var request = AllocationRequest.of(fact.payment(), ledger.unapplied(id), open);
                return post(ledger, new PaymentAllocated(Allocation.of(request, strategy), DATE));
            }
        }
        return ledger;
    }

    private static CustomerLedger cancelled(CustomerLedger ledger) {
        boolean received = ledger.entries().stream()
                .anyMatch(entry -> entry.fact() instanceof PaymentReceived fact
                        && fact.payment().id().equals(FIRST));
        return received
                ? post(ledger, new PaymentReturned(CUSTOMER, FIRST, PaymentReturned.Reason.OTHER, DATE))
                : ledger;
    }

    private static CustomerLedger post(CustomerLedger ledger, LedgerFact fact) {
        return ledger.post(LedgerEntry.of("entry " + ledger.version(), fact, Instant.EPOCH))
                .ledger();
    }
}
