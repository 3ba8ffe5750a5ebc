package io.quittance.ar.ledger;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A debt, also after it is settled.
 *
 * @param open what is left of it, day by day; never below zero
 * @param disputedFrom since when it is contested; null if it is not
 * @param earliestDispute the first day from which it can be contested (again)
 */
record Debt(Receivable receivable, Timeline open, @Nullable LocalDate disputedFrom, LocalDate earliestDispute) {

    static Debt of(Receivable receivable) {
        return none(receivable).changed(receivable.documentDate(), receivable.amount());
    }

    /** A debt of which nothing is open yet. */
    static Debt none(Receivable receivable) {
        Amount zero = Amount.zero(receivable.amount().getCurrency());
        return new Debt(receivable, Timeline.of(zero), null, receivable.documentDate());
    }

    static Debt of(LedgerSnapshot.FoldedItem folded, LocalDate through) {
        OpenItem item = folded.item();
        return new Debt(
                item.receivable(),
                Timeline.of(Amount.zero(item.open().getCurrency())).with(through, item.open()),
                folded.disputedFrom(),
                folded.earliestDispute());
    }

    boolean isOpen() {
        return open.last().signum() > 0;
    }

    OpenItem openItem() {
        return OpenItem.of(receivable, open.last(), disputedFrom != null);
    }

    Debt changed(LocalDate day, Amount amount) {
        return new Debt(receivable, open.with(day, amount), disputedFrom, earliestDispute);
    }

    Debt disputed(LocalDate from) {
        return new Debt(receivable, open, from, earliestDispute);
    }

    Debt undisputed(LocalDate from) {
        return new Debt(receivable, open, null, from);
    }
}
