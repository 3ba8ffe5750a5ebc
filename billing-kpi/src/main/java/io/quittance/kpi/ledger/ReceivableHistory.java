package io.quittance.kpi.ledger;

import io.quittance.ar.receivable.Receivable;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    /** What was paid on days up to and with that one. */
    Amount paidBy(LocalDate date) {
        return payments.headMap(date, true).values().stream()
                .reduce(Amount.zero(receivable.amount().getCurrency()), Amount::add);
    }

    /** What was paid on the days from the first up to and with the last. */
    Amount paidWithin(LocalDate first, LocalDate last) {
        return payments.subMap(first, true, last, true).values().stream()
                .reduce(Amount.zero(receivable.amount().getCurrency()), Amount::add);
    }

    /** What was open at the end of that day; nothing before the date of the document. */
    Amount openAt(LocalDate date) {
        return receivable.documentDate().isAfter(date)
                ? Amount.zero(receivable.amount().getCurrency())
                : receivable.amount().subtract(paidBy(date));
    }

    /** The day on which the last of it was paid; null if some of it is open. */
    @Nullable
    LocalDate settledOn() {
        Amount left = receivable.amount();
        for (Map.Entry<LocalDate, Amount> payment : payments.entrySet()) {
            left = left.subtract(payment.getValue());
            if (left.signum() == 0) {
                return payment.getKey();
            }
        }
        return null;
    }
}
