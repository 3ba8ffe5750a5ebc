package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.CollectionFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What the receivables come to on any day, made in one pass over them. */
final class Timelines {
    private final CurrencyUnit currency;
    private final Timeline sold;
    private final Timeline invoiced;
    private final Timeline disputed;
    private final Timeline collected;
    private final Timeline writtenOff;
    private final Timeline recovered;
    private final Timeline open;
    private final Timeline entered;
    private final Timeline pastDue;
    private final Timeline overNinetyDays;
    private final Timeline due;
    private final Timeline paidByDueDate;
    private final Timeline settled;
    private final Timeline daysLate;
    private final NavigableMap<LocalDate, List<ReceivableHistory>> byDueDate;
    private final NavigableMap<LocalDate, List<LocalDate>> reopened;

    private Timelines(Builder builder) {
        currency = builder.currency;
        sold = builder.sold.build();
        invoiced = builder.invoiced.build();
        disputed = builder.disputed.build();
        collected = builder.collected.build();
        writtenOff = builder.writtenOff.build();
        recovered = builder.recovered.build();
        open = builder.open.build();
        entered = builder.entered.build();
        pastDue = builder.pastDue.build();
        overNinetyDays = builder.overNinetyDays.build();
        due = builder.due.build();
        paidByDueDate = builder.paidByDueDate.build();
        settled = builder.settled.build();
        daysLate = builder.daysLate.build();
        byDueDate = builder.byDueDate;
        reopened = builder.reopened;
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
        Timeline.Standing givenUp = writtenOff.within(period);
        Timeline.Standing before = open.at(period.start().minusDays(1));
        figures.collected(collected.within(period).amount())
                .billed(sold(period))
                .writeOffs(givenUp.amount())
                .writeOffItems(
                        givenUp.count(), before.count() + entered.within(period).count() - enteredTwice(period))
                .recoveries(recovered.within(period).amount())
                .overdue(late.amount(), left.amount())
                .overNinetyDays(overNinetyDays.at(period.lastDay()).amount())
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

    /** Of those that became open in the period, how many times they had been open in it before: since it began, or later. */
    private long enteredTwice(ServicePeriod period) {
        return reopened.subMap(period.start(), period.end()).values().stream()
                .flatMap(List::stream)
                .filter(closed -> !closed.isBefore(period.start()))
                .count();
    }

    /** Looks at each receivable that fell due in the period: months that meet look at each of them once. */
    private Amount paidByEnd(ServicePeriod period) {
        Amount paid = Amount.zero(currency);
        for (List<ReceivableHistory> fellDue :
                byDueDate.subMap(period.start(), period.end()).values()) {
            for (ReceivableHistory receivable : fellDue) {
                paid = paid.add(receivable.paidOfDueBy(period.lastDay()));
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
        private final Timeline.Builder writtenOff;
        private final Timeline.Builder recovered;
        private final Timeline.Builder open;
        private final Timeline.Builder entered;
        private final Timeline.Builder pastDue;
        private final Timeline.Builder overNinetyDays;
        private final Timeline.Builder due;
        private final Timeline.Builder paidByDueDate;
        private final Timeline.Builder settled;
        private final Timeline.Builder daysLate;
        private final NavigableMap<LocalDate, List<ReceivableHistory>> byDueDate = new TreeMap<>();

        /** By the day on which one became open again, the day on which it was closed before. */
        private final NavigableMap<LocalDate, List<LocalDate>> reopened = new TreeMap<>();

        Builder(CurrencyUnit currency) {
            this.currency = currency;
            sold = new Timeline.Builder(currency);
            invoiced = new Timeline.Builder(currency);
            disputed = new Timeline.Builder(currency);
            collected = new Timeline.Builder(currency);
            writtenOff = new Timeline.Builder(currency);
            recovered = new Timeline.Builder(currency);
            open = new Timeline.Builder(currency);
            entered = new Timeline.Builder(currency);
            pastDue = new Timeline.Builder(currency);
            overNinetyDays = new Timeline.Builder(currency);
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
            if (history.isInvoice()) {
                invoiced.add(issued, amount, 1);
                if (history.wasDisputed()) {
                    disputed.add(issued, history.contested(), 1);
                }
            }
            if (history.fallsDue()) {
                due.add(dueDate, history.fellDue(), 0);
                paidByDueDate.add(dueDate, history.paidOfDueBy(dueDate), 0);
                byDueDate.computeIfAbsent(dueDate, day -> new ArrayList<>()).add(history);
            }
            addFlows(history);
            addBalance(open, history, history.since());
            addBalance(pastDue, history, dueDate.plusDays(1));
            addBalance(overNinetyDays, history, dueDate.plusDays(91));
        }

        private void addFlows(ReceivableHistory history) {
            for (LocalDate day : history.days()) {
                collected.add(day, history.paidOn(day), 0);
                if (history.isSold()) {
                    sold.add(day, history.cancelledOn(day).negate(), 0);
                }
                if (history.writtenOffOn(day).signum() != 0) {
                    recovered.add(day, history.recoveredOn(day), 0);
                    writtenOff.add(day, history.lostOn(day), 0);
                }
            }
            addEntered(history);
            if (history.isInvoice()) {
                addSettled(history);
            }
        }

        /** The days on which it became open, and that of a write-off on which it came and went. */
        private void addEntered(ReceivableHistory history) {
            LocalDate since = history.since();
            Optional<LocalDate> given = history.writtenOffFrom();
            given.ifPresent(day -> writtenOff.addCount(day, 1));
            Amount left = history.receivable().amount();
            boolean wasOpen = false;
            LocalDate closed = null;
            SortedSet<LocalDate> days = history.days();
            days.add(since);
            for (LocalDate day : days) {
                left = left.subtract(history.closedOn(day));
                if (!day.isBefore(since)) {
                    boolean isOpen = left.signum() != 0;
                    boolean isThere = isOpen || given.filter(day::equals).isPresent();
                    if (!wasOpen && isThere) {
                        addEntered(day, closed);
                    }
                    closed = !isOpen && (wasOpen || isThere) ? day : closed;
                    wasOpen = isOpen;
                }
            }
        }

        private void addEntered(LocalDate day, @Nullable LocalDate closed) {
            entered.addCount(day, 1);
            if (closed != null) {
                reopened.computeIfAbsent(day, any -> new ArrayList<>()).add(closed);
            }
        }

        /** An invoice is settled on the day from which on it stays paid, with what the customer may keep. */
        private void addSettled(ReceivableHistory history) {
            history.paidOn().ifPresent(day -> {
                settled.addCount(day, 1);
                daysLate.addCount(day, Math.max(0, history.daysPastDue(day)));
            });
        }

        /** An item is in a balance, such as that of what is past due, from a day on, with what is left of it then. */
        private void addBalance(Timeline.Builder balance, ReceivableHistory history, LocalDate from) {
            LocalDate first = from.isBefore(history.since()) ? history.since() : from;
            Amount left = history.receivable().amount();
            Amount atFirst = left;
            for (LocalDate day : history.days()) {
                Amount before = left;
                left = left.subtract(history.closedOn(day));
                if (day.isAfter(first)) {
                    balance.add(day, left.subtract(before), left.signum() - before.signum());
                } else {
                    atFirst = left;
                }
            }
            balance.add(first, atFirst, atFirst.signum());
        }
    }
}
