package io.quittance.kpi.ledger;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.collection.CustomerBalances;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.PaidInvoice;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.function.Function;

/** What is read of a history wherever it comes from: {@link LedgerReadings} and {@link ReceivableReadings} say what each is. */
record HistoryReadings(LedgerHistory history) {

    EventFigures<PaidInvoice> paidInvoices(ServicePeriod period) {
        return EventFigures.of(period, history.asOf(), new InvoicesOfLedger(history).whole());
    }

    EventFigures<PaidInvoice> partPayments(ServicePeriod period) {
        return EventFigures.of(period, history.asOf(), new InvoicesOfLedger(history).parts());
    }

    OriginFigures origins(ServicePeriod period, boolean withItems) {
        requireOver(period.lastDay(), "period");
        return withItems ? OriginsOfLedger.withItems(history, period) : OriginsOfLedger.of(history, period);
    }

    CustomerBalances balances(Function<? super CustomerId, String> group) {
        var balances = new TreeMap<String, Amount>();
        LocalDate date = history.asOf().date();
        for (ReceivableHistory one : history.receivables()) {
            String key = LedgerHistory.keyOf(group, one.receivable().customer());
            balances.merge(key, one.openAt(date), Amount::add);
        }
        for (MoneyHistory one : history.money()) {
            balances.merge(
                    LedgerHistory.keyOf(group, one.customer()),
                    one.onAccountAt(date).negate(),
                    Amount::add);
        }
        return new CustomerBalances(balances);
    }

    Migration migration(LocalDate first, LocalDate later, AgingBuckets buckets, boolean withItems) {
        Require.that(later.isAfter(first), "migration.order", "later", "must be after " + first, later);
        requireOver(later, "later");
        return new MigrationOfLedger(history, first, later, buckets, withItems).migration();
    }

    void requireOver(LocalDate day, String argument) {
        LocalDate date = history.asOf().date();
        Require.that(!day.isAfter(date), "figures.period", argument, "must not end after " + date, day);
    }
}
