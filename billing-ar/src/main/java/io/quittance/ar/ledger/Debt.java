package io.quittance.ar.ledger;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A debt, also after it is settled.
 *
 * @param open what is left of it, day by day; never below zero
 * @param claimed what its cases contest together, day by day, which may be more than is open; null if nothing ever was
 */
record Debt(Receivable receivable, Timeline open, @Nullable Timeline claimed) implements Shelf.Item<ReceivableId> {

    static Debt of(Receivable receivable) {
        return none(receivable).changed(receivable.documentDate(), receivable.amount());
    }

    /** A debt of which nothing is open yet. */
    static Debt none(Receivable receivable) {
        return new Debt(receivable, Timeline.of(zero(receivable)), null);
    }

    static Debt of(LedgerSnapshot.FoldedItem folded) {
        Receivable receivable = folded.receivable();
        return new Debt(receivable, Timeline.of(zero(receivable), folded.open()), null);
    }

    private static Amount zero(Receivable receivable) {
        return Amount.zero(receivable.amount().getCurrency());
    }

    /** What a snapshot through a day keeps of it; empty if nothing is open of it from that day on. */
    Optional<LedgerSnapshot.FoldedItem> folded(LocalDate through) {
        List<LedgerSnapshot.Standing> standings = open.from(through);
        return standings.isEmpty()
                ? Optional.empty()
                : Optional.of(new LedgerSnapshot.FoldedItem(receivable, standings));
    }

    @Override
    public ReceivableId id() {
        return receivable.id();
    }

    @Override
    public Timeline amounts() {
        return open;
    }

    OpenItem openItem() {
        return openItem(open.last());
    }

    /** As it was at the end of a day on which something was open of it. */
    OpenItem openItem(LocalDate day) {
        return openItem(open.at(day), claimed == null ? null : claimed.at(day));
    }

    /** So much of it, contested as it is in the end. */
    OpenItem openItem(Amount left) {
        return openItem(left, claimed == null ? null : claimed.last());
    }

    private OpenItem openItem(Amount left, @Nullable Amount contested) {
        return contested == null ? OpenItem.of(receivable, left) : OpenItem.of(receivable, left, contested.min(left));
    }

    /** What a case that opens on a day may contest: what is open on it less the most that others contest then or later. */
    Amount contestable(LocalDate day) {
        Amount left = open.at(day);
        return claimed == null ? left : left.subtract(claimed.mostFrom(day).min(left));
    }

    /** What is open of it and contested by no case on a day and on every later one: 0 or more. */
    Amount undisputedFrom(LocalDate day) {
        return claimed == null
                ? open.leastFrom(day)
                : open.less(claimed).leastFrom(day).max(zero(receivable));
    }

    Debt changed(LocalDate day, Amount amount) {
        return new Debt(receivable, open.with(day, amount), claimed);
    }

    /** After its cases contest so much more from a day on. */
    Debt contested(LocalDate day, Amount change) {
        Timeline before = claimed == null ? Timeline.of(zero(receivable)) : claimed;
        return change.signum() == 0 ? this : new Debt(receivable, open, before.with(day, change));
    }
}
