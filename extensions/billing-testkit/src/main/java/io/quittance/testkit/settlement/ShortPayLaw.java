package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of rests (ar.md, 4.9 and law 20). */
final class ShortPayLaw {
    private static final Map<ShortPay.Mode, Kind> CLOSING = Map.of(
            ShortPay.Mode.NEW_ITEM, Kind.MOVED_TO_NEW_ITEM,
            ShortPay.Mode.WRITE_OFF, Kind.WRITE_OFF,
            ShortPay.Mode.DISCOUNT, Kind.ALLOWED_DISCOUNT);

    private ShortPayLaw() {}

    static List<BrokenLaw> broken(
            AllocationRequest request, SettlementPolicy policy, Settlement settlement, Closings closings) {
        ShortPay rule = policy.shortPay();
        var broken = new ArrayList<BrokenLaw>();
        for (OpenItem item : request.items()) {
            wrong(item, rule, closings).ifPresent(what -> add(broken, what, rule, item));
        }
        for (NewItem added : settlement.newItems()) {
            if (!isOwedAsAgreed(added, rule, request.payment().id())) {
                add(broken, added.receivable() + " for " + added.origin() + ", " + added.reason(), rule, request);
            }
        }
        return broken;
    }

    private static void add(List<BrokenLaw> broken, String what, ShortPay rule, Object where) {
        broken.add(new BrokenLaw(SettlementLaw.SHORT_PAY, what + " by " + rule + ": " + where));
    }

    /** Whether a new item has the id, the due date and the reason that the rule gives it. */
    private static boolean isOwedAsAgreed(NewItem added, ShortPay rule, PaymentId payment) {
        Receivable owed = added.receivable();
        Optional<String> id = rule.suffix().map(suffix -> added.origin() + suffix + "/" + payment);
        return id.equals(Optional.of(owed.id().value()))
                && rule.dueDate().equals(Optional.of(owed.dueDate()))
                && rule.reason().equals(Optional.of(added.reason()));
    }

    /** What of an item is otherwise than the rule says, if anything. */
    private static Optional<String> wrong(OpenItem item, ShortPay rule, Closings closings) {
        boolean isPaid = closings.isPaid(item.id());
        Amount left = closings.left(item);
        for (Kind kind : CLOSING.values()) {
            Amount closed = closings.of(item.id(), kind);
            if (closed.signum() == 0) {
                continue;
            }
            boolean isAllowed = kind == CLOSING.get(rule.mode())
                    && isPaid
                    && left.signum() == 0
                    && rule.limit()
                            .map(limit -> limit.allows(closed, item.open()))
                            .orElse(true);
            if (!isAllowed) {
                return Optional.of(kind + " of " + closed + (isPaid ? "" : ", not paid") + ", " + left + " left");
            }
        }
        boolean mayBeLeft = !isPaid || rule.mode() == ShortPay.Mode.KEEP_OPEN || isBeyond(rule, item, left);
        return mayBeLeft || left.signum() <= 0 ? Optional.empty() : Optional.of(left + " left of what is paid");
    }

    /** Whether a rest is too large for the rule to close it. */
    private static boolean isBeyond(ShortPay rule, OpenItem item, Amount left) {
        return rule.limit().map(limit -> !limit.allows(left, item.open())).orElse(false);
    }
}
