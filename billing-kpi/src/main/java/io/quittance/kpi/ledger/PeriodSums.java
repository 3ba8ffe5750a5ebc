package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.SalesPeriod;
import java.time.LocalDate;
import java.util.List;
import javax.money.CurrencyUnit;

/** What the receivables come to in one period, in one pass. */
final class PeriodSums {
    private final ServicePeriod period;
    private final LocalDate lastDay;
    private Amount sold;
    private Amount collected;
    private Amount open;
    private Amount pastDue;
    private Amount due;
    private Amount paidByDueDate;
    private Amount paidByPeriodEnd;
    private Amount disputed;
    private long openItems;
    private long pastDueItems;
    private long invoices;
    private long disputedInvoices;
    private long settled;
    private long daysLate;

    PeriodSums(CurrencyUnit currency, ServicePeriod period) {
        this.period = period;
        lastDay = period.lastDay();
        Amount zero = Amount.zero(currency);
        sold = zero;
        collected = zero;
        open = zero;
        pastDue = zero;
        due = zero;
        paidByDueDate = zero;
        paidByPeriodEnd = zero;
        disputed = zero;
    }

    PeriodSums addAll(List<ReceivableHistory> receivables) {
        for (ReceivableHistory receivable : receivables) {
            addSales(receivable);
            addOpen(receivable);
            addDue(receivable);
            addSettled(receivable);
            collected = collected.add(receivable.paidWithin(period.start(), lastDay));
        }
        return this;
    }

    void to(CollectionFigures.Builder figures) {
        figures.sales(SalesPeriod.of(period, sold))
                .collected(collected)
                .overdue(pastDue, open)
                .overdueItems(pastDueItems, openItems)
                .dueCohort(due, paidByDueDate, paidByPeriodEnd)
                .daysLate(daysLate, settled)
                .disputed(disputed, sold)
                .disputedInvoices(disputedInvoices, invoices);
    }

    private void addSales(ReceivableHistory history) {
        if (period.contains(history.receivable().documentDate())) {
            invoices++;
            sold = sold.add(history.receivable().amount());
            if (history.wasDisputed()) {
                disputedInvoices++;
                disputed = disputed.add(history.receivable().amount());
            }
        }
    }

    private void addOpen(ReceivableHistory history) {
        Amount left = history.openAt(lastDay);
        if (left.signum() > 0) {
            openItems++;
            open = open.add(left);
            if (history.receivable().dueDate().isBefore(lastDay)) {
                pastDueItems++;
                pastDue = pastDue.add(left);
            }
        }
    }

    private void addDue(ReceivableHistory history) {
        LocalDate dueDate = history.receivable().dueDate();
        if (period.contains(dueDate)) {
            due = due.add(history.receivable().amount());
            paidByDueDate = paidByDueDate.add(history.paidBy(dueDate));
            paidByPeriodEnd = paidByPeriodEnd.add(history.paidBy(lastDay));
        }
    }

    private void addSettled(ReceivableHistory history) {
        LocalDate settledOn = history.settledOn();
        if (settledOn != null && period.contains(settledOn)) {
            settled++;
            daysLate += Math.max(
                    0, settledOn.toEpochDay() - history.receivable().dueDate().toEpochDay());
        }
    }
}
