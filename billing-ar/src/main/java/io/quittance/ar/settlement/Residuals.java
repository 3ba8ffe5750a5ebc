package io.quittance.ar.settlement;

import static io.quittance.ar.settlement.Adjustment.Kind.ALLOWED_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.MOVED_TO_NEW_ITEM;
import static io.quittance.ar.settlement.Adjustment.Kind.WRITE_OFF;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;

/** Decides what becomes of the rest of items that are paid in part. */
final class Residuals {
    private final ShortPay rule;
    private final AllocationRequest request;
    private final List<NewItem> newItems = new ArrayList<>();

    Residuals(ShortPay rule, AllocationRequest request) {
        this.rule = rule;
        this.request = request;
    }

    /** What owes the rests that are moved. */
    List<NewItem> newItems() {
        return newItems;
    }

    /** The rest of one item, if it is paid in part. */
    void settle(Share share) {
        Amount rest = share.open();
        if (!share.isPaid() || rest.signum() <= 0) {
            return;
        }
        ReceivableId id = share.item().id();
        switch (rule.mode()) {
            case KEEP_OPEN -> {}
            case REQUIRE_FULL ->
                Require.that(
                        false,
                        "settlement.require-full",
                        "rest",
                        "must be 0 of " + id + ", which is to be paid in full",
                        rest);
            case NEW_ITEM -> move(share, rest);
            case WRITE_OFF -> close(share, rest, WRITE_OFF, "written off");
            case DISCOUNT -> close(share, rest, ALLOWED_DISCOUNT, "granted as a discount");
        }
    }

    private void close(Share share, Amount rest, Adjustment.Kind kind, String what) {
        boolean within = rule.limit()
                .map(limit -> limit.allows(rest, share.item().open()))
                .orElse(true);
        if (within) {
            String limit = rule.limit().map(AdjustmentLimit::toString).orElse("any amount");
            Explanation why =
                    Explanation.of("settlement.rest", "{0} not paid, {1}, within the limit of {2}", rest, what, limit);
            share.adjustments().add(Adjustment.of(kind, share.item().id(), rest, why));
        }
    }

    /** Of the same type and by the same names as what it takes the place of. */
    private static Receivable owed(Receivable origin, Receivable rest) {
        Receivable owed = rest.withType(origin.type());
        if (!origin.item().equals(origin.id())) {
            owed = owed.partOf(origin.item(), origin.itemDueDate());
        }
        return origin.references().stream().reduce(owed, Receivable::knownBy, (one, other) -> other);
    }

    private void move(Share share, Amount rest) {
        ReceivableId origin = share.item().id();
        // an id is used once, and a payment that is returned leaves its new item behind
        ReceivableId id = ReceivableId.of(origin.value() + rule.suffix().orElseThrow() + "/"
                + request.payment().id());
        String reason = rule.reason().orElseThrow();
        Receivable owed = owed(
                share.item().receivable(),
                Receivable.of(
                        id,
                        share.item().customer(),
                        request.date(),
                        rule.dueDate().orElseThrow(),
                        rest));
        Explanation why = Explanation.of("settlement.moved", "{0} not paid, owed by {1}: {2}", rest, id, reason);
        share.adjustments().add(Adjustment.of(MOVED_TO_NEW_ITEM, origin, rest, why));
        newItems.add(new NewItem(owed, origin, reason));
    }
}
