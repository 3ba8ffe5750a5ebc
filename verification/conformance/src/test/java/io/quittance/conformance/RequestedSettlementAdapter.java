package io.quittance.conformance;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.settlement.RequestedItem;
import io.quittance.ar.settlement.RequestedSettlement;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code requested_settlement}: items are settled by credits as it is asked for each; what is left is the ledger's answer. */
final class RequestedSettlementAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        CustomerLedger ledger = CustomerLedger.empty(Settled.CUSTOMER, Input.CURRENCY);
        var rows = new ArrayList<RequestedItem>();
        for (JsonNode item : input.get("items")) {
            ledger = post(
                    ledger,
                    new ReceivablePosted(Settled.item(Settled.id(item), Settled.DAY, Input.amount(item, "open"))
                            .receivable()));
            if (Input.decimal(item, "pay").signum() != 0) {
                rows.add(RequestedItem.of(
                        Settled.id(item),
                        Input.amount(item, "pay"),
                        Input.amount(item, "discount"),
                        Input.amount(item, "write_off")));
            }
        }
        var credits = new ArrayList<UnappliedPayment>();
        for (JsonNode credit : input.get("credits")) {
            Payment payment = Payment.of(
                    PaymentId.of(credit.get("id").asString()),
                    Settled.CUSTOMER,
                    Settled.DAY,
                    Input.amount(credit, credit.has("document_total") ? "document_total" : "amount"));
            boolean isCredit = credit.get("type").asString().equals("credit_note");
            ledger = post(
                    ledger,
                    isCredit
                            ? new CreditPosted(
                                    Credit.of(payment.id(), payment.customer(), payment.valueDate(), payment.amount()))
                            : new PaymentReceived(payment));
            credits.add(new UnappliedPayment(payment, Input.amount(credit, "amount"), isCredit));
        }
        List<Settlement> settlements = new RequestedSettlement(rows).settle(ledger.openItems(), credits);
        for (Settlement settlement : settlements) {
            ledger = post(ledger, new PaymentAllocated(settlement, Settled.DAY));
        }
        return answer(input, ledger, settlements);
    }

    private static CustomerLedger post(CustomerLedger ledger, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(EntryKey.of("entry " + ledger.version()), fact, Instant.EPOCH))
                .ledger();
    }

    private static Object answer(JsonNode input, CustomerLedger ledger, List<Settlement> settlements) {
        var open = new HashMap<String, Amount>();
        ledger.openItems().forEach(item -> open.put(item.id().value(), item.open()));
        Amount zero = Amount.zero(Input.CURRENCY);
        return Map.of(
                "applications",
                settlements.stream()
                        .flatMap(settlement -> settlement.allocation().lines().stream()
                                .map(line -> Map.of(
                                        "item", line.item().value(),
                                        "credit",
                                                settlement
                                                        .allocation()
                                                        .payment()
                                                        .value(),
                                        "amount", line.amount())))
                        .toList(),
                "items",
                input.get("items")
                        .valueStream()
                        .map(item -> Map.of(
                                "id", Settled.id(item).value(),
                                "open", open.getOrDefault(Settled.id(item).value(), zero)))
                        .toList(),
                "credit_remaining",
                input.get("credits")
                        .valueStream()
                        .map(credit -> credit.get("id").asString())
                        .map(id -> Map.of("id", id, "remaining", ledger.unapplied(PaymentId.of(id))))
                        .toList());
    }
}
