package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        Map<ReceivableId, OpenItem> items = new HashMap<>();
        request.items().forEach(item -> items.put(item.id(), item));
        for (NewItem added : settlement.newItems()) {
            OpenItem origin = items.get(added.origin());
            if (origin == null || !added.equals(agreed(added, origin.receivable(), rule, request))) {
                add(broken, added.receivable() + " for " + added.origin() + ", " + added.reason(), rule, request);
            }
        }
        return broken;
    }

    /** What is written off, granted, moved or tolerated of items while money is left that is for nothing else. */
    static Optional<BrokenLaw> besideMoney(AllocationRequest request, Closings closings, Amount onAccount) {
        Amount left = onAccount.add(closings.taken(Kind.OVERPAYMENT_INCOME));
        if (left.signum() <= 0 || !DiscountLaw.isSpare(request, closings)) {
            return Optional.empty();
        }
        Set<ReceivableId> given = closings.with(
                Kind.WRITE_OFF, Kind.ALLOWED_DISCOUNT, Kind.MOVED_TO_NEW_ITEM, Kind.TOLERANCE, Kind.RECEIPT_TOLERANCE);
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new BrokenLaw(
                        SettlementLaw.MONEY_FIRST,
                        given + " closed in part without money, beside " + left + " of it: " + request));
    }

    private static void add(List<BrokenLaw> broken, String what, ShortPay rule, Object where) {
        broken.add(new BrokenLaw(SettlementLaw.SHORT_PAY, what + " by " + rule + ": " + where));
    }

    /**
     * The new item as the rule makes it: of its id, due date and reason, owed from the day of the settlement, and by all else that its
     * origin is known by. Of what is moved it owes what it says, which a settlement checks.
     */
    private static @Nullable NewItem agreed(
            NewItem added, Receivable origin, ShortPay rule, AllocationRequest request) {
        LocalDate due = rule.dueDate().orElse(null);
        String reason = rule.reason().orElse(null);
        if (due == null || reason == null || due.isBefore(request.date())) {
            return null;
        }
        var id = ReceivableId.of(origin.id() + rule.suffix().orElseThrow() + "/"
                + request.payment().id());
        Receivable owed = Receivable.of(
                        id,
                        origin.customer(),
                        request.date(),
                        due,
                        added.receivable().amount())
                .withType(origin.type());
        if (!origin.item().equals(origin.id())) {
            owed = owed.partOf(origin.item(), origin.itemDueDate());
        }
        for (String reference : origin.references()) {
            owed = owed.knownBy(reference);
        }
        return new NewItem(owed, origin.id(), reason);
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
