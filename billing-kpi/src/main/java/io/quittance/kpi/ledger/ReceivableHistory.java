package io.quittance.kpi.ledger;

import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happened to one receivable: how much of it was paid, credited or given up when, and how much of it was ever contested. */
final class ReceivableHistory {

    /** Why a receivable is there. */
    enum Origin {
        /** It was sold. */
        SALE,
        /** It owes what another was paid short, or what was given back of a payment that was returned. */
        MOVED,
        /** It is a part of a payment plan, in place of others. */
        PLAN,
        /** It is what is charged for a payment plan, and so sold. */
        PLAN_CHARGE
    }

    private final Receivable receivable;
    private final LocalDate since;
    private final Origin origin;
    private final TreeMap<LocalDate, Amount> payments = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> allowed = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> givenUp = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> writtenOff = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> cancelled = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> standingPayments = new TreeMap<>();
    private final TreeMap<LocalDate, Amount> standingOthers = new TreeMap<>();
    private final Map<DisputeId, Amount> contested = new HashMap<>();
    private Instant recordedAt;

    ReceivableHistory(Receivable receivable, LocalDate since, Origin origin, Instant recordedAt) {
        this.receivable = receivable;
        this.since = since;
        this.origin = origin;
        this.recordedAt = recordedAt;
    }

    /** When the last entry was recorded that changed what is open of it. */
    void recorded(Instant at) {
        recordedAt = at;
    }

    /** @param of the day on which it was paid; another than {@code day} only where that is taken back, below zero */
    void paid(LocalDate day, LocalDate of, Amount amount) {
        payments.merge(day, amount, Amount::add);
        standingPayments.merge(of, amount, Amount::add);
    }

    /** Closed without money, as the customer may; below zero where what was closed {@code of} a day is taken back. */
    void allowed(LocalDate day, LocalDate of, Amount amount) {
        allowed.merge(day, amount, Amount::add);
        standingOthers.merge(of, amount, Amount::add);
    }

    /** It was owed by others instead; below zero as above. */
    void movedAway(LocalDate day, LocalDate of, Amount amount) {
        givenUp.merge(day, amount, Amount::add);
        standingOthers.merge(of, amount, Amount::add);
    }

