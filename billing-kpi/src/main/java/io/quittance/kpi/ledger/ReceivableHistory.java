package io.quittance.kpi.ledger;

import io.quittance.ar.receivable.Receivable;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened to one receivable: how much of it was paid when, and whether it was ever contested. */
final class ReceivableHistory {
    private final Receivable receivable;
    private final TreeMap<LocalDate, Amount> payments = new TreeMap<>();
    private boolean disputed;

    ReceivableHistory(Receivable receivable) {
        this.receivable = receivable;
    }

    void paid(LocalDate date, Amount amount) {
        payments.merge(date, amount, Amount::add);
    }

    void disputed() {
        disputed = true;
    }

    Receivable receivable() {
        return receivable;
    }

    boolean wasDisputed() {
        return disputed;
    }

    /** What was paid on which day, by day. */
    SortedMap<LocalDate, Amount> payments() {
        return Collections.unmodifiableSortedMap(payments);
    }

    /** What was paid on days up to and with that one. */
    Amount paidBy(LocalDate date) {
        return payments.headMap(date, true).values().stream()
                .reduce(Amount.zero(receivable.amount().getCurrency()), Amount::add);
    }
}
