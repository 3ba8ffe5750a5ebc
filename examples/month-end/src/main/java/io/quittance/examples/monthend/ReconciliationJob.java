package io.quittance.examples.monthend;

import io.quittance.ar.journal.AccountKey;
import io.quittance.ar.journal.InvoiceAccounts;
import io.quittance.ar.journal.Journal;
import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.reconciliation.AccountReconciliation;
import io.quittance.ar.reconciliation.Counterparty;
import io.quittance.ar.reconciliation.DifferenceResolution;
import io.quittance.ar.reconciliation.DifferenceResolution.Cause;
import io.quittance.ar.reconciliation.DifferenceType;
import io.quittance.ar.reconciliation.FoundLater;
import io.quittance.ar.reconciliation.LedgerAccount;
import io.quittance.ar.reconciliation.Reconciliation;
import io.quittance.ar.reconciliation.ReconciliationAccuracy;
import io.quittance.ar.reconciliation.ReconciliationPolicy;
import io.quittance.ar.reconciliation.ReconciliationRun;
import io.quittance.ar.reconciliation.RunDifference;
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.money.CurrencyUnit;

/** Compares the ledger with the control account, the bank and one customer at the end of a day, and keeps what became of each difference. */
final class ReconciliationJob {
    /** Of the control account, in the general ledger's words. */
    static final String CONTROL_ACCOUNT = "1400";

    /** Of the bank account, in the company's words. */
    static final String BANK_ACCOUNT = "bank-1";

    /** A charge of the bank that is not in the statement of the month, in the currency of the books. */
    static final String BANK_CHARGE = "4.50";

    private static final int DAYS_TO_COMPARE = 2;
    private static final int DAYS_TO_CLEAR = 5;
    private static final int DAYS_TO_FIND_MORE = 10;
    private static final Origin CLERK = Origin.of("clerk-7");

    /**
     * What came of it.
     *
     * @param run with what became of its differences, and what was found later
     * @param accuracy of this one run
     */
    record Result(ReconciliationRun run, ReconciliationAccuracy accuracy) {}

    private final Ledger ledger;
    private final LocalDate day;
    private final CurrencyUnit currency;

    private ReconciliationJob(Ledger ledger, LocalDate day) {
        this.ledger = ledger;
        this.day = day;
        this.currency = ledger.currency();
    }

    static Result run(Ledger ledger, List<HistoricInvoice> history, LocalDate day) {
        return new ReconciliationJob(ledger, day).run(history);
    }

    private Result run(List<HistoricInvoice> history) {
        var books = new StatedBooks(history, day, currency);
        List<JournalEntry> journal = Journal.of(
                ledger,
                InvoiceAccounts.of(
                                history.stream().map(HistoricInvoice::invoice).toList())
                        .earnedAtOnce(),
                AsOf.endOf(day));
        var accounts = new ArrayList<AccountReconciliation>();
        accounts.add(Reconciliation.of(
                LedgerAccount.booked(
                        CONTROL_ACCOUNT,
                        currency,
                        journal,
                        line -> line.account().equals(AccountKey.RECEIVABLES),
                        day),
                books.generalLedger(CONTROL_ACCOUNT),
                ReconciliationPolicy.STRICT));
        accounts.add(Reconciliation.of(
                LedgerAccount.booked(
                                BANK_ACCOUNT,
                                currency,
                                journal,
                                line -> line.account().equals(AccountKey.BANK),
                                day)
                        .since(day.withDayOfMonth(1)),
                books.bank(BANK_ACCOUNT),
                ReconciliationPolicy.STRICT));
        customer()
                .ifPresent(view -> accounts.add(Reconciliation.of(
                        LedgerAccount.openItems(ledger.customer(view.customer()), AsOf.endOf(day)),
                        books.customer(view),
                        ReconciliationPolicy.STRICT)));
        return cleared(ReconciliationRun.of(
                YearMonth.from(day).toString(),
                AsOf.endOf(day),
                Noon.of(day.plusDays(DAYS_TO_COMPARE)),
                CLERK,
                accounts));
    }

    /** Who contests something and has the most open invoices; the first by id where several have as many. */
    private Optional<AccountView> customer() {
        Predicate<AccountView> contests = view -> view.openItems().stream().anyMatch(OpenItem::isDisputed);
        return ledger.asOf(day).accounts().stream()
                .filter(view -> !view.openItems().isEmpty())
                .min(Comparator.comparing(contests.negate()::test)
                        .thenComparing(Comparator.comparing(
                                        (AccountView view) -> view.openItems().size())
                                .reversed())
                        .thenComparing(AccountView::customer));
    }

    /** The general ledger is corrected, the money in transit arrives, and the customer's points stay open. A bank charge turns up later. */
    private Result cleared(ReconciliationRun compared) {
        ReconciliationRun run = compared;
        for (RunDifference one : compared.differences()) {
            Optional<Cause> cause = cause(one);
            if (cause.isPresent()) {
                run = run.resolved(DifferenceResolution.of(
                        one.number(), cause.get(), Noon.of(day.plusDays(DAYS_TO_CLEAR)), CLERK));
            }
        }
        run = run.found(FoundLater.of(
                Counterparty.BANK,
                BANK_ACCOUNT,
                DifferenceType.MISSING_IN_LEDGER,
                Amount.of(BANK_CHARGE, currency).negate(),
                Noon.of(day.plusDays(DAYS_TO_FIND_MORE)),
                CLERK));
        return new Result(run, ReconciliationAccuracy.of(List.of(run)));
    }

    private static Optional<Cause> cause(RunDifference one) {
        return switch (one.counterparty()) {
            case GENERAL_LEDGER -> Optional.of(Cause.COUNTERPARTY_CORRECTED);
            case BANK -> Optional.of(Cause.ARRIVED);
            case CUSTOMER -> Optional.empty();
        };
    }
}
