package io.quittance.conformance;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * {@code ordered_allocation}: credits, in the order listed, pay items in the order of the sort keys. An item of which
 * nothing is open and a credit of nothing are no entries of a ledger.
 */
final class OrderedAllocationAdapter implements Adapter {
    private static final CustomerId CUSTOMER = CustomerId.of("customer");
    private static final Instant RECORDED = Instant.EPOCH;

    @Override
    public Object answer(JsonNode input) {
        AllocationStrategy strategy = InOrder.of("sort-keys", order(input));
        CustomerLedger ledger = CustomerLedger.empty(CUSTOMER, Input.CURRENCY);
        for (JsonNode item : present(input, "items", "open")) {
            ledger = post(ledger, LedgerEntry.of(key("item", item), new ReceivablePosted(receivable(item)), RECORDED));
        }
        LocalDate date = input.get("items")
                .valueStream()
                .map(item -> Input.date(item, "due"))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        var unapplied = new HashMap<String, Amount>();
        var applied = new ArrayList<Map<String, Object>>();
        for (JsonNode credit : present(input, "credits", "amount")) {
            String id = credit.get("id").asString();
            Payment payment = Payment.of(PaymentId.of(id), CUSTOMER, date, Input.amount(credit, "amount"));
            Allocation allocation = Allocation.of(payment, ledger.openItems(), strategy);
            ledger = post(ledger, LedgerEntry.of(key("credit", credit), new PaymentReceived(payment), RECORDED));
            ledger = post(
                    ledger,
                    LedgerEntry.of(key("allocation", credit), new PaymentAllocated(allocation, date), RECORDED));
            unapplied.put(id, allocation.unapplied());
            allocation
                    .lines()
                    .forEach(line ->
                            applied.add(Map.of("item", line.item().value(), "credit", id, "amount", line.amount())));
        }
        var open = new HashMap<String, Amount>();
        ledger.openItems().forEach(item -> open.put(item.id().value(), item.open()));
        return Map.of(
                "items", answers(input.get("items"), "open", open),
                "credits", answers(input.get("credits"), "unapplied", unapplied),
                "applied_from", applied);
    }

    private static List<JsonNode> present(JsonNode input, String list, String amount) {
        return input.get(list)
                .valueStream()
                .filter(node -> Input.amount(node, amount).signum() != 0)
                .toList();
    }

    private static CustomerLedger post(CustomerLedger ledger, LedgerEntry entry) {
        return ledger.post(entry).ledger();
    }

    private static EntryKey key(String what, JsonNode node) {
        return EntryKey.of(what + " " + node.get("id").asString());
    }

    private static Receivable receivable(JsonNode item) {
        LocalDate due = Input.date(item, "due");
        return Receivable.of(
                ReceivableId.of(item.get("id").asString()), CUSTOMER, due, due, Input.amount(item, "open"));
    }

    private static Comparator<OpenItem> order(JsonNode input) {
        var numbers = new HashMap<String, Map<String, Integer>>();
        for (JsonNode item : input.get("items")) {
            for (String key : List.of("seq", "priority")) {
                if (item.has(key)) {
                    numbers.computeIfAbsent(key, any -> new HashMap<>())
                            .put(item.get("id").asString(), Input.integer(item, key));
                }
            }
        }
        Comparator<OpenItem> order = Comparator.comparing(item -> 0);
        for (JsonNode key : input.get("sort")) {
            order = order.thenComparing(by(key.asString(), numbers));
        }
        return order;
    }

    private static Comparator<OpenItem> by(String key, Map<String, Map<String, Integer>> numbers) {
        if (key.equals("due")) {
            return Comparator.comparing(OpenItem::dueDate);
        }
        Map<String, Integer> number = numbers.getOrDefault(key, Map.of());
        Function<OpenItem, Integer> value =
                item -> number.getOrDefault(item.id().value(), 0);
        return Comparator.comparing(value);
    }

    private static List<Map<String, Object>> answers(JsonNode listed, String field, Map<String, Amount> amounts) {
        Amount zero = Amount.zero(Input.CURRENCY);
        return listed.valueStream()
                .map(node -> node.get("id").asString())
                .map(id -> Map.<String, Object>of("id", id, field, amounts.getOrDefault(id, zero)))
                .toList();
    }
}
