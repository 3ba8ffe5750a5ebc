package io.quittance.kpi.ledger;

import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.OriginMonth;
import io.quittance.kpi.collection.SalesPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is open at the end of a period by the month of its document, and the sales of these months. */
final class OriginsOfLedger {
    private final LocalDate lastDay;
    private final Amount zero;
    private final SortedMap<YearMonth, Amount> sold = new TreeMap<>();
    private final SortedMap<YearMonth, Amount> open = new TreeMap<>();
    private final SortedMap<YearMonth, Amount> openDays = new TreeMap<>();

    private OriginsOfLedger(LedgerHistory history, LocalDate lastDay) {
        this.lastDay = lastDay;
        this.zero = history.zero();
        history.receivables().forEach(this::add);
        history.money().stream().filter(MoneyHistory::isCredit).forEach(this::add);
    }

    static OriginFigures of(LedgerHistory history, ServicePeriod period) {
        var origins = new OriginsOfLedger(history, period.lastDay());
        var months = new ArrayList<OriginMonth>();
        origins.open.forEach((month, amount) -> months.add(OriginMonth.of(
                SalesPeriod.of(origins.elapsed(month), origins.sold.getOrDefault(month, origins.zero)),
                amount,
                origins.openDays.getOrDefault(month, origins.zero))));
        return new OriginFigures(period, months);
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
            open.merge(month, left, Amount::add);
            openDays.merge(month, left.multiply(lastDay.toEpochDay() - document.toEpochDay()), Amount::add);
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
