package io.quittance.kpi.ledger;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.kpi.cash.PaidPart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a payment or a credit settled of an item, by its value date, or, negative, settles no more.
 *
 * @param item which
 * @param part how much, of which day, and from when on it belongs to the item
 * @param recordedAt from when on that was known
 * @param isCredit whether it is no money
 */
record PaidOnItem(ReceivableId item, PaidPart part, Instant recordedAt, boolean isCredit) {
    /** All of a customer, in the order in which it was recorded. */
    static List<PaidOnItem> of(List<LedgerStep> steps) {
        var paid = new ArrayList<PaidOnItem>();
        for (LedgerStep step : steps) {
            step.undone().forEach(undone -> add(undone, step.entry(), -1, paid));
            add(step.entry(), step.entry(), 1, paid);
        }
        return paid;
    }

    private static void add(LedgerEntry entry, LedgerEntry by, int sign, List<PaidOnItem> paid) {
        if (entry.fact() instanceof PaymentAllocated allocated) {
            LocalDate day = allocated.allocation().source().valueDate();
            for (AllocationLine line : allocated.allocation().lines()) {
                Amount amount = line.amount().multiply(sign);
                paid.add(new PaidOnItem(
                        line.item(),
                        PaidPart.of(day, amount).appliedOn(by.effectiveDate()),
                        by.recordedAt(),
                        allocated.allocation().source().isCredit()));
            }
        }
    }
}
