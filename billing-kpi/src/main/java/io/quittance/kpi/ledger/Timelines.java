package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.CollectionFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/** What the receivables come to on any day, made in one pass over them. */
final class Timelines {
    private final CurrencyUnit currency;
    private final Timeline sold;
    private final Timeline invoiced;
    private final Timeline disputed;
    private final Timeline collected;
    private final Timeline open;
    private final Timeline pastDue;
    private final Timeline due;
    private final Timeline paidByDueDate;
    private final Timeline settled;
    private final Timeline daysLate;
    private final NavigableMap<LocalDate, List<ReceivableHistory>> byDueDate;

    private Timelines(Builder builder) {
        currency = builder.currency;
        sold = builder.sold.build();
        invoiced = builder.invoiced.build();
        disputed = builder.disputed.build();
        collected = builder.collected.build();
        open = builder.open.build();
        pastDue = builder.pastDue.build();
        due = builder.due.build();
        paidByDueDate = builder.paidByDueDate.build();
        settled = builder.settled.build();
        daysLate = builder.daysLate.build();
        byDueDate = builder.byDueDate;
    }

    static Timelines of(CurrencyUnit currency, List<ReceivableHistory> receivables) {
        var builder = new Builder(currency);
        receivables.forEach(builder::add);
        return new Timelines(builder);
    }

    /** What is open at the end of that day. */
    Amount openAt(LocalDate day) {
        return open.at(day).amount();
    }

    /** The receivables whose document date lies in the period. */
    Amount sold(ServicePeriod period) {
        return sold.within(period).amount();
    }

    /** Everything but balances and sales. */
    void to(CollectionFigures.Builder figures, ServicePeriod period) {
        Timeline.Standing late = pastDue.at(period.lastDay());
        Timeline.Standing left = open.at(period.lastDay());
        Timeline.Standing issued = invoiced.within(period);
        Timeline.Standing contested = disputed.within(period);
        figures.collected(collected.within(period).amount())
                .overdue(late.amount(), left.amount())
                .overdueItems(late.count(), left.count())
                .dueCohort(
                        due.within(period).amount(),
                        paidByDueDate.within(period).amount(),
                        paidByEnd(period))
                .daysLate(
                        daysLate.within(period).count(), settled.within(period).count())
                .disputed(contested.amount(), issued.amount())
                .disputedInvoices(contested.count(), issued.count());
    }

    /** Looks at each receivable that fell due in the period: months that meet look at each of them once. */
    private Amount paidByEnd(ServicePeriod period) {
        Amount paid = Amount.zero(currency);
        for (List<ReceivableHistory> fellDue :
                byDueDate.subMap(period.start(), period.end()).values()) {
            for (ReceivableHistory receivable : fellDue) {
                paid = paid.add(receivable.paidBy(period.lastDay()));
            }
        }
        return paid;
    }

    private static final class Builder {
        private final CurrencyUnit currency;
        private final Timeline.Builder sold;
        private final Timeline.Builder invoiced;
        private final Timeline.Builder disputed;
        private final Timeline.Builder collected;
        private final Timeline.Builder open;
        private final Timeline.Builder pastDue;
        private final Timeline.Builder due;
        private final Timeline.Builder paidByDueDate;
        private final Timeline.Builder settled;
        private final Timeline.Builder daysLate;
        private final NavigableMap<LocalDate, List<ReceivableHistory>> byDueDate = new TreeMap<>();

        Builder(CurrencyUnit currency) {
            this.currency = currency;
            sold = new Timeline.Builder(currency);
            invoiced = new Timeline.Builder(currency);
            disputed = new Timeline.Builder(currency);
            collected = new Timeline.Builder(currency);
            open = new Timeline.Builder(currency);
            pastDue = new Timeline.Builder(currency);
            due = new Timeline.Builder(currency);
            paidByDueDate = new Timeline.Builder(currency);
            settled = new Timeline.Builder(currency);
            daysLate = new Timeline.Builder(currency);
        }

        void add(ReceivableHistory history) {
            Amount amount = history.receivable().amount();
            LocalDate issued = history.receivable().documentDate();
            LocalDate dueDate = history.receivable().dueDate();
            if (history.isSold()) {
                sold.add(issued, amount, 1);
            }
            open.add(history.since(), amount, 1);
            if (history.isInvoice()) {
                invoiced.add(issued, amount, 1);
                if (history.wasDisputed()) {
                    disputed.add(issued, history.contested(), 1);
                }
                due.add(dueDate, amount, 1);
                byDueDate.computeIfAbsent(dueDate, day -> new ArrayList<>()).add(history);
            }
            addChanges(history, amount, dueDate);
        }

        /**
         * An item is past due from the day after its due date, with what is left of it then. An invoice is settled on the day from
         * which on it stays paid, with what the customer may keep.
         */
        private void addChanges(ReceivableHistory history, Amount amount, LocalDate dueDate) {
            Amount left = amount;
            Amount leftWhenDue = amount;
            Amount paidSoFar = Amount.zero(currency);
            Amount settledSoFar = Amount.zero(currency);
            LocalDate paidOn = null;
            for (LocalDate day : history.days()) {
                Amount paid = history.paidOn(day);
                paidSoFar = paidSoFar.add(paid);
                Amount settledNow = paid.add(history.allowedOn(day));
                settledSoFar = settledSoFar.add(settledNow);
                Amount closed = settledNow.add(history.givenUpOn(day)).add(history.cancelledOn(day));
                boolean wasOpen = left.signum() != 0;
                left = left.subtract(closed);
                int change = (left.signum() != 0 ? 1 : 0) - (wasOpen ? 1 : 0);
                collected.add(day, paid, 1);
                if (history.isSold()) {
                    sold.add(day, history.cancelledOn(day).negate(), 0);
                }
                open.add(day, closed.negate(), change);
                if (day.isAfter(dueDate)) {
                    pastDue.add(day, closed.negate(), change);
                } else {
                    leftWhenDue = left;
                }
                boolean isPaid = paidSoFar.signum() > 0 && settledSoFar.equals(amount);
                paidOn = !isPaid ? null : paidOn == null ? day : paidOn;
            }
            if (paidOn != null && history.isInvoice()) {
                settled.addCount(paidOn, 1);
                daysLate.addCount(paidOn, Math.max(0, paidOn.toEpochDay() - dueDate.toEpochDay()));
            }
            LocalDate late = dueDate.plusDays(1);
            pastDue.add(late.isBefore(history.since()) ? history.since() : late, leftWhenDue, leftWhenDue.signum());
            if (history.isInvoice()) {
                paidByDueDate.add(dueDate, history.paidBy(dueDate), 1);
            }
        }
    }
}
