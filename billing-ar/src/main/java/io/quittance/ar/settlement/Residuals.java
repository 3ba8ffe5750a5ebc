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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of the rest of items that are paid in part. */
final class Residuals {
    private static final int LONGEST_ID = 200;

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

    /** What the rule makes of such a rest of an item, in words; empty where it stays open. */
    Optional<String> otherwise(Share share, Amount rest) {
        boolean within = rule.limit()
                .map(limit -> limit.allows(rest, share.item().open()))
                .orElse(true);
        if (!share.isPaid() || rest.signum() <= 0 || !within) {
            return Optional.empty();
        }
        return switch (rule.mode()) {
            case KEEP_OPEN -> Optional.empty();
            case REQUIRE_FULL -> Optional.of("refused");
            case NEW_ITEM -> Optional.of("owed by a new item");
            case WRITE_OFF -> Optional.of("written off");
            case DISCOUNT -> Optional.of("granted as a discount");
        };
    }

    /** The rest of one item, if it is paid in part. */
    void settle(Share share) {
        Amount rest = share.open();
        otherwise(share, rest).ifPresent(what -> settle(share, rest, what));
    }

    private void settle(Share share, Amount rest, String what) {
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
            case WRITE_OFF -> close(share, rest, WRITE_OFF, what);
            case DISCOUNT -> close(share, rest, ALLOWED_DISCOUNT, what);
        }
    }

    private void close(Share share, Amount rest, Adjustment.Kind kind, String what) {
        String limit = rule.limit().map(AdjustmentLimit::toString).orElse("any amount");
        Explanation why =
                Explanation.of("settlement.rest", "{0} not paid, {1}, within the limit of {2}", rest, what, limit);
        share.adjustments().add(Adjustment.of(kind, share.item().id(), rest, why));
    }

    /** Of the same type and by the same names as what it takes the place of. */
    private static Receivable owed(Receivable origin, Receivable rest) {
        Receivable owed = rest.withType(origin.type());
        if (!origin.item().equals(origin.id())) {
            owed = owed.partOf(origin.item(), origin.itemDueDate());
        }
        return origin.references().stream().reduce(owed, Receivable::knownBy, (one, other) -> other);
    }

    /** An id is used once, and a payment that is returned leaves its new item behind. */
    private ReceivableId newId(ReceivableId origin) {
        String id = origin.value() + rule.suffix().orElseThrow() + "/"
                + request.payment().id();
        int length = id.codePointCount(0, id.length());
        Require.that(
                length <= LONGEST_ID,
                "settlement.new-item",
                "shortPay.suffix",
                "must make an id of at most " + LONGEST_ID + " characters with " + origin + " and the payment",
                length + " characters");
        return ReceivableId.of(id);
    }

    private LocalDate dueDate() {
        LocalDate due = rule.dueDate().orElseThrow();
        Require.that(
                !due.isBefore(request.date()),
                "settlement.new-item",
                "shortPay.dueDate",
                "must not be before the day of the settlement, " + request.date(),
                due);
        return due;
    }

    private void move(Share share, Amount rest) {
        ReceivableId origin = share.item().id();
        ReceivableId id = newId(origin);
        String reason = rule.reason().orElseThrow();
        Receivable owed = owed(
                share.item().receivable(), Receivable.of(id, share.item().customer(), request.date(), dueDate(), rest));
        Explanation why = Explanation.of("settlement.moved", "{0} not paid, owed by {1}: {2}", rest, id, reason);
        share.adjustments().add(Adjustment.of(MOVED_TO_NEW_ITEM, origin, rest, why));
        newItems.add(new NewItem(owed, origin, reason));
    }
}
