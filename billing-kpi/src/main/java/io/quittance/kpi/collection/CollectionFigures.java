package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What the KPIs of a period are computed from, in one currency. Give what you have: a KPI that needs a figure that is not
 * there is undefined and names it. {@code io.quittance.kpi.ledger.LedgerFigures} reads those that a ledger knows.
 */
public final class CollectionFigures implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ServicePeriod period;
    private final @Nullable Amount openingReceivables;
    private final @Nullable Amount closingReceivables;

    @SuppressWarnings("serial") // a copy made by FirstOf.copyOf, which is serialisable
    private final List<SalesPeriod> sales;

    private final @Nullable Amount collected;
    private final @Nullable ShareOf<Amount> overdue;
    private final @Nullable ShareOf<Long> overdueItems;
    private final @Nullable ShareOf<Amount> dueCohortPaidByDueDate;
    private final @Nullable ShareOf<Amount> dueCohortPaidByPeriodEnd;
    private final @Nullable DaysLate daysLate;
    private final @Nullable ShareOf<Amount> disputed;
    private final @Nullable ShareOf<Long> disputedInvoices;
    private final @Nullable Amount billed;
    private final @Nullable Amount creditNotes;
    private final @Nullable Amount refunds;
    private final @Nullable Amount writeOffs;
    private final @Nullable Amount recoveries;
    private final @Nullable Amount badDebtExpense;
    private final @Nullable Amount badDebts;
    private final @Nullable Amount overNinetyDays;
    private final @Nullable Amount unbilled;
    private final @Nullable ShareOf<Amount> unappliedReceipts;
    private final @Nullable ShareOf<Amount> unappliedCash;

    @SuppressWarnings("serial") // a copy made by FirstOf.copyOf, which is serialisable
    private final List<Amount> earlierReceivables;

    private final @Nullable FigureItems items;

    private CollectionFigures(Builder builder) {
        period = builder.period;
        openingReceivables = builder.openingReceivables;
        closingReceivables = builder.closingReceivables;
        sales = FirstOf.copyOf(builder.sales);
        collected = builder.collected;
        overdue = builder.overdue;
        overdueItems = builder.overdueItems;
        dueCohortPaidByDueDate = builder.dueCohortPaidByDueDate;
        dueCohortPaidByPeriodEnd = builder.dueCohortPaidByPeriodEnd;
        daysLate = builder.daysLate;
        disputed = builder.disputed;
        disputedInvoices = builder.disputedInvoices;
        billed = builder.billed;
        creditNotes = builder.creditNotes;
        refunds = builder.refunds;
        writeOffs = builder.writeOffs;
        recoveries = builder.recoveries;
        badDebtExpense = builder.badDebtExpense;
        badDebts = builder.badDebts;
        overNinetyDays = builder.overNinetyDays;
        unbilled = builder.unbilled;
        unappliedReceipts = builder.unappliedReceipts;
        unappliedCash = builder.unappliedCash;
        earlierReceivables = FirstOf.copyOf(builder.earlierReceivables);
        items = builder.items;
    }

    /** Starts from nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A part of a whole.
     *
     * @param part what is part of it
     * @param whole all of it
     * @param <T> amounts, counts or fractions
     */
    public record ShareOf<T extends Serializable>(T part, T whole) implements Serializable {
        /** Checks that both are there, and that as many are part as there are at most. */
        public ShareOf {
            requireNonNull(part, "part");
            requireNonNull(whole, "whole");
            if (part instanceof Long some && whole instanceof Long all) {
                Require.that(all >= 0, "number.negative", "whole", "must not be negative", all);
                Require.that(some >= 0 && some <= all, "count.part", "part", "must be between 0 and " + all, some);
            }
        }
    }

    /**
     * Days late of invoices that were settled.
     *
     * @param days the sum over all of them, where early and on time count 0
     * @param invoices how many were settled
     */
    public record DaysLate(long days, long invoices) implements Serializable {
        /** Checks that both can be. */
        public DaysLate {
            Require.that(days >= 0, "number.negative", "days", "must not be negative", days);
            Require.that(invoices >= 0, "number.negative", "invoices", "must not be negative", invoices);
            Require.that(invoices > 0 || days == 0, "days-late.invoices", "days", "must be 0 without invoices", days);
        }
    }

    /** The period that the figures are about. */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** The currency code of all amounts; empty if there are none. */
    public Optional<String> currency() {
        return amounts().findFirst().map(amount -> amount.getCurrency().getCurrencyCode());
    }

    /** What was owed when the period began. */
    public Optional<Amount> openingReceivables() {
        return Optional.ofNullable(openingReceivables);
    }

    /** What was owed at the end of the period. */
    public Optional<Amount> closingReceivables() {
        return Optional.ofNullable(closingReceivables);
    }

    /** Credit sales, the newest period last; the last one is the period of these figures. */
    public List<SalesPeriod> sales() {
        return sales;
    }

    /** What was collected in the period. */
    public Optional<Amount> collected() {
        return Optional.ofNullable(collected);
    }

    /** What is past due, of what is open at the end of the period. */
    public Optional<ShareOf<Amount>> overdue() {
        return Optional.ofNullable(overdue);
    }

    /** As {@link #overdue()}, by the number of items. */
    public Optional<ShareOf<Long>> overdueItems() {
        return Optional.ofNullable(overdueItems);
    }

    /** What was paid by its due date, of what fell due in the period. */
    public Optional<ShareOf<Amount>> dueCohortPaidByDueDate() {
        return Optional.ofNullable(dueCohortPaidByDueDate);
    }

    /** What was paid by the end of the period, of what fell due in it. */
    public Optional<ShareOf<Amount>> dueCohortPaidByPeriodEnd() {
        return Optional.ofNullable(dueCohortPaidByPeriodEnd);
    }

    /** How late the invoices were that were settled in the period. */
    public Optional<DaysLate> daysLate() {
        return Optional.ofNullable(daysLate);
    }

    /** What was disputed, of what was invoiced in the period. */
    public Optional<ShareOf<Amount>> disputed() {
        return Optional.ofNullable(disputed);
    }

    /** As {@link #disputed()}, by the number of invoices. */
    public Optional<ShareOf<Long>> disputedInvoices() {
        return Optional.ofNullable(disputedInvoices);
    }

    /** What was owed before {@link #openingReceivables()}: at the beginning of each period before this one, the oldest first. */
    public List<Amount> earlierReceivables() {
        return earlierReceivables;
    }

    /** What was invoiced in the period, before credit notes. */
    public Optional<Amount> billed() {
        return Optional.ofNullable(billed);
    }

    /** What was credited in the period. */
    public Optional<Amount> creditNotes() {
        return Optional.ofNullable(creditNotes);
    }

    /** What was paid back to customers in the period. */
    public Optional<Amount> refunds() {
        return Optional.ofNullable(refunds);
    }

    /** What was written off in the period. */
    public Optional<Amount> writeOffs() {
        return Optional.ofNullable(writeOffs);
    }

    /** What came in of earlier write-offs. */
    public Optional<Amount> recoveries() {
        return Optional.ofNullable(recoveries);
    }

    /** What was charged to profit for bad debts. */
    public Optional<Amount> badDebtExpense() {
        return Optional.ofNullable(badDebtExpense);
    }

    /** What was known to be a bad debt in the period. */
    public Optional<Amount> badDebts() {
        return Optional.ofNullable(badDebts);
    }

    /** What is more than 90 days past due. */
    public Optional<Amount> overNinetyDays() {
        return Optional.ofNullable(overNinetyDays);
    }

    /** What was rendered and not invoiced yet. */
    public Optional<Amount> unbilled() {
        return Optional.ofNullable(unbilled);
    }

    /** What is not applied, of the cash that was received in the period. */
    public Optional<ShareOf<Amount>> unappliedReceipts() {
        return Optional.ofNullable(unappliedReceipts);
    }

    /** What is not applied, of receivables. */
    public Optional<ShareOf<Amount>> unappliedCash() {
        return Optional.ofNullable(unappliedCash);
    }

    /** What is open at the end of the period and not past due. */
    public Optional<Amount> current() {
        return overdue().map(share -> share.whole().subtract(share.part()));
    }

    /** The items behind the figures; empty where they were not asked for. */
    public Optional<FigureItems> items() {
        return Optional.ofNullable(items);
    }

    /** The sales of the period itself: the last ones. */
    Optional<SalesPeriod> salesOfPeriod() {
        return sales.isEmpty() ? Optional.empty() : Optional.of(sales.get(sales.size() - 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CollectionFigures that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return "figures" + (period == null ? "" : " of " + period);
    }

    private Object readResolve() {
        return new Builder(this).build();
    }

    /** Whatever way they came in. */
    private CollectionFigures checked() {
        inOneCurrency();
        notNegative("recoveries", recoveries());
        notNegative("badDebts", badDebts());
        partOf(
                "paidByPeriodEnd",
                dueCohortPaidByPeriodEnd().map(ShareOf::part),
                "due",
                dueCohortPaidByPeriodEnd().map(ShareOf::whole));
        partOf(
                "paidByDueDate",
                dueCohortPaidByDueDate().map(ShareOf::part),
                "paidByPeriodEnd",
                dueCohortPaidByPeriodEnd().map(ShareOf::part));
        partOf(
                "unapplied",
                unappliedReceipts().map(ShareOf::part),
                "received",
                unappliedReceipts().map(ShareOf::whole));
        partOf("overNinetyDays", overNinetyDays(), "pastDue", overdue().map(ShareOf::part));
        items().ifPresent(behind -> behind.requireOf(this));
        return this;
    }

    private static void notNegative(String name, Optional<Amount> given) {
        given.ifPresent(
                amount -> Require.that(amount.signum() >= 0, "number.negative", name, "must not be negative", amount));
    }

    /** Where both are given: a part is not negative and not more than what it is a part of. */
    private static void partOf(String partName, Optional<Amount> part, String wholeName, Optional<Amount> whole) {
        if (part.isPresent() && whole.isPresent()) {
            Amount most = whole.get();
            Require.that(
                    part.get().signum() >= 0 && part.get().compareTo(most) <= 0,
                    "kpi.part",
                    partName,
                    "must be between 0 and " + wholeName + ", " + most,
                    part.get());
        }
    }

    private void inOneCurrency() {
        String expected = currency().orElse("");
        amounts().forEach(amount -> {
            String actual = amount.getCurrency().getCurrencyCode();
            if (!actual.equals(expected)) {
                throw new CurrencyMismatchException("figures", expected, actual);
            }
        });
    }

    private List<@Nullable Object> all() {
        return Arrays.asList(
                period,
                openingReceivables,
                closingReceivables,
                sales,
                collected,
                overdue,
                overdueItems,
                dueCohortPaidByDueDate,
                dueCohortPaidByPeriodEnd,
                daysLate,
                disputed,
                disputedInvoices,
                billed,
                creditNotes,
                refunds,
                writeOffs,
                recoveries,
                badDebtExpense,
                badDebts,
                overNinetyDays,
                unbilled,
                unappliedReceipts,
                unappliedCash,
                earlierReceivables,
                items);
    }

    private Stream<Amount> amounts() {
        return Stream.of(
                        Stream.of(
                                        openingReceivables(),
                                        closingReceivables(),
                                        collected(),
                                        billed(),
                                        creditNotes(),
                                        refunds(),
                                        writeOffs(),
                                        recoveries(),
                                        badDebtExpense(),
                                        badDebts(),
                                        overNinetyDays(),
                                        unbilled())
                                .flatMap(Optional::stream),
                        FirstOf.ofEachCurrency(earlierReceivables),
                        FirstOf.ofEachCurrency(sales).map(SalesPeriod::creditSales),
                        Stream.of(
                                        overdue(),
                                        dueCohortPaidByDueDate(),
                                        dueCohortPaidByPeriodEnd(),
                                        disputed(),
                                        unappliedReceipts(),
                                        unappliedCash())
                                .flatMap(Optional::stream)
                                .flatMap(share -> Stream.of(share.part(), share.whole())),
                        items().stream().flatMap(FigureItems::amounts))
                .flatMap(each -> each);
    }

    /** Collects figures; not safe to share between threads. Amounts of two currencies are refused by {@link #build}. */
    public static final class Builder {
        private List<SalesPeriod> sales = new ArrayList<>();
        private @Nullable ServicePeriod period;
        private @Nullable Amount openingReceivables;
        private @Nullable Amount closingReceivables;
        private @Nullable Amount collected;
        private @Nullable ShareOf<Amount> overdue;
        private @Nullable ShareOf<Long> overdueItems;
        private @Nullable ShareOf<Amount> dueCohortPaidByDueDate;
        private @Nullable ShareOf<Amount> dueCohortPaidByPeriodEnd;
        private @Nullable DaysLate daysLate;
        private @Nullable ShareOf<Amount> disputed;
        private @Nullable ShareOf<Long> disputedInvoices;
        private @Nullable Amount billed;
        private @Nullable Amount creditNotes;
        private @Nullable Amount refunds;
        private @Nullable Amount writeOffs;
        private @Nullable Amount recoveries;
        private @Nullable Amount badDebtExpense;
        private @Nullable Amount badDebts;
        private @Nullable Amount overNinetyDays;
        private @Nullable Amount unbilled;
        private @Nullable ShareOf<Amount> unappliedReceipts;
        private @Nullable ShareOf<Amount> unappliedCash;
        private List<Amount> earlierReceivables = List.of();
        private @Nullable FigureItems items;

        private Builder() {}

        private Builder(CollectionFigures figures) {
            sales = new ArrayList<>(figures.sales);
            period = figures.period;
            openingReceivables = figures.openingReceivables;
            closingReceivables = figures.closingReceivables;
            collected = figures.collected;
            overdue = figures.overdue;
            overdueItems = figures.overdueItems;
            dueCohortPaidByDueDate = figures.dueCohortPaidByDueDate;
            dueCohortPaidByPeriodEnd = figures.dueCohortPaidByPeriodEnd;
            daysLate = figures.daysLate;
            disputed = figures.disputed;
            disputedInvoices = figures.disputedInvoices;
            billed = figures.billed;
            creditNotes = figures.creditNotes;
            refunds = figures.refunds;
            writeOffs = figures.writeOffs;
            recoveries = figures.recoveries;
            badDebtExpense = figures.badDebtExpense;
            badDebts = figures.badDebts;
            overNinetyDays = figures.overNinetyDays;
            unbilled = figures.unbilled;
            unappliedReceipts = figures.unappliedReceipts;
            unappliedCash = figures.unappliedCash;
            earlierReceivables = figures.earlierReceivables;
            items = figures.items;
        }

        /** The period that the figures are about. */
        public Builder period(ServicePeriod newPeriod) {
            period = requireNonNull(newPeriod, "period");
            return this;
        }

        /** What was owed when the period began, money on account deducted. */
        public Builder openingReceivables(MonetaryAmount amount) {
            openingReceivables = Amount.from(amount);
            return this;
        }

        /** What was owed at the end of the period, money on account deducted; may be negative. */
        public Builder closingReceivables(MonetaryAmount amount) {
            closingReceivables = Amount.from(amount);
            return this;
        }

        /** Adds the sales of a period that came after those that are there; the last one is the period itself. */
        public Builder sales(SalesPeriod sold) {
            if (sales instanceof FirstOf) {
                sales = new ArrayList<>(sales);
            }
            sales.add(requireNonNull(sold, "sold"));
            return this;
        }

        /**
         * The sales of the first periods of a history, in place of those that are there; the last of them is the period
         * itself. If the history knows what was owed at the beginning of each, that of those before the last are the earlier
         * receivables. The figures of all periods share the history and copy none of it.
         *
         * @param periods how many of them, from 0 to all
         */
        public Builder sales(SalesHistory history, int periods) {
            sales = new FirstOf<>(history.periods(), periods);
            if (!history.openingReceivables().isEmpty()) {
                earlierReceivables = new FirstOf<>(history.openingReceivables(), Math.max(0, periods - 1));
            }
            return this;
        }

        /** What was collected in the period. */
        public Builder collected(MonetaryAmount amount) {
            collected = Amount.from(amount);
            return this;
        }

        /** How much of what is open at the end is past due; today's due date is not. */
        public Builder overdue(MonetaryAmount pastDue, MonetaryAmount open) {
            overdue = new ShareOf<>(Amount.from(pastDue), Amount.from(open));
            return this;
        }

        /** How many of the items open at the end are past due. */
        public Builder overdueItems(long pastDue, long open) {
            overdueItems = counts(pastDue, open, "pastDue", "open");
            return this;
        }

        /** Of what fell due in the period, how much was paid by its due date, and by the end of the period. */
        public Builder dueCohort(MonetaryAmount due, MonetaryAmount paidByDueDate, MonetaryAmount paidByPeriodEnd) {
            dueCohortPaidByDueDate = new ShareOf<>(Amount.from(paidByDueDate), Amount.from(due));
            dueCohortPaidByPeriodEnd = new ShareOf<>(Amount.from(paidByPeriodEnd), Amount.from(due));
            return this;
        }

        /**
         * How late the invoices were that were settled in the period.
         *
         * @param days the sum over all of them, where early and on time count 0
         * @param invoices how many were settled
         */
        public Builder daysLate(long days, long invoices) {
            daysLate = new DaysLate(days, invoices);
            return this;
        }

        /** How much of what was invoiced was disputed. */
        public Builder disputed(MonetaryAmount inDispute, MonetaryAmount invoiced) {
            disputed = new ShareOf<>(Amount.from(inDispute), Amount.from(invoiced));
            return this;
        }

        /** How many of the invoices were disputed. */
        public Builder disputedInvoices(long inDispute, long invoices) {
            disputedInvoices = counts(inDispute, invoices, "inDispute", "invoices");
            return this;
        }

        /**
         * What was owed before {@link #openingReceivables}: at the beginning of each period before this one, the oldest first. With sales by month
         * and the balance of 31 January as opening, those of 30 November and 31 December.
         */
        public Builder earlierReceivables(List<? extends MonetaryAmount> oldestFirst) {
            earlierReceivables = oldestFirst.stream().map(Amount::from).toList();
            return this;
        }

        /** How much of what is open at the end is not past due: {@link #overdue} by the other part. */
        public Builder current(MonetaryAmount notPastDue, MonetaryAmount open) {
            Amount whole = Amount.from(open);
            return overdue(whole.subtract(notPastDue), whole);
        }

        /** What was invoiced in the period, before credit notes. */
        public Builder billed(MonetaryAmount amount) {
            billed = Amount.from(amount);
            return this;
        }

        /** What was credited in the period; below 0 where more of earlier credit notes turned out to be none. */
        public Builder creditNotes(MonetaryAmount amount) {
            creditNotes = Amount.from(amount);
            return this;
        }

        /**
         * What was paid back to customers in the period: {@link #collected} does not have it deducted, collection rates deduct it. Below 0 where more of earlier refunds
         * turned out to be none.
         */
        public Builder refunds(MonetaryAmount amount) {
            refunds = Amount.from(amount);
            return this;
        }

        /** What was written off in the period; below 0 where more of earlier write-offs turned out to be none. */
        public Builder writeOffs(MonetaryAmount amount) {
            writeOffs = Amount.from(amount);
            return this;
        }

        /** What came in during the period of what had been written off, 0 or more. */
        public Builder recoveries(MonetaryAmount amount) {
            recoveries = notNegative(amount, "recoveries");
            return this;
        }

        /** What was charged to profit for bad debts in the period; negative where more was released. */
        public Builder badDebtExpense(MonetaryAmount amount) {
            badDebtExpense = Amount.from(amount);
            return this;
        }

        /** What was known to be a bad debt in the period, written off or not, 0 or more. */
        public Builder badDebts(MonetaryAmount amount) {
            badDebts = notNegative(amount, "badDebts");
            return this;
        }

        /** What is 91 days past due or more, of what is open at the end of the period. */
        public Builder overNinetyDays(MonetaryAmount amount) {
            overNinetyDays = Amount.from(amount);
            return this;
        }

        /** What was rendered and not invoiced yet at the end of the period (work in progress), at what it will be invoiced for. */
        public Builder unbilled(MonetaryAmount amount) {
            unbilled = Amount.from(amount);
            return this;
        }

        /** How much of the cash received in the period is applied to nothing at its end; prepayments of an order are not among it. */
        public Builder unappliedReceipts(MonetaryAmount unapplied, MonetaryAmount received) {
            unappliedReceipts = new ShareOf<>(Amount.from(unapplied), Amount.from(received));
            return this;
        }

        /** How much cash, whenever it came, is applied to nothing at the end of the period, and what is open in invoices. */
        public Builder unappliedCash(MonetaryAmount unapplied, MonetaryAmount open) {
            unappliedCash = new ShareOf<>(Amount.from(unapplied), Amount.from(open));
            return this;
        }

        /** The items behind the figures, which add up to those of them that are given. */
        public Builder items(FigureItems behind) {
            items = requireNonNull(behind, "behind");
            return this;
        }

        /**
         * The figures.
         *
         * @throws CurrencyMismatchException if amounts are in two currencies
         * @throws IllegalArgumentException if the items do not add up to a figure, or a part is negative or more than its whole: what was paid of what fell due, what is not
         *     applied of what was received, what is over 90 days of what is past due
         */
        public CollectionFigures build() {
            return new CollectionFigures(this).checked();
        }

        private static Amount notNegative(MonetaryAmount given, String name) {
            Amount amount = Amount.from(given);
            Require.that(amount.signum() >= 0, "number.negative", name, "must not be negative", amount);
            return amount;
        }

        private static ShareOf<Long> counts(long part, long whole, String partName, String wholeName) {
            Require.that(whole >= 0, "number.negative", wholeName, "must not be negative", whole);
            Require.that(part >= 0 && part <= whole, "count.part", partName, "must be between 0 and " + whole, part);
            return new ShareOf<>(part, whole);
        }
    }
}
