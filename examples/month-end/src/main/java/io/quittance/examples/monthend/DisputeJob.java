package io.quittance.examples.monthend;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.interest.OverdueBalance;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.risk.CreditLimit;
import io.quittance.ar.risk.Exposure;
import io.quittance.ar.risk.LimitCheck;
import io.quittance.ar.risk.Provision;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;

/**
 * What a dispute of a part does at once. The data say that an invoice is contested, and not how much of it: the book takes all of it. Here the
 * same book is looked at three times on one day, with nothing of it contested, with half of it, and with all of it.
 */
final class DisputeJob {
    private final LocalDate day;
    private final OpenItem item;
    private final CurrencyUnit currency;

    private DisputeJob(LocalDate day, OpenItem item) {
        this.day = day;
        this.item = item;
        this.currency = item.open().getCurrency();
    }

    /**
     * The customer and the book on the day, with so much contested of the item.
     *
     * @param aging of the customer, what is contested in a column of its own
     * @param book of all customers, likewise
     * @param decision of the dunning run about the customer
     * @param interest on the item, from its due date to the day
     * @param limit the customer's exposure, an order that waits, and the credit limit
     * @param allowance for what the customer owes
     */
    record Effect(
            Amount contested,
            AgingRow aging,
            AgingRow book,
            DunningDecision decision,
            Amount interest,
            LimitCheck limit,
            Provision allowance) {}

    /**
     * What came of it.
     *
     * @param item with all of it contested, as in the book
     * @param effects with nothing, half, and all of it contested
     * @param course of the case about half of it, up to its end
     */
    record Result(LocalDate day, OpenItem item, List<Effect> effects, DisputeCourse.Result course) {}

    /** Takes the item that is contested as a whole and late the longest; empty where there is none. */
    static Optional<Result> run(Ledger book, List<HistoricInvoice> history, LocalDate day) {
        return book.asOf(day).accounts().stream()
                .flatMap(account -> account.openItems().stream())
                .filter(item -> item.undisputed().signum() == 0 && item.daysPastDue(day) > 0)
                .min(OpenItem.BY_DUE_DATE)
                .flatMap(item -> history.stream()
                        .filter(row -> idOf(row).equals(item.id()))
                        .findFirst()
                        .map(row -> new DisputeJob(day, item).run(book, row)));
    }

    private static ReceivableId idOf(HistoricInvoice row) {
        return new ReceivableId(row.invoice().number().value());
    }

    private Result run(Ledger book, HistoricInvoice row) {
        LedgerEntry half = DisputeCourse.opening(row, item.open());
        Ledger before = upToTheDay(book, entry -> Stream.empty());
        Ledger part = upToTheDay(book, entry -> Stream.of(half));
        List<Effect> effects = List.of(effect(before), effect(part), effect(book));
        return new Result(day, item, effects, new DisputeCourse(part, row, day).run());
    }

    /** The book as it was recorded up to the end of the day, with another entry, or none, in the place of the one that opens the case. */
    private Ledger upToTheDay(Ledger book, Function<LedgerEntry, Stream<LedgerEntry>> inPlaceOfCase) {
        var opened = ReceivablesJob.key(ReceivablesJob.DISPUTE_OPENED, item.id());
        return Ledger.empty(currency)
                .postAll(book.customers().stream()
                        .flatMap(customer -> customer.entries().stream())
                        .filter(entry -> !entry.fact().effectiveDate().isAfter(day))
                        .flatMap(entry -> entry.key().equals(opened) ? inPlaceOfCase.apply(entry) : Stream.of(entry))
                        .toList());
    }

    private Effect effect(Ledger ledger) {
        LedgerView view = ledger.asOf(day);
        AgingReport aging = AgingReport.of(view, AgingRule.of(KpiJob.BUCKETS));
        CustomerLedger customer = ledger.customer(item.customer());
        AccountView account = view.accounts().stream()
                .filter(one -> one.customer().equals(item.customer()))
                .findFirst()
                .orElseThrow();
        OpenItem open = account.openItems().stream()
                .filter(one -> one.id().equals(item.id()))
                .findFirst()
                .orElseThrow();
        return new Effect(
                open.disputed(),
                requireNonNull(aging.customers().get(item.customer())),
                aging.total(),
                DunningJob.run(List.of(customer), CollectionTerms.dunning(currency), day)
                        .decisions()
                        .get(0),
                CollectionTerms.interest(currency)
                        .charge(OverdueBalance.of(open), day)
                        .amount(),
                CreditLimit.of(Amount.of(CollectionTerms.CREDIT_LIMIT, currency))
                        .check(
                                Exposure.of(account),
                                CollectionTerms.EXPOSURE,
                                Amount.of(CollectionTerms.ORDER, currency))
                        .total(),
                CollectionTerms.allowance(currency).provide(aging, item.customer()));
    }
}
