package io.quittance.ar.ledger;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Undoes what a payment settled until a part of it is on account. */
final class PartReturned {
    private final CustomerLedger ledger;
    private final PaymentReturned part;
    private final Amount amount;
    private final Payment payment;
    private final List<LedgerFact> facts = new ArrayList<>();

    PartReturned(CustomerLedger ledger, PaymentReturned part) {
        this.ledger = ledger.requireEntries();
        this.part = part;
        amount = Require.present(part.amount(), "amount");
        payment = ledger.balance().money(part.payment(), "payment").payment();
    }

    /** What is undone and settled again, and last the return. */
    List<LedgerFact> facts() {
        Amount needed = part.taken(amount);
        Amount missing = needed.subtract(ledger.unappliedFrom(part.payment(), part.effectiveDate()));
        List<LedgerEntry> standing = standing();
        for (int i = standing.size() - 1; i >= 0 && missing.signum() > 0; i--) {
            if (standing.get(i).fact() instanceof PaymentAllocated settled && canBeUndone(settled)) {
                missing = undone(standing.get(i), settled.settlement(), missing);
            }
        }
        Require.that(
                missing.signum() <= 0,
                "return.settled",
                "amount",
                "must be at most " + needed.subtract(missing) + ", which is on account of payment " + part.payment()
                        + " or was settled with it until " + part.effectiveDate() + " and can be undone",
                needed);
        facts.add(part);
        return List.copyOf(facts);
    }

    /** What was settled with the payment and stands, in the order in which it was recorded. */
    private List<LedgerEntry> standing() {
        var settled = ledger.balance().money(part.payment(), "payment").settled();
        return ledger.entries().stream()
                .filter(entry -> settled.get(entry.key()) != null)
                .toList();
    }

    /** Whether its money can be had back, which was not moved on to a new item and not used after the day. */
    private boolean canBeUndone(PaymentAllocated fact) {
        Settlement settlement = fact.settlement();
        return settlement.newItems().isEmpty()
                && settlement.applied().add(settlement.income()).signum() > 0
                && !fact.effectiveDate().isAfter(part.effectiveDate());
    }

    /** Undoes a settlement and settles again what is too much; what is missing then. */
    private Amount undone(LedgerEntry entry, Settlement settlement, Amount missing) {
        LocalDate day = part.effectiveDate();
        facts.add(new EntryReversed(part.customer(), entry.key(), day));
        Amount left = missing.subtract(settlement.applied()).subtract(settlement.income());
        Settlement again = again(settlement, left.negate().min(settlement.applied()));
        if (!again.allocation().lines().isEmpty() || !again.adjustments().isEmpty()) {
            facts.add(new PaymentAllocated(again, day));
        }
        return left;
    }

    /** So much of it, in the order of its lines, and what else closed its debts. */
    private Settlement again(Settlement settlement, Amount most) {
        Amount rest = most;
        var items = new ArrayList<OpenItem>();
        var lines = new ArrayList<AllocationLine>();
        for (AllocationLine line : settlement.allocation().lines()) {
            Amount kept = line.amount().min(rest);
            if (kept.signum() > 0) {
                var why = Explanation.of(
                        "ledger.part-returned", "{0} of {1}, as {2} came back", kept, line.amount(), amount);
                items.add(OpenItem.of(ledger.balance().debt(line.item(), "item").receivable(), kept, false));
                lines.add(AllocationLine.of(line.item(), kept, why));
                rest = rest.subtract(kept);
            }
        }
        Amount available =
                lines.stream().map(AllocationLine::amount).reduce(Amount.zero(most.getCurrency()), Amount::add);
        var request = AllocationRequest.of(payment, available, items);
        Settlement again = Settlement.of(Allocation.of(request, ignored -> Collections.unmodifiableList(lines)));
        for (Adjustment adjustment : settlement.adjustments()) {
            again = adjustment.closes().isPresent() ? again.with(adjustment) : again;
        }
        return again;
    }
}
