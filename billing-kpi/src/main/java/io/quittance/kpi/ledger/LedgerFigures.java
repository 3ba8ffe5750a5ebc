package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.SalesHistory;
import io.quittance.kpi.collection.SalesPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The figures of any period, read once from a ledger as of a question.
 *
 * <ul>
 *   <li>Receivables are net: what is open at the end of the last day, less money and credits on account (kpi.md, section 0).
 *   <li>Sales are the receivables whose document date lies in the period, less the credit notes of it, less those that turned out in
 *       it to be recorded by mistake; an item that owes what another was paid short is none, nor is one that owes what a plan moved, but
 *       what is charged for a plan is.
 *   <li>Collected is the money that was allocated to receivables in the period, by effective date, less what was unapplied or
 *       returned in it; credits, discounts, tolerances and write-offs close a debt without being collected.
 *   <li>Overdue compares open items only; money on account belongs to none of them.
 *   <li>An invoice is settled on the day from which on it stays paid, with what the customer may keep of it, such as a credit or a
 *       discount; one of which anything is written off or moved to a new item or to a plan, or that credits alone closed, is not.
 *   <li>Disputed are the invoices of the period that were contested at any time up to the date of the question, whatever was decided, with
 *       the amounts of their cases together, each invoice at most once; a case that was opened by mistake does not count.
 *   <li>An invoice that turned out by the date of the question to be recorded by mistake was never contested, issued or due: it counts
 *       neither in the disputed share nor in what fell due, whichever day that turned out. Sales take it off when it did.
 * </ul>
 */
public final class LedgerFigures {
    private final AsOf asOf;
    private final Timelines receivables;
    /** Money that came in and credits less what of them was allocated. */
    private final Timeline onAccount;
    /** What credit notes gave. */
    private final Timeline credited;

    private LedgerFigures(AsOf asOf, Timelines receivables, Timeline onAccount, Timeline credited) {
        this.asOf = asOf;
        this.receivables = receivables;
        this.onAccount = onAccount;
        this.credited = credited;
    }

    /** Reads all entries that had taken effect and were known by then. */
    public static LedgerFigures of(Ledger ledger, AsOf asOf) {
        requireNonNull(asOf, "asOf");
        var receivables = new ArrayList<ReceivableHistory>();
        var onAccount = new Timeline.Builder(ledger.currency());
        var credited = new Timeline.Builder(ledger.currency());
        for (CustomerLedger customer : ledger.customers()) {
            receivables.addAll(new Reader(onAccount, credited).read(customer, asOf));
        }
        return new LedgerFigures(
                asOf, Timelines.of(ledger.currency(), receivables), onAccount.build(), credited.build());
    }

    /**
     * The figures of a period whose sales history is the period alone.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question
     */
    public CollectionFigures of(ServicePeriod period) {
        return of(period, List.of());
    }

    /**
     * The figures of a period. For a month that is not over, give the days that have passed: from its first day up to and
     * with the date of the question.
     *
     * @param before the periods before it, the oldest first, whose sales the countback needs; each ends where the next begins
     * @throws IllegalArgumentException if the period ends after the date of the question, or the periods do not meet
     */
    public CollectionFigures of(ServicePeriod period, List<ServicePeriod> before) {
        var history = new ArrayList<SalesPeriod>();
        for (int i = 0; i < before.size(); i++) {
            ServicePeriod next = i + 1 < before.size() ? before.get(i + 1) : period;
            Require.that(
                    before.get(i).end().equals(next.start()),
                    "figures.before",
                    "before[" + i + "]",
                    "must end where the next period begins, " + next.start(),
                    before.get(i));
            history.add(salesOf(before.get(i)));
        }
        history.add(salesOf(period));
        return figures(period, new SalesHistory(history), history.size());
    }

