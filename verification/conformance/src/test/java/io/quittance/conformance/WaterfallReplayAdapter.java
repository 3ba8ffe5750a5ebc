package io.quittance.conformance;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.allocation.Waterfall.Advance;
import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.replay.AccountEvent;
import io.quittance.ar.replay.Replay;
import io.quittance.ar.replay.ReplayedItem;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code waterfall_replay}: instalments with components, and what happened to them, in any order of recording. A payment with an
 * {@code advance_rule} of its own is allocated by it.
 */
final class WaterfallReplayAdapter implements Adapter {
    private static final Map<String, Advance> ADVANCES =
            Map.of("next", Advance.NEXT, "last", Advance.LAST, "even", Advance.EVEN);
    private static final Map<String, Standing> STANDINGS =
            Map.of("past_due", Standing.PAST_DUE, "due", Standing.DUE, "in_advance", Standing.IN_ADVANCE);

    @Override
    public Object answer(JsonNode input) {
        JsonNode rule = input.get("rule");
        var fields = new ReplayFields(rule);
        List<AccountEvent> events = new ArrayList<>(fields.items(input.get("items")));
        Map<PaymentId, AllocationStrategy> own = new HashMap<>();
        for (JsonNode event : input.get("events")) {
            events.add(fields.event(event));
            if (event.hasNonNull("advance_rule")) {
                own.put(ReplayFields.payment(event, "seq"), waterfall(rule).inAdvance(advance(event)));
            }
        }
        Waterfall usual = waterfall(rule);
        Replay replay = Replay.of(
                Input.CURRENCY,
                events,
                request -> own.getOrDefault(request.payment().id(), usual).propose(request));
        return Map.of(
                "items", replay.items().stream().map(item -> item(item, fields)).toList(),
                "payments",
                        replay.payments().stream()
                                .map(payment -> split(replay, payment))
                                .toList(),
                "open_total", replay.open(),
                "unapplied", replay.onAccount());
    }

    private static Waterfall waterfall(JsonNode rule) {
        Tier[] tiers = rule.get("class_order")
                .valueStream()
                .map(name -> new Tier(
                        requireNonNull(STANDINGS.get(name.asString()), "class"),
                        ReplayFields.types(rule.get("component_order").get(name.asString()))))
                .toArray(Tier[]::new);
        boolean byItem = rule.get("axis").asString().equals("by_item");
        return (byItem ? Waterfall.byItem(tiers) : Waterfall.byComponent(tiers)).inAdvance(advance(rule));
    }

    private static Advance advance(JsonNode node) {
        return requireNonNull(ADVANCES.get(node.get("advance_rule").asString()), "advance_rule");
    }

    private static Map<String, Object> item(ReplayedItem item, ReplayFields fields) {
        LocalDate due = fields.dueDate(item);
        return Map.of(
                "no", ReplayFields.number(item.item()),
                "due_total", item.owed(),
                "paid", item.paid(),
                "in_advance", item.paidBefore(due),
                "late", item.paidAfter(due),
                "open", item.open());
    }

    private static Map<String, Object> split(Replay replay, PaymentId payment) {
        Map<String, Object> split = new HashMap<>();
        split.put("seq", ReplayFields.number(payment));
        for (ReceivableType type : ReceivableType.values()) {
            Amount paid = replay.paid(payment, type);
            split.put(type.toString(), paid);
        }
        return split;
    }
}
