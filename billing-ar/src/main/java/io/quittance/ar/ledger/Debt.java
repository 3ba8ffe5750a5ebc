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
 * @param since the first day on which it can be contested
 * @param contest the last dispute that was opened or closed; null if there was none
 */
record Debt(
        Receivable receivable,
        Timeline open,
        LocalDate since,
        @Nullable Contest contest) implements Shelf.Item<ReceivableId> {

    static Debt of(Receivable receivable) {
        return none(receivable, receivable.documentDate()).changed(receivable.documentDate(), receivable.amount());
    }

    /** A debt that there is from a day on, of which nothing is open yet. */
    static Debt none(Receivable receivable, LocalDate day) {
        Amount zero = Amount.zero(receivable.amount().getCurrency());
        LocalDate since = receivable.documentDate().isBefore(day) ? day : receivable.documentDate();
        return new Debt(receivable, Timeline.of(zero), since, null);
    }

    static Debt of(LedgerSnapshot.FoldedItem folded) {
        Receivable receivable = folded.receivable();
        Amount zero = Amount.zero(receivable.amount().getCurrency());
        return new Debt(
                receivable, Timeline.of(zero, folded.open()), folded.earliestDispute(), Contest.of(folded.contested()));
    }

    /** What a snapshot through a day keeps of it; empty if nothing is open of it from that day on. */
    Optional<LedgerSnapshot.FoldedItem> folded(LocalDate through) {
        List<LedgerSnapshot.Standing> standings = open.from(through);
        return standings.isEmpty()
                ? Optional.empty()
                : Optional.of(new LedgerSnapshot.FoldedItem(
                        receivable, standings, Contest.from(contest, through), earliestDispute()));
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
        return OpenItem.of(receivable, open.last(), isDisputed());
    }

    /** As it was at the end of a day on which something was open of it. */
    OpenItem openItem(LocalDate day) {
        return OpenItem.of(receivable, open.at(day), Contest.isOpen(contest, day));
    }

    boolean isDisputed() {
        return contest != null && contest.isOpen();
    }

    /** The first day from which it can be contested (again). */
    LocalDate earliestDispute() {
        return contest == null ? since : contest.day();
    }

    Debt changed(LocalDate day, Amount amount) {
        return new Debt(receivable, open.with(day, amount), since, contest);
    }

    Debt disputed(LocalDate day, boolean isOpen) {
        return new Debt(receivable, open, since, new Contest(day, isOpen, contest));
    }
}
