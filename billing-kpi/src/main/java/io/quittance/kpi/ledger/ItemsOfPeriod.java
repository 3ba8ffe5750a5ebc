package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.FigureItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<String, Amount> opening = new LinkedHashMap<>();

    private ItemsOfPeriod(ServicePeriod period) {
        this.period = period;
        this.dayBefore = period.start().minusDays(1);
        this.lastDay = period.lastDay();
    }

    static FigureItems of(LedgerHistory history, ServicePeriod period) {
        var items = new ItemsOfPeriod(period);
        history.receivables().forEach(items::add);
        history.money().forEach(items::add);
        return new FigureItems(
                items.open,
                items.onAccount,
                items.due,
                items.settled,
                items.issued,
                items.opening.entrySet().stream()
                        .map(one -> new FigureItems.Owed(one.getKey(), one.getValue()))
                        .toList());
    }

    private void add(ReceivableHistory history) {
        Amount left = history.openAt(lastDay);
        if (left.signum() != 0) {
            open.add(new FigureItems.Open(history.id(), left, history.daysPastDue(lastDay)));
        }
        addOpening(history.id(), history.openAt(dayBefore));
        LocalDate dueDate = history.receivable().dueDate();
        if (period.contains(dueDate) && history.fallsDue() && history.fellDue().signum() != 0) {
            due.add(new FigureItems.Due(
                    history.id(), history.fellDue(), history.paidOfDueBy(dueDate), history.paidOfDueBy(lastDay)));
        }
        if (history.isInvoice()) {
            addInvoice(history);
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
            onAccount.add(new FigureItems.OnAccount(money.id(), left));
        }
        addOpening(money.id(), money.onAccountAt(dayBefore).negate());
    }

    /** The net of both where a payment has the id of a receivable. */
    private void addOpening(String id, Amount owed) {
        if (owed.signum() != 0) {
            opening.merge(id, owed, Amount::add);
        }
    }
}
