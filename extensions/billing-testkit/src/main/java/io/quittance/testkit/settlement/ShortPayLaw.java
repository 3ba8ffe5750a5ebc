package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of rests (ar.md, 4.9 and law 20). */
final class ShortPayLaw {
    private static final Map<ShortPay.Mode, Kind> CLOSING = Map.of(
            ShortPay.Mode.NEW_ITEM, Kind.MOVED_TO_NEW_ITEM,
            ShortPay.Mode.WRITE_OFF, Kind.WRITE_OFF,
            ShortPay.Mode.DISCOUNT, Kind.ALLOWED_DISCOUNT);

    private ShortPayLaw() {}

    static List<BrokenLaw> broken(AllocationRequest request, SettlementPolicy policy, Settlement settlement) {
        Set<ReceivableId> paid = settlement.allocation().lines().stream()
                .map(AllocationLine::item)
                .collect(Collectors.toSet());
        var broken = new ArrayList<BrokenLaw>();
        for (OpenItem item : request.items()) {
            wrong(item, policy.shortPay(), settlement, paid.contains(item.id()))
                    .ifPresent(what -> broken.add(
                            new BrokenLaw(SettlementLaw.SHORT_PAY, what + " by " + policy.shortPay() + ": " + item)));
        }
        return broken;
    }

    /** What of an item is otherwise than the rule says, if anything. */
    private static Optional<String> wrong(OpenItem item, ShortPay rule, Settlement settlement, boolean isPaid) {
        Amount left = settlement.openAfter(item);
        for (Kind kind : CLOSING.values()) {
            Amount closed = settlement.adjusted(item.id(), kind);
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
