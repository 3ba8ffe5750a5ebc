package io.quittance.ar.replay;

import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Amount;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was owed again of each payment, by type: never more than it paid of that type (ar.md 7, law 21). */
final class Rebilled {
    private final Amount zero;
    private final Map<PaymentId, Map<ReceivableType, Amount>> before = new TreeMap<>();

    Rebilled(Amount zero) {
        this.zero = zero;
    }

    /** How a clawback is owed again, in its order; together all of it. */
    Map<ReceivableType, Amount> parts(ClawedBack event, List<Settled> settled, Map<ReceivableId, Account.Owed> debts) {
        Map<ReceivableType, Amount> parts = new LinkedHashMap<>();
        Amount rest = event.amount();
        if (event.payment() != null) {
            Map<ReceivableType, Amount> again =
                    before.computeIfAbsent(event.payment(), any -> new EnumMap<>(ReceivableType.class));
            Map<ReceivableType, Amount> paid = new EnumMap<>(ReceivableType.class);
            for (Settled one : settled) {
                Account.Owed debt = debts.get(one.debt());
                if (one.payment().equals(event.payment()) && debt != null) {
                    paid.merge(debt.receivable().type(), one.amount(), Amount::add);
                }
            }
            for (ReceivableType type : event.split()) {
                Amount left = paid.getOrDefault(type, zero).subtract(again.getOrDefault(type, zero));
                Amount part = rest.min(left);
                if (part.signum() > 0) {
                    parts.put(type, part);
                    again.merge(type, part, Amount::add);
                    rest = rest.subtract(part);
                }
            }
        }
        if (rest.signum() > 0) {
            parts.merge(ReceivableType.PRINCIPAL, rest, Amount::add);
        }
        return parts;
    }
}
