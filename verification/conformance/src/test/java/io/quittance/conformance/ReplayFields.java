package io.quittance.conformance;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.replay.AccountEvent;
import io.quittance.ar.replay.Charged;
import io.quittance.ar.replay.ClawedBack;
import io.quittance.ar.replay.PaidOut;
import io.quittance.ar.replay.Received;
import io.quittance.ar.replay.Recording;
import io.quittance.ar.replay.ReplayedItem;
import io.quittance.ar.replay.Voided;
import io.quittance.core.id.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the items and events of a replay. Ids are numbers with leading zeros, which sort as the numbers do. */
final class ReplayFields {
    private static final CustomerId CUSTOMER = CustomerId.of("customer");
    /** Instalments are agreed before all that happens to them. */
    private static final LocalDate AGREED = LocalDate.EPOCH;

    private static final Map<String, ReceivableType> TYPES = Map.of(
            "principal", ReceivableType.PRINCIPAL,
            "interest", ReceivableType.INTEREST,
            "fee", ReceivableType.FEE,
            "penalty", ReceivableType.PENALTY);

    private final boolean ownDates;
    private final List<ReceivableType> rebillingOrder;
    private final Map<ReceivableId, LocalDate> dueDates = new HashMap<>();

    ReplayFields(JsonNode rule) {
        ownDates = rule.get("component_due").asString().equals("own");
        rebillingOrder = types(rule.get("component_order").get("due"));
    }

    static List<ReceivableType> types(JsonNode names) {
        return names.valueStream().map(ReplayFields::type).toList();
    }

    private static ReceivableType type(JsonNode name) {
        return requireNonNull(TYPES.get(name.asString()), "type");
    }

    static String number(Object id) {
        return id.toString().replaceFirst("^0+(?=.)", "");
    }

    private static String text(JsonNode node, String field) {
        String number = node.get(field).asString();
        return "0".repeat(9 - number.length()) + number;
    }

    private static ReceivableId item(JsonNode node, String field) {
        return ReceivableId.of(text(node, field));
    }

    static PaymentId payment(JsonNode node, String field) {
        return PaymentId.of(text(node, field));
    }

    /** The date of the case, or that of the item that a clawback made. */
    LocalDate dueDate(ReplayedItem item) {
        return dueDates.getOrDefault(item.item(), item.dueDate());
    }

    List<Charged> items(JsonNode items) {
        var charged = new ArrayList<Charged>();
        for (JsonNode item : items) {
            ReceivableId no = item(item, "no");
            dueDates.put(no, Input.date(item, "due"));
            int count = 0;
            for (JsonNode component : item.get("components")) {
                if (Input.amount(component, "amount").signum() != 0) { // a component of nothing is no debt
                    charged.add(Charged.of(component(no + " " + count++, component, "type", no)));
                }
            }
        }
        return charged;
    }

    private Receivable component(String id, JsonNode node, String type, ReceivableId no) {
        LocalDate itemDue = dueDates.getOrDefault(no, AGREED);
        LocalDate due = ownDates && node.hasNonNull("due") ? Input.date(node, "due") : itemDue;
        return Receivable.of(ReceivableId.of(id), CUSTOMER, AGREED, due, Input.amount(node, "amount"))
                .withType(type(node.get(type)))
                .partOf(no, itemDue);
    }

    AccountEvent event(JsonNode event) {
        var recorded = new Recording(Input.date(event, "recorded"), Input.integer(event, "seq"));
        return switch (event.get("type").asString()) {
            case "payment" -> received(event, recorded);
            case "charge" -> charged(event, recorded);
            case "void" -> new Voided(CUSTOMER, payment(event, "target"), recorded);
            case "credit_payout" -> paidOut(event, recorded);
            default -> clawedBack(event, recorded);
        };
    }

    private static Received received(JsonNode event, Recording recorded) {
        return Received.of(
                Payment.of(payment(event, "seq"), CUSTOMER, Input.date(event, "date"), Input.amount(event, "amount")),
                recorded);
    }

    private Charged charged(JsonNode event, Recording recorded) {
        ReceivableId no = item(event, "item");
        if (event.hasNonNull("new_item_due")) {
            dueDates.put(no, Input.date(event, "new_item_due"));
        }
        Receivable charge = component("charge " + text(event, "seq"), event, "component", no);
        return Charged.of(charge, Input.date(event, "due"), recorded);
    }

    private static PaidOut paidOut(JsonNode event, Recording recorded) {
        PaidOut paidOut = PaidOut.of(
                CUSTOMER,
                ReceivableId.of("payout " + text(event, "seq")),
                Input.amount(event, "amount"),
                Input.date(event, "date"),
                recorded);
        return event.hasNonNull("new_item_no") ? paidOut.onNewItem(item(event, "new_item_no")) : paidOut;
    }

    private ClawedBack clawedBack(JsonNode event, Recording recorded) {
        ClawedBack clawback = ClawedBack.of(
                CUSTOMER,
                ReceivableId.of("clawback " + text(event, "seq")),
                Input.amount(event, "amount"),
                Input.date(event, "date"),
                recorded);
        if (event.hasNonNull("of_payment")) {
            clawback = clawback.ofPayment(payment(event, "of_payment"));
        }
        if (event.path("rebill").asString("principal").equals("original_split")) {
            clawback = clawback.inOriginalSplit(rebillingOrder);
        }
        return event.hasNonNull("new_item_no") ? clawback.onNewItem(item(event, "new_item_no")) : clawback;
    }
}
