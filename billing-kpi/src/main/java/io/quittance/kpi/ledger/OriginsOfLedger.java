package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.OriginMonth;
import io.quittance.kpi.collection.SalesPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is open at the end of a period by the month of its document, and the sales of these months. */
final class OriginsOfLedger {
    private final LocalDate lastDay;
    private final Amount zero;
    private final SortedMap<YearMonth, Amount> sold = new TreeMap<>();
    private final SortedMap<YearMonth, Amount> open = new TreeMap<>();
    private final SortedMap<YearMonth, Amount> openDays = new TreeMap<>();
    private final SortedMap<YearMonth, List<OriginMonth.Invoice>> invoices = new TreeMap<>();

    private final boolean withItems;

    private OriginsOfLedger(LedgerHistory history, LocalDate lastDay, boolean withItems) {
        this.lastDay = lastDay;
        this.withItems = withItems;
        this.zero = history.zero();
        history.receivables().forEach(this::add);
        history.money().stream().filter(MoneyHistory::isCredit).forEach(this::add);
    }

    static OriginFigures of(LedgerHistory history, ServicePeriod period) {
        var origins = new OriginsOfLedger(history, period.lastDay(), false);
        var months = new ArrayList<OriginMonth>();
        origins.open.forEach((month, amount) -> months.add(
                OriginMonth.of(origins.sales(month), amount, origins.openDays.getOrDefault(month, origins.zero))));
        return new OriginFigures(period, months);
    }

    static OriginFigures withItems(LedgerHistory history, ServicePeriod period) {
        var origins = new OriginsOfLedger(history, period.lastDay(), true);
        var months = new ArrayList<OriginMonth>();
        origins.invoices.forEach((month, invoices) -> months.add(OriginMonth.of(origins.sales(month), invoices)));
        return new OriginFigures(period, months);
    }

    private SalesPeriod sales(YearMonth month) {
        return SalesPeriod.of(elapsed(month), sold.getOrDefault(month, zero));
    }

    private ServicePeriod elapsed(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        return ServicePeriod.closed(month.atDay(1), end.isAfter(lastDay) ? lastDay : end);
    }

    private void add(ReceivableHistory history) {
        LocalDate document = history.receivable().documentDate();
        if (history.isSold()) {
            addSold(document, history.receivable().amount());
            history.days().forEach(day -> addSold(day, history.cancelledOn(day).negate()));
        }
        Amount left = history.openAt(lastDay);
        if (left.signum() != 0) {
            YearMonth month = YearMonth.from(document);
            long days = lastDay.toEpochDay() - document.toEpochDay();
            if (withItems) {
                invoices.computeIfAbsent(month, any -> new ArrayList<>())
                        .add(new OriginMonth.Invoice(history.id(), left, days));
            } else {
                open.merge(month, left, Amount::add);
                openDays.merge(month, left.multiply(days), Amount::add);
            }
        }
    }

    private void add(MoneyHistory credit) {
        addSold(credit.day(), credit.amount().negate());
        credit.goneByDay().forEach(this::addSold);
    }

    private void addSold(LocalDate day, Amount amount) {
        if (!day.isAfter(lastDay)) {
            sold.merge(YearMonth.from(day), amount, Amount::add);
        }
    }
}
