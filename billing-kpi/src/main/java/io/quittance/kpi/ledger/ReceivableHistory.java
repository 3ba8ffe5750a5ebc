package io.quittance.kpi.ledger;

import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happened to one receivable: how much of it was paid, credited or given up when, and how much of it was ever contested. */
final class ReceivableHistory {
    private final Receivable receivable;
    private final LocalDate since;
    private final boolean sold;
    private final TreeMap<LocalDate, Amount> payments = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> allowed = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> givenUp = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> cancelled = new TreeMap<>();
    private final Map<DisputeId, Amount> contested = new HashMap<>();

    ReceivableHistory(Receivable receivable) {
        this(receivable, receivable.documentDate(), true);
    }

    private ReceivableHistory(Receivable receivable, LocalDate since, boolean sold) {
        this.receivable = receivable;
        this.since = since;
        this.sold = sold;
    }

    /** One that owes what another was paid short: it is no sale. */
    static ReceivableHistory moved(Receivable receivable, LocalDate since) {
        return new ReceivableHistory(receivable, since, false);
    }

    void paid(LocalDate date, Amount amount) {
        payments.merge(date, amount, Amount::add);
    }

    /** Closed without money, as the customer may; below zero where that is taken back. */
    void allowed(LocalDate date, Amount amount) {
        allowed.merge(date, amount, Amount::add);
    }

    /** Closed without money; below zero where that is taken back. */
    void givenUp(LocalDate date, Amount amount) {
        givenUp.merge(date, amount, Amount::add);
    }

    /** It was recorded by mistake, as it turned out on that day. */
    void cancelled(LocalDate date) {
        cancelled.merge(date, receivable.amount(), Amount::add);
    }

    /** So much of it was contested. */
    void disputed(DisputeId dispute, Amount amount) {
        contested.put(dispute, amount);
    }

    /** A case that was opened by mistake. */
    void notDisputed(DisputeId dispute) {
        contested.remove(dispute);
    }

    Receivable receivable() {
        return receivable;
    }

    /** The day from which on it is open. */
    LocalDate since() {
        return since;
    }

    /** Whether it is a sale. */
    boolean isSold() {
        return sold;
    }

    /** Whether it is a sale that did not turn out to be recorded by mistake. */
    boolean isInvoice() {
        return sold && cancelled.isEmpty();
    }

    boolean wasDisputed() {
        return !contested.isEmpty();
    }

    /** What was ever contested of it, all cases together, at most all of it. */
    Amount contested() {
        return contested.values().stream().reduce(zero(), Amount::add).min(receivable.amount());
    }

    /** The days on which what is open changed, after its document. */
    SortedSet<LocalDate> days() {
        var days = new TreeSet<>(payments.keySet());
        days.addAll(allowed.keySet());
        days.addAll(givenUp.keySet());
        days.addAll(cancelled.keySet());
        return days;
    }

    /** What was paid on a day; below zero where more was taken back. */
    Amount paidOn(LocalDate day) {
        return payments.getOrDefault(day, zero());
    }

    /** What the customer was allowed to keep on a day. */
    Amount allowedOn(LocalDate day) {
        return allowed.getOrDefault(day, zero());
    }

    /** What was closed on a day without money. */
    Amount givenUpOn(LocalDate day) {
        return givenUp.getOrDefault(day, zero());
    }

    /** What of it turned out on a day to be none. */
    Amount cancelledOn(LocalDate day) {
        return cancelled.getOrDefault(day, zero());
    }

    private Amount zero() {
        return Amount.zero(receivable.amount().getCurrency());
    }

    /** What was paid on days up to and with that one. */
    Amount paidBy(LocalDate date) {
        return payments.headMap(date, true).values().stream().reduce(zero(), Amount::add);
    }
}
