package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.FigureItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Looks at each receivable and payment for what it has to do with a period. */
final class ItemsOfPeriod {
    private final ServicePeriod period;
    private final LocalDate dayBefore;
    private final LocalDate lastDay;
    private final List<FigureItems.Open> open = new ArrayList<>();
    private final List<FigureItems.OnAccount> onAccount = new ArrayList<>();
    private final List<FigureItems.Due> due = new ArrayList<>();
    private final List<FigureItems.Settled> settled = new ArrayList<>();
    private final List<FigureItems.Issued> issued = new ArrayList<>();
    private final List<FigureItems.Outstanding> outstanding = new ArrayList<>();
    private final Map<String, FigureItems.Received> received = new LinkedHashMap<>();
    private final Map<String, Amount> opening = new LinkedHashMap<>();
    private final Map<String, Amount> billed = new LinkedHashMap<>();
    private final Map<String, Amount> creditNotes = new LinkedHashMap<>();
    private final Map<String, Amount> collected = new LinkedHashMap<>();
    private final Map<String, Amount> refunds = new LinkedHashMap<>();
    private final Map<String, Amount> writeOffs = new LinkedHashMap<>();
    private final Map<String, Amount> recoveries = new LinkedHashMap<>();

    private ItemsOfPeriod(ServicePeriod period) {
        this.period = period;
        this.dayBefore = period.start().minusDays(1);
        this.lastDay = period.lastDay();
    }

    static FigureItems of(LedgerHistory history, ServicePeriod period) {
        var items = new ItemsOfPeriod(period);
        history.receivables().forEach(items::add);
        history.money().forEach(items::add);
        return FigureItems.builder()
                .open(items.open)
                .onAccount(items.onAccount)
                .due(items.due)
                .settled(items.settled)
                .issued(items.issued)
                .outstanding(items.outstanding)
                .received(List.copyOf(items.received.values()))
                .openingReceivables(notZero(items.opening))
                .billed(notZero(items.billed))
                .creditNotes(notZero(items.creditNotes))
                .collected(notZero(items.collected))
                .refunds(notZero(items.refunds))
                .writeOffs(notZero(items.writeOffs))
                .recoveries(notZero(items.recoveries))
                .build();
    }

    private static List<FigureItems.Item> notZero(Map<String, Amount> amounts) {
        return amounts.entrySet().stream()
                .filter(one -> one.getValue().signum() != 0)
                .map(one -> new FigureItems.Item(one.getKey(), one.getValue()))
                .toList();
    }

    private void add(ReceivableHistory history) {
        Amount left = history.openAt(lastDay);
        if (left.signum() != 0) {
            open.add(new FigureItems.Open(history.id(), left, history.daysPastDue(lastDay)));
        }
        merge(opening, history.id(), history.openAt(dayBefore));
        LocalDate dueDate = history.receivable().dueDate();
        if (period.contains(dueDate) && history.fallsDue() && history.fellDue().signum() != 0) {
            due.add(new FigureItems.Due(
                    history.id(), history.fellDue(), history.paidOfDueBy(dueDate), history.paidOfDueBy(lastDay)));
        }
        boolean isLost = history.writtenOffFrom().filter(period::contains).isPresent();
        if (isLost || history.isOpenIn(period)) {
            outstanding.add(new FigureItems.Outstanding(history.id(), isLost));
        }
        addFlows(history);
        if (history.isInvoice()) {
            addInvoice(history);
        }
    }

    private void addFlows(ReceivableHistory history) {
        String id = history.id();
        if (history.isSold() && period.contains(history.receivable().documentDate())) {
            merge(billed, id, history.receivable().amount());
        }
        for (LocalDate day : history.days().subSet(period.start(), period.end())) {
            merge(collected, id, history.paidOn(day));
            merge(writeOffs, id, history.lostOn(day));
            merge(recoveries, id, history.recoveredOn(day));
            if (history.isSold()) {
                merge(billed, id, history.cancelledOn(day).negate());
            }
        }
    }

    private void addInvoice(ReceivableHistory history) {
        if (period.contains(history.receivable().documentDate())) {
            issued.add(new FigureItems.Issued(history.id(), history.receivable().amount(), history.contested()));
        }
        history.paidOn()
                .filter(period::contains)
                .ifPresent(day ->
                        settled.add(new FigureItems.Settled(history.id(), Math.max(0, history.daysPastDue(day)))));
    }

    private void add(MoneyHistory money) {
        Amount left = money.onAccountAt(lastDay);
        if (left.signum() != 0) {
            onAccount.add(new FigureItems.OnAccount(money.id(), left, money.isCash()));
        }
        merge(opening, money.id(), money.onAccountAt(dayBefore).negate());
        boolean came = period.contains(money.day());
        if (money.isCredit()) {
            if (came) {
                merge(creditNotes, money.id(), money.amount());
            }
            within(money.goneByDay()).forEach((day, gone) -> merge(creditNotes, money.id(), gone.negate()));
            within(money.paidOutByDay()).forEach((day, paid) -> merge(refunds, money.id(), paid));
        } else if (came && money.isCash()) {
            addReceived(money.id(), money.receivedBy(lastDay), left);
        }
    }

    private NavigableMap<LocalDate, Amount> within(NavigableMap<LocalDate, Amount> byDay) {
        return byDay.subMap(period.start(), true, period.end(), false);
    }

    private void addReceived(String id, Amount amount, Amount unapplied) {
        if (amount.signum() != 0) {
            received.merge(
                    id,
                    new FigureItems.Received(id, amount, unapplied),
                    (one, more) -> new FigureItems.Received(
                            id, one.amount().add(more.amount()), one.unapplied().add(more.unapplied())));
        }
    }

    /** What has one id is one item, such as a payment with that of a receivable. */
    private static void merge(Map<String, Amount> amounts, String id, Amount amount) {
        amounts.merge(id, amount, Amount::add);
    }
}