    /**
     * The figures of each month from the first to the last, both included; every month knows the sales since the first.
     * Time and memory grow with the months and the entries, not with their product: the months share one history of sales.
     *
     * @throws IllegalArgumentException if the last month is before the first, or ends after the date of the question
     */
    public SortedMap<YearMonth, CollectionFigures> monthly(YearMonth first, YearMonth last) {
        Require.that(!last.isBefore(first), "figures.months", "last", "must not be before " + first, last);
        requireOver(ServicePeriod.of(last));
        var sales = new ArrayList<SalesPeriod>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            sales.add(salesOf(ServicePeriod.of(month)));
        }
        var history = new SalesHistory(sales);
        var months = new TreeMap<YearMonth, CollectionFigures>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.put(month, figures(ServicePeriod.of(month), history, months.size() + 1));
        }
        return Collections.unmodifiableSortedMap(months);
    }

    private CollectionFigures figures(ServicePeriod period, SalesHistory history, int periods) {
        requireOver(period);
        var builder = CollectionFigures.builder()
                .period(period)
                .openingReceivables(netOpen(period.start().minusDays(1)))
                .closingReceivables(netOpen(period.lastDay()))
                .sales(history, periods);
        receivables.to(builder, period);
        return builder.build();
    }

    private void requireOver(ServicePeriod period) {
        Require.that(
                !period.lastDay().isAfter(asOf.date()),
                "figures.period",
                "period",
                "must not end after " + asOf.date(),
                period);
    }

    private Amount netOpen(LocalDate date) {
        return receivables.openAt(date).subtract(onAccount.at(date).amount());
    }

    private SalesPeriod salesOf(ServicePeriod period) {
        return SalesPeriod.of(
                period,
                receivables.sold(period).subtract(credited.within(period).amount()));
    }

    /** Sorts the entries of one customer by what they are about. */
    private static final class Reader implements LedgerFact.Cases<Reader> {
        private final Map<ReceivableId, ReceivableHistory> byId = new HashMap<>();
        private final List<ReceivableHistory> inOrder = new ArrayList<>();
        private final Set<PaymentId> credits = new HashSet<>();
        private final Timeline.Builder onAccount;
        private final Timeline.Builder credited;

        Reader(Timeline.Builder onAccount, Timeline.Builder credited) {
            this.onAccount = onAccount;
            this.credited = credited;
        }

        List<ReceivableHistory> read(CustomerLedger customer, AsOf asOf) {
            for (LedgerStep step : customer.steps(asOf)) {
                step.entry().fact().match(this);
                step.undone()
                        .forEach(earlier -> undo(earlier.fact(), step.entry().effectiveDate()));
            }
            return inOrder;
        }

        @Override
        public Reader posted(ReceivablePosted fact) {
            var history = new ReceivableHistory(fact.receivable());
            byId.put(fact.receivable().id(), history);
            inOrder.add(history);
            return this;
        }

        @Override
        public Reader received(PaymentReceived fact) {
            onAccount.add(fact.effectiveDate(), fact.payment().amount(), 1);
            return this;
        }

        @Override
        public Reader credited(CreditPosted fact) {
            credits.add(fact.credit().id());
            onAccount.add(fact.effectiveDate(), fact.credit().amount(), 1);
            credited.add(fact.effectiveDate(), fact.credit().amount(), 1);
            return this;
        }

        @Override
        public Reader allocated(PaymentAllocated fact) {
            fact.settlement().newItems().forEach(added -> moved(added.receivable(), fact.effectiveDate()));
            settled(fact.settlement(), fact.effectiveDate(), UnaryOperator.identity());
            return this;
        }

        /** What a new item owes was sold before. */
        private void moved(Receivable owed, LocalDate day) {
            var history = ReceivableHistory.moved(owed, day);
            byId.put(owed.id(), history);
            inOrder.add(history);
        }

        /** Closes what a settlement closes, and takes its money; or undoes both, where amounts change their sign. */
        private void settled(Settlement settlement, LocalDate day, UnaryOperator<Amount> signed) {
            boolean isCredit = credits.contains(settlement.allocation().payment());
            for (AllocationLine line : settlement.allocation().lines()) {
                Amount amount = signed.apply(line.amount());
                if (isCredit) {
                    history(line.item()).allowed(day, amount);
                } else {
                    history(line.item()).paid(day, amount);
                }
            }
            for (Adjustment adjustment : settlement.adjustments()) {
                Amount amount = signed.apply(adjustment.amount());
                adjustment.closes().ifPresent(item -> {
                    if (adjustment.kind().settles()) {
                        history(item).allowed(day, amount);
                    } else {
                        history(item).givenUp(day, amount);
                    }
                });
            }
            onAccount.add(
                    day,
                    signed.apply(settlement.applied().add(settlement.income())).negate(),
                    1);
        }

        @Override
        public Reader refunded(PaymentRefunded fact) {
            onAccount.add(fact.effectiveDate(), fact.amount().negate(), 1);
            return this;
        }

        @Override
        public Reader converted(PaymentConverted fact) {
            onAccount.add(fact.effectiveDate(), fact.amount().negate(), 1);
            return this;
        }

        /** Of the whole, what it undoes follows; a part is gone from the account, and what is owed for it is no sale. */
        @Override
        public Reader returned(PaymentReturned fact) {
            fact.taken().ifPresent(taken -> onAccount.add(fact.effectiveDate(), taken.negate(), 1));
            if (fact.owed() != null) {
                moved(fact.owed().receivable(), fact.effectiveDate());
            }
            return this;
        }

        @Override
        public Reader writtenOff(ReceivableWrittenOff fact) {
            history(fact.item()).givenUp(fact.effectiveDate(), fact.amount());
            return this;
        }

        /** What it undoes follows. */
        @Override
        public Reader reversed(EntryReversed fact) {
            return this;
        }

        private void undo(LedgerFact fact, LocalDate day) {
            if (fact instanceof PaymentAllocated allocated) {
                settled(allocated.settlement(), day, Amount::negate);
                allocated
                        .settlement()
                        .newItems()
                        .forEach(added -> history(added.receivable().id()).cancelled(day));
            } else if (fact instanceof PaymentReceived received) {
                onAccount.add(day, received.payment().amount().negate(), 1);
            } else if (fact instanceof CreditPosted posted) {
                onAccount.add(day, posted.credit().amount().negate(), 1);
                credited.add(day, posted.credit().amount().negate(), 1);
            } else if (fact instanceof PaymentRefunded refunded) {
                onAccount.add(day, refunded.amount(), 1);
            } else if (fact instanceof PaymentConverted converted) {
                onAccount.add(day, converted.amount(), 1);
            } else if (fact instanceof ReceivableWrittenOff writtenOff) {
                history(writtenOff.item()).givenUp(day, writtenOff.amount().negate());
            } else if (fact instanceof ReceivablePosted posted) {
                history(posted.receivable().id()).cancelled(day);
            } else if (fact instanceof DisputeOpened opened) {
                history(opened.dispute().receivable())
                        .notDisputed(opened.dispute().id());
            } else if (fact instanceof PaymentReturned part) {
                part.taken().ifPresent(taken -> onAccount.add(day, taken, 1));
                if (part.owed() != null) {
                    history(part.owed().receivable().id()).cancelled(day);
                }
            } else if (fact instanceof DebtRescheduled rescheduled) {
                rescheduled
                        .moved()
                        .forEach(moved -> history(moved.item())
                                .givenUp(day, moved.amount().negate()));
                rescheduled.debts().forEach(debt -> history(debt.id()).cancelled(day));
            }
        }

        @Override
        public Reader disputeOpened(DisputeOpened fact) {
            history(fact.dispute().receivable())
                    .disputed(fact.dispute().id(), fact.dispute().amount());
            return this;
        }

        /** What is moved was sold before, and is neither collected nor sold again; what is charged for it is sold. */
        @Override
        public Reader rescheduled(DebtRescheduled fact) {
            LocalDate day = fact.effectiveDate();
            fact.moved().forEach(moved -> history(moved.item()).givenUp(day, moved.amount()));
            fact.owed().forEach(debt -> moved(debt, day));
            fact.charges().forEach(this::posted);
            return this;
        }

        @Override
        public Reader disputeStaged(DisputeStaged fact) {
            return this;
        }

        @Override
        public Reader disputeResolved(DisputeResolved fact) {
            return this;
        }

        private ReceivableHistory history(ReceivableId id) {
            return Require.present(byId.get(id), "receivable " + id);
        }
    }
}
