package io.quittance.ar.ledger;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stays of a settlement of which a part of the money comes back; see {@link PartialReturn} for the rule. Of 980.00 and a discount
 * of 20.00 of which 490.00 come back, 490.00 and 10.00 stay.
 */
final class SettledAgain {
    private final Balance balance;
    private final Payment payment;
    private final Settlement before;
    private final Amount back;
    /** What is left of the money that stays. */
    private Amount rest;

    private final List<OpenItem> items = new ArrayList<>();
    private final List<AllocationLine> lines = new ArrayList<>();
    private final Map<ReceivableId, AllocationLine> settled = new LinkedHashMap<>();
    private final Map<ReceivableId, Amount> kept = new LinkedHashMap<>();

    /**
     * @param before the settlement of which a part comes back
     * @param back how much comes back of it; more than zero, less than all its money
     */
    SettledAgain(Balance balance, Payment payment, Settlement before, Amount back) {
        this.balance = balance;
        this.payment = payment;
        this.before = before;
        this.back = back;
        rest = before.applied().add(before.income()).subtract(back);
        before.allocation().lines().forEach(line -> settled.put(line.item(), line));
    }

    Settlement settlement() {
        Amount available = rest;
        before.allocation().lines().forEach(this::keep);
        List<Adjustment> adjustments = adjustments();
        var request = AllocationRequest.of(payment, available, items);
        Allocation again = Allocation.of(request, ignored -> Collections.unmodifiableList(lines));
        return Settlement.restored(again, adjustments, List.of());
    }

    private void keep(AllocationLine line) {
        Amount stays = line.amount().min(rest);
        kept.put(line.item(), stays);
        if (stays.signum() > 0) {
            items.add(OpenItem.of(balance.debt(line.item(), "item").receivable(), stays));
            lines.add(AllocationLine.of(line.item(), stays, why("settled first", lines.size(), line.amount(), stays)));
            rest = rest.subtract(stays);
        }
    }

    /** The rule, the rank, what there was and what was left for it, and which of the two ended it. */
    private Explanation why(String rule, int before, Amount was, Amount stays) {
        return Explanation.of(
                "ledger.part-returned",
                "number {0}, {1}: {2} of {3} stays, where {4} comes back and {5} is left; ended by {6}",
                before + 1,
                rule,
                stays,
                was,
                back,
                rest,
                stays.equals(was) ? "what was settled" : "the money");
    }

    /** What closes items in the order of the settlement, and of the income, which goes first, what is left of the money. */
    private List<Adjustment> adjustments() {
        var stay = new ArrayList<Adjustment>();
        int incomes = 0;
        int rank = 0;
        for (Adjustment adjustment : before.adjustments()) {
            ReceivableId item = adjustment.item();
            rank++;
            if (item != null) {
                ofItem(rank, adjustment, item).ifPresent(stay::add);
            } else if (rest.signum() > 0) {
                Amount stays = adjustment.amount().min(rest);
                Explanation why = why("income goes first", incomes++, adjustment.amount(), stays);
                stay.add(stays.equals(adjustment.amount()) ? adjustment : cut(adjustment, stays, why));
                rest = rest.subtract(stays);
            }
        }
        return stay;
    }

    /** @param rank its place among what closes items beside the money, from 1 on */
    private Optional<Adjustment> ofItem(int rank, Adjustment adjustment, ReceivableId item) {
        AllocationLine line = settled.get(item);
        if (line == null) {
            return Optional.of(adjustment);
        }
        Amount stays = Require.present(kept.get(item), "kept");
        if (stays.equals(line.amount())) {
            return Optional.of(adjustment);
        }
        return switch (adjustment.kind()) {
            case EARLY_PAYMENT_DISCOUNT, LATE_DISCOUNT -> inProportion(rank, adjustment, line.amount(), stays);
            case WITHHOLDING_TAX, BANK_CHARGE -> stays.signum() > 0 ? Optional.of(adjustment) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Adjustment> inProportion(int rank, Adjustment adjustment, Amount was, Amount stays) {
        Amount discount = part(adjustment.amount(), was, stays);
        if (discount.signum() == 0) {
            return Optional.empty();
        }
        Explanation why = Explanation.of(
                "ledger.part-returned-discount",
                "number {0}, in proportion to the money: {1} of {2}, as {3} of {4} stays, rounded down",
                rank,
                discount,
                adjustment.amount(),
                stays,
                was);
        return Optional.of(cut(adjustment, discount, why));
    }

    private static Adjustment cut(Adjustment adjustment, Amount stays, Explanation why) {
        return new Adjustment(
                adjustment.kind(),
                adjustment.item(),
                stays,
                part(adjustment.tax(), adjustment.amount(), stays),
                adjustment.reference(),
                why);
    }

    /** So much of an amount as stays of what there was, rounded down to the minor unit. */
    private static Amount part(Amount amount, Amount was, Amount stays) {
        return amount.times(
                stays.toFraction().dividedBy(was.toFraction()),
                Rounding.toMinorUnit(amount.getCurrency(), RoundingMode.DOWN));
    }
}
