package io.quittance.ar.ledger;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Undoes what a payment settled until a part of it is on account. */
final class PartReturned {
    private final CustomerLedger ledger;
    private final PaymentReturned part;
    private final Amount needed;
    private final Payment payment;
    private final List<LedgerFact> facts = new ArrayList<>();

    PartReturned(CustomerLedger ledger, PaymentReturned part) {
        this.ledger = ledger.requireEntries();
        this.part = part;
        Require.that(
                part.customer().equals(ledger.customer()),
                "ledger.customer",
                "customer",
                "must be " + ledger.customer(),
                part.customer());
        needed = part.taken()
                .orElseThrow(() -> new InvalidArgumentException(
                        "return.whole",
                        "amount",
                        "must be given; the return of the whole is posted by itself and undoes what was settled",
                        null));
        payment = Posted.requireReturnable(ledger.balance(), part).payment();
    }

    /** What is undone and settled again, and last the return. */
    List<LedgerFact> facts() {
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

    /** Undoes a settlement and settles again what stays of it, if money stays; what is missing then. */
    private Amount undone(LedgerEntry entry, Settlement settlement, Amount missing) {
        LocalDate day = part.effectiveDate();
        facts.add(new EntryReversed(part.customer(), entry.key(), day));
        Amount left = missing.subtract(settlement.applied()).subtract(settlement.income());
        if (left.signum() < 0) {
            var again = new SettledAgain(ledger.balance(), payment, settlement, missing);
            facts.add(new PaymentAllocated(again.settlement(), day));
        }
        return left;
    }
}
