package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Money that comes after its debt was given up: write-offs are taken back, the latest first, the money pays the debt, and what still does not
 * come is given up again for the same reason. So the journal has what came as a lower loss of that day, and the debt as paid.
 *
 * <p>Of 100.00 that were written off in March, 30.00 come in June: the write-off is reversed, 30.00 are paid, and 70.00 are written off, all in
 * June; answers about April still have 100.00 written off.
 */
public final class Recovery {
    private Recovery() {}

    /**
     * The facts by which a payment recovers a debt, in their order; the ledger is as it was: post them all. What the payment has more than was
     * given up stays on account. A rest that was written off within a settlement ({@link
     * io.quittance.ar.settlement.Adjustment.Kind#WRITE_OFF}) is part of that payment and is not recovered here.
     *
     * @param payment money on account on that day and every later one; not a credit, by which nothing comes
     * @param item which was written off by that day, in whole or in part
     * @param date not before the value date
     * @throws IllegalArgumentException if the payment has nothing on account, is a credit, or is unknown; if nothing of the item is
     *     written off by that day; or if the ledger goes on from a snapshot, which does not have write-offs any more
     */
    public static List<LedgerFact> of(CustomerLedger ledger, PaymentId payment, ReceivableId item, LocalDate date) {
        requireNonNull(payment, "payment");
        requireNonNull(item, "item");
        Dates.inCalendar(date, "date");
        UnappliedPayment money = money(ledger.requireEntries(), payment, date);
        List<LedgerEntry> writeOffs = standing(ledger, item, date);
        Require.that(
                !writeOffs.isEmpty(),
                "recovery.item",
                "item",
                "must be written off by " + date + " in part at least",
                item);
        var facts = new ArrayList<LedgerFact>();
        Amount back = Amount.zero(ledger.currency());
        for (LedgerEntry entry : writeOffs) {
            if (back.isLessThan(money.left())) {
                facts.add(new EntryReversed(ledger.customer(), entry.key(), date));
                back = back.add(amount(entry));
            }
        }
        Amount recovered = back.min(money.left());
        facts.add(paid(money, item, recovered, date));
        if (recovered.isLessThan(back)) {
            var last = (ReceivableWrittenOff) writeOffs.get(facts.size() - 2).fact();
            facts.add(new ReceivableWrittenOff(ledger.customer(), item, back.subtract(recovered), last.reason(), date));
        }
        return List.copyOf(facts);
    }

    private static UnappliedPayment money(CustomerLedger ledger, PaymentId payment, LocalDate date) {
        Amount left = ledger.unappliedFrom(payment, date);
        Require.that(
                left.signum() > 0,
                "recovery.money",
                "payment",
                "must have money on account on each day from " + date + " on",
                payment);
        UnappliedPayment money = ledger.balance().unappliedFrom(date).stream()
                .filter(one -> one.payment().id().equals(payment))
                .findFirst()
                .orElseThrow();
        Require.that(!money.isCredit(), "recovery.credit", "payment", "must be money and not a credit", payment);
        return money;
    }

    /** Write-offs of a debt by a day that no entry has reversed, the latest first. */
    private static List<LedgerEntry> standing(CustomerLedger ledger, ReceivableId item, LocalDate date) {
        var reversed = ledger.entries().stream()
                .map(LedgerEntry::fact)
                .filter(EntryReversed.class::isInstance)
                .map(fact -> ((EntryReversed) fact).entry())
                .collect(Collectors.toSet());
        List<LedgerEntry> standing = new ArrayList<>(ledger.entries().stream()
                .filter(entry -> entry.fact() instanceof ReceivableWrittenOff given
                        && given.item().equals(item)
                        && !given.effectiveDate().isAfter(date)
                        && !reversed.contains(entry.key()))
                .toList());
        Collections.reverse(standing);
        standing.sort(Comparator.comparing(LedgerEntry::effectiveDate).reversed());
        return standing;
    }

    private static Amount amount(LedgerEntry entry) {
        return ((ReceivableWrittenOff) entry.fact()).amount();
    }

    private static PaymentAllocated paid(UnappliedPayment money, ReceivableId item, Amount amount, LocalDate date) {
        var why = Explanation.of("ledger.recovered", "{0} of what was written off of {1}", amount, item);
        return new PaymentAllocated(
                Allocation.restored(money.payment(), money.left(), List.of(AllocationLine.of(item, amount, why))),
                date);
    }
}
