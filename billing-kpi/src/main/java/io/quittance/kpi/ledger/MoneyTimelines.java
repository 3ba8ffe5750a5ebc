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

/** What payments and credits come to on any day, made in one pass over them. */
final class MoneyTimelines {
    private final CurrencyUnit currency;
    private final Timeline onAccount;
    private final Timeline cashOnAccount;
    private final Timeline credited;
    private final Timeline creditsPaidOut;
    private final NavigableMap<LocalDate, List<MoneyHistory>> cashByDay = new TreeMap<>();

    private MoneyTimelines(CurrencyUnit currency, List<MoneyHistory> money) {
        this.currency = currency;
        var all = new Timeline.Builder(currency);
        var cash = new Timeline.Builder(currency);
        var credits = new Timeline.Builder(currency);
        var paidOut = new Timeline.Builder(currency);
        for (MoneyHistory one : money) {
            one.changes().forEach((day, amount) -> all.add(day, amount, 0));
            if (one.isCash()) {
                one.changes().forEach((day, amount) -> cash.add(day, amount, 0));
                cashByDay.computeIfAbsent(one.day(), day -> new ArrayList<>()).add(one);
            } else if (one.isCredit()) {
                credits.add(one.day(), one.amount(), 1);
                one.goneByDay().forEach((day, amount) -> credits.add(day, amount.negate(), -1));
                one.paidOutByDay().forEach((day, amount) -> paidOut.add(day, amount, 0));
            }
        }
        onAccount = all.build();
        cashOnAccount = cash.build();
        credited = credits.build();
        creditsPaidOut = paidOut.build();
    }

    static MoneyTimelines of(CurrencyUnit currency, List<MoneyHistory> money) {
        return new MoneyTimelines(currency, money);
    }

    /** Money and credits that settle nothing at the end of that day. */
    Amount onAccountAt(LocalDate day) {
        return onAccount.at(day).amount();
    }

    /** What credit notes gave in the period. */
    Amount credited(ServicePeriod period) {
        return credited.within(period).amount();
    }

    /** Everything but balances and sales. */
    void to(CollectionFigures.Builder figures, ServicePeriod period, Amount openAtEnd) {
        figures.creditNotes(credited(period))
                .refunds(creditsPaidOut.within(period).amount())
                .unappliedCash(cashOnAccount.at(period.lastDay()).amount(), openAtEnd);
        receipts(figures, period);
    }

    /** Looks at each payment that came in the period: months that meet look at each of them once. */
    private void receipts(CollectionFigures.Builder figures, ServicePeriod period) {
        Amount unapplied = Amount.zero(currency);
        Amount received = Amount.zero(currency);
        for (List<MoneyHistory> came :
                cashByDay.subMap(period.start(), period.end()).values()) {
            for (MoneyHistory one : came) {
                unapplied = unapplied.add(one.onAccountAt(period.lastDay()));
                received = received.add(one.receivedBy(period.lastDay()));
            }
        }
        figures.unappliedReceipts(unapplied, received);
    }
}