    /** Given up; below zero as above. */
    void writtenOff(LocalDate day, LocalDate of, Amount amount) {
        movedAway(day, of, amount);
        writtenOff.merge(day, amount, Amount::add);
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

    String id() {
        return receivable.id().value();
    }

    String customer() {
        return receivable.customer().value();
    }

    /** The day from which on it is open. */
    LocalDate since() {
        return since;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** Whether it is a sale. */
    boolean isSold() {
        return origin == Origin.SALE || origin == Origin.PLAN_CHARGE;
    }

    /** Whether it is a sale that did not turn out to be recorded by mistake. */
    boolean isInvoice() {
        return isSold() && cancelled.isEmpty();
    }

    /** Whether it falls due: it was recorded by no mistake, and not for a day that was past. */
    boolean fallsDue() {
        return cancelled.isEmpty() && !receivable.dueDate().isBefore(since);
    }

    /** Whether it is owed by a payment plan. */
    boolean isOfPlan() {
        return origin == Origin.PLAN || origin == Origin.PLAN_CHARGE;
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

    /** What was given up on a day; below zero where more was taken back. */
    Amount writtenOffOn(LocalDate day) {
        return writtenOff.getOrDefault(day, zero());
    }

    /** What money paid on the day on which a write-off is taken back is recovered, at most what is taken back. */
    Amount recoveredOn(LocalDate day) {
        return paidOn(day).max(zero()).min(writtenOffOn(day).negate().max(zero()));
    }

    /** What was written off on a day, less what of an earlier write-off turned out to be none; what is recovered stays written off. */
    Amount lostOn(LocalDate day) {
        return writtenOffOn(day).add(recoveredOn(day));
    }

    /** The day from which on something of it stays written off, recovered or not, at the earliest that on which it is there; empty if nothing does. */
    Optional<LocalDate> writtenOffFrom() {
        Amount lost = zero();
        LocalDate stays = null;
        for (LocalDate day : writtenOff.keySet()) {
            lost = lost.add(lostOn(day));
            stays = lost.signum() <= 0 ? null : stays == null ? day : stays;
        }
        return Optional.ofNullable(stays).map(day -> day.isBefore(since) ? since : day);
    }

    /** Whether it is open when a period begins, or at the end of a day of it. */
    boolean isOpenIn(ServicePeriod period) {
        return openAt(period.start().minusDays(1)).signum() != 0
                || (period.contains(since) && openAt(since).signum() != 0)
                || days().subSet(period.start(), period.end()).stream()
                        .anyMatch(day -> openAt(day).signum() != 0);
    }

    /** What of it turned out on a day to be none. */
    Amount cancelledOn(LocalDate day) {
        return cancelled.getOrDefault(day, zero());
    }

    /** What the customer paid on a day, or was allowed to keep. */
    Amount settledOn(LocalDate day) {
        return paidOn(day).add(allowed.getOrDefault(day, zero()));
    }

    /** What was closed on a day in whatever way. */
    Amount closedOn(LocalDate day) {
        return settledOn(day).add(givenUp.getOrDefault(day, zero())).add(cancelledOn(day));
    }

    private Amount zero() {
        return Amount.zero(receivable.amount().getCurrency());
    }

    /** What was paid on days up to and with that one. */
    Amount paidBy(LocalDate date) {
        return payments.headMap(date, true).values().stream().reduce(zero(), Amount::add);
    }

    /** What fell due of it: all but what was closed by its due date without money, such as by a credit note, a discount or a plan. */
    Amount fellDue() {
        Amount due = receivable.amount();
        for (LocalDate day : days().headSet(receivable.dueDate().plusDays(1))) {
            due = due.subtract(closedOn(day)).add(paidOn(day));
        }
        return due;
    }

    /** What was paid of that on days up to and with one and has stayed paid since: of 100.00 of which the bank took 30.00 back afterwards, 70.00. */
    Amount paidOfDueBy(LocalDate date) {
        Amount paid = paidBy(date);
        Amount stays = paid;
        for (Amount change : payments.tailMap(date, false).values()) {
            paid = paid.add(change);
            stays = stays.min(paid);
        }
        return stays.min(fellDue());
    }

    /** What is open at the end of a day: 0 before it is there. */
    Amount openAt(LocalDate date) {
        if (date.isBefore(since)) {
            return zero();
        }
        Amount open = receivable.amount();
        for (LocalDate day : days().headSet(date.plusDays(1))) {
            open = open.subtract(closedOn(day));
        }
        return open;
    }

    /** Calendar days from its due date on: 0 on that day, negative before it. */
    long daysPastDue(LocalDate day) {
        return day.toEpochDay() - receivable.dueDate().toEpochDay();
    }

    /** What was paid of it and stands, by the day on which it was paid. */
    NavigableMap<LocalDate, Amount> standingPayments() {
        return notZero(standingPayments);
    }

    /** What was closed of it without money and stands, by the day of that. */
    NavigableMap<LocalDate, Amount> standingOthers() {
        return notZero(standingOthers);
    }

    private static NavigableMap<LocalDate, Amount> notZero(NavigableMap<LocalDate, Amount> amounts) {
        var left = new TreeMap<>(amounts);
        left.values().removeIf(amount -> amount.signum() == 0);
        return left;
    }

    /** The day from which on it stays paid, with what the customer may keep of it; empty if it does not, or credits alone closed it. */
    Optional<LocalDate> paidOn() {
        Amount paid = zero();
        Amount settled = zero();
        LocalDate stays = null;
        for (LocalDate day : days()) {
            paid = paid.add(paidOn(day));
            settled = settled.add(settledOn(day));
            boolean isPaid = paid.signum() > 0 && settled.equals(receivable.amount());
            stays = !isPaid ? null : stays == null ? day : stays;
        }
        return Optional.ofNullable(stays);
    }

    /** The day from which on nothing of it is open any more, in whatever way; empty if something is. */
    Optional<LocalDate> closedOn() {
        Amount open = receivable.amount();
        LocalDate stays = null;
        for (LocalDate day : days()) {
            open = open.subtract(closedOn(day));
            stays = open.signum() != 0 ? null : stays == null ? day : stays;
        }
        return Optional.ofNullable(stays);
    }
}
