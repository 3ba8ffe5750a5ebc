package io.quittance.conformance;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Items and payments of cases that settle; dates that a case does not give are all the same day. */
final class Settled {
    static final CustomerId CUSTOMER = CustomerId.of("customer");
    static final LocalDate DAY = LocalDate.EPOCH;

    private Settled() {}

    static ReceivableId id(JsonNode item) {
        return ReceivableId.of(item.get("id").asString());
    }

    static OpenItem item(ReceivableId id, LocalDate date, Amount open) {
        return OpenItem.of(Receivable.of(id, CUSTOMER, date, date, open));
    }

    static OpenItem item(Amount open) {
        return item(ReceivableId.of("item"), DAY, open);
    }

    static Payment payment(LocalDate date, Amount amount) {
        return Payment.of(PaymentId.of("payment"), CUSTOMER, date, amount);
    }

    static Settlement settled(
            Payment payment, List<OpenItem> items, AllocationStrategy strategy, SettlementPolicy policy) {
        return Settlement.of(AllocationRequest.of(payment, items), strategy, policy);
    }
}
