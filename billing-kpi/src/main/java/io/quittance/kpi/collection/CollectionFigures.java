package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What the KPIs of a period are computed from, in one currency. Give what you have: a KPI that needs a figure that is not
 * there is undefined and names it. {@code io.quittance.kpi.ledger.LedgerFigures} reads those that a ledger knows, and {@code ReceivableReadings}
 * beside it those of invoices and payments that you keep yourself.
 */
public final class CollectionFigures implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ServicePeriod period;

    /** Nobody changes these three: the builder's are copied. */
    private final EnumMap<MoneyFigure, Amount> amounts;

    private final EnumMap<MoneyShare, ShareOf<Amount>> shares;
    private final EnumMap<CountShare, ShareOf<Long>> counts;
    private final @Nullable DaysLate daysLate;

    @SuppressWarnings("serial") // a copy made by FirstOf.copyOf, which is serialisable
    private final List<SalesPeriod> sales;

    @SuppressWarnings("serial") // a copy made by FirstOf.copyOf, which is serialisable
    private final List<Amount> earlierReceivables;

    private final @Nullable FigureItems items;

    private CollectionFigures(Builder builder) {
        period = builder.period;
        amounts = new EnumMap<>(builder.amounts);
        shares = new EnumMap<>(builder.shares);
        counts = new EnumMap<>(builder.counts);
        daysLate = builder.daysLate;
        sales = FirstOf.copyOf(builder.sales);
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

        private DaysLate plus(DaysLate more) {
            return new DaysLate(days + more.days, invoices + more.invoices);
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
        return given(MoneyFigure.OPENING_RECEIVABLES);
    }

    /** What was owed at the end of the period. */
    public Optional<Amount> closingReceivables() {
        return given(MoneyFigure.CLOSING_RECEIVABLES);
    }

    /** Credit sales, the newest period last; the last one is the period of these figures. */
    public List<SalesPeriod> sales() {
        return sales;
    }

    /** What was collected in the period. */
    public Optional<Amount> collected() {
        return given(MoneyFigure.COLLECTED);
    }

    /** What is past due, of what is open at the end of the period. */
    public Optional<ShareOf<Amount>> overdue() {
        return given(MoneyShare.OVERDUE);
    }

    /** As {@link #overdue()}, by the number of items. */
    public Optional<ShareOf<Long>> overdueItems() {
        return given(CountShare.OVERDUE_ITEMS);
    }

    /** What was paid by its due date, of what fell due in the period. */
    public Optional<ShareOf<Amount>> dueCohortPaidByDueDate() {
        return given(MoneyShare.DUE_COHORT_PAID_BY_DUE_DATE);
    }

    /** What was paid by the end of the period, of what fell due in it. */
    public Optional<ShareOf<Amount>> dueCohortPaidByPeriodEnd() {
        return given(MoneyShare.DUE_COHORT_PAID_BY_PERIOD_END);
    }

    /** How late the invoices were that were settled in the period. */
    public Optional<DaysLate> daysLate() {
        return Optional.ofNullable(daysLate);
    }

    /** What was disputed, of what was invoiced in the period. */
    public Optional<ShareOf<Amount>> disputed() {
        return given(MoneyShare.DISPUTED);
    }

    /** As {@link #disputed()}, by the number of invoices. */
    public Optional<ShareOf<Long>> disputedInvoices() {
        return given(CountShare.DISPUTED_INVOICES);
    }

    /** What was owed before {@link #openingReceivables()}: at the beginning of each period before this one, the oldest first. */
    public List<Amount> earlierReceivables() {
        return earlierReceivables;
    }

    /** What was invoiced in the period, before credit notes. */
    public Optional<Amount> billed() {
        return given(MoneyFigure.BILLED);
    }

    /** What was credited in the period. */
    public Optional<Amount> creditNotes() {
        return given(MoneyFigure.CREDIT_NOTES);
    }

    /** What was paid back to customers in the period. */
    public Optional<Amount> refunds() {
        return given(MoneyFigure.REFUNDS);
    }

    /** What was written off in the period. */
    public Optional<Amount> writeOffs() {
        return given(MoneyFigure.WRITE_OFFS);
    }

    /** Of how many receivables something was written off in the period, of those that were open in it. */
    public Optional<ShareOf<Long>> writeOffItems() {
        return given(CountShare.WRITE_OFF_ITEMS);
    }

    /** What came in of earlier write-offs. */
    public Optional<Amount> recoveries() {
        return given(MoneyFigure.RECOVERIES);
    }

    /** What was charged to profit for bad debts. */
    public Optional<Amount> badDebtExpense() {
        return given(MoneyFigure.BAD_DEBT_EXPENSE);
    }

    /** What was known to be a bad debt in the period. */
    public Optional<Amount> badDebts() {
        return given(MoneyFigure.BAD_DEBTS);
    }

    /** What is more than 90 days past due. */
    public Optional<Amount> overNinetyDays() {
        return given(MoneyFigure.OVER_NINETY_DAYS);
    }

    /** What was rendered and not invoiced yet. */
    public Optional<Amount> unbilled() {
        return given(MoneyFigure.UNBILLED);
    }

    /** What is not applied, of the cash that was received in the period. */
    public Optional<ShareOf<Amount>> unappliedReceipts() {
        return given(MoneyShare.UNAPPLIED_RECEIPTS);
    }

    /** What is not applied, of receivables. */
    public Optional<ShareOf<Amount>> unappliedCash() {
        return given(MoneyShare.UNAPPLIED_CASH);
    }

    /** What is open at the end of the period and not past due. */
    public Optional<Amount> current() {
        return overdue().map(share -> share.whole().subtract(share.part()));
    }

    /** The items behind the figures; empty where they were not asked for. */
    public Optional<FigureItems> items() {
        return Optional.ofNullable(items);
    }

    /**
     * The same figures, each amount so many times as much, such as those of books that are kept in thousands; what is counted stays.
     *
     * @param factor more than 0
     * @throws ArithmeticException if an amount would have too many digits
     */
    public CollectionFigures times(BigDecimal factor) {
        return converted(Conversion.times(Require.positive(factor, "factor")));
    }

    CollectionFigures converted(Conversion conversion) {
        var builder = new Builder(this);
        builder.amounts.replaceAll((figure, amount) -> figure.moment().convert(amount, conversion));
        builder.shares.replaceAll((figure, share) -> new ShareOf<>(
                figure.moment().convert(share.part(), conversion),
                figure.moment().convert(share.whole(), conversion)));
        int newest = sales.size() - 1;
        builder.sales = IntStream.rangeClosed(0, newest)
                .mapToObj(i -> new SalesPeriod(
                        sales.get(i).days(), conversion.flow(sales.get(i).creditSales(), newest - i)))
                .toList();
        int earlier = earlierReceivables.size();
        builder.earlierReceivables = IntStream.range(0, earlier)
                .mapToObj(i -> conversion.balance(earlierReceivables.get(i), earlier + 1 - i))
                .toList();
        builder.items = items == null ? null : items.converted(conversion);
        return builder.build();
    }

    /**
     * These figures and those of other books of the same period together: what is given of both.
     *
     * @throws IllegalArgumentException if their periods of sales have other lengths, or an item is in both
     */
    CollectionFigures plus(CollectionFigures other) {
        var sum = new Builder(this);
        sum.amounts.keySet().retainAll(other.amounts.keySet());
        sum.amounts.replaceAll((figure, amount) -> amount.add(other.amounts.getOrDefault(figure, amount)));
        sum.shares.keySet().retainAll(other.shares.keySet());
        sum.shares.replaceAll((figure, share) -> {
            ShareOf<Amount> more = other.shares.getOrDefault(figure, share);
            return new ShareOf<>(share.part().add(more.part()), share.whole().add(more.whole()));
        });
        sum.counts.keySet().retainAll(other.counts.keySet());
        sum.counts.replaceAll((figure, share) -> {
            ShareOf<Long> more = other.counts.getOrDefault(figure, share);
            return new ShareOf<>(share.part() + more.part(), share.whole() + more.whole());
        });
        sum.daysLate = daysLate == null || other.daysLate == null ? null : daysLate.plus(other.daysLate);
        sum.sales = pairs(sales, other.sales, SalesPeriod::plus);
        sum.earlierReceivables = pairs(earlierReceivables, other.earlierReceivables, Amount::add);
        sum.items = items == null || other.items == null
                ? null
                : items.plus(other.items, figure -> knows(items, figure) && other.knows(other.items, figure));
        return sum.build();
    }

    /** Whether it is known what each item has of an amount; of nothing, none has. */
    private boolean knows(FigureItems behind, MoneyFigure figure) {
        return behind.knows(figure)
                || given(figure).filter(amount -> amount.signum() == 0).isPresent();
    }

    /** The last of both, as many as there are of each. */
    private static <T> List<T> pairs(List<T> one, List<T> other, BinaryOperator<T> sum) {
        int size = Math.min(one.size(), other.size());
        return IntStream.range(0, size)
                .mapToObj(i -> sum.apply(one.get(one.size() - size + i), other.get(other.size() - size + i)))
                .toList();
    }

    Optional<Amount> given(MoneyFigure figure) {
        return Optional.ofNullable(amounts.get(figure));
    }

    private Optional<ShareOf<Amount>> given(MoneyShare figure) {
        return Optional.ofNullable(shares.get(figure));
    }

    private Optional<ShareOf<Long>> given(CountShare figure) {
        return Optional.ofNullable(counts.get(figure));
    }

    /** The sales of the period itself: the last ones. */
    Optional<SalesPeriod> salesOfPeriod() {
        return sales.isEmpty() ? Optional.empty() : Optional.of(sales.get(sales.size() - 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CollectionFigures that
                && Objects.equals(period, that.period)
                && amounts.equals(that.amounts)
                && shares.equals(that.shares)
                && counts.equals(that.counts)
                && Objects.equals(daysLate, that.daysLate)
                && sales.equals(that.sales)
                && earlierReceivables.equals(that.earlierReceivables)
                && Objects.equals(items, that.items);
    }

    /** Of the values alone: that of the constant of an enum is another in every run of a program. */
    @Override
    public int hashCode() {
        return Objects.hash(
                period,
                List.copyOf(amounts.values()),
                List.copyOf(shares.values()),
                List.copyOf(counts.values()),
                daysLate,
                sales,
                earlierReceivables,
                items);
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
        partOf(
                "inDispute",
                disputed().map(ShareOf::part),
                "invoiced",
                disputed().map(ShareOf::whole));
        partOf("overNinetyDays", overNinetyDays(), "pastDue", overdue().map(ShareOf::part));
        items().ifPresent(behind -> behind.requireOf(this));
        return this;
    }

    private static void notNegative(String name, Optional<Amount> given) {
        given.ifPresent(
                amount -> Require.that(amount.signum() >= 0, "number.negative", name, "must not be negative", amount));
    }

    /** Where both are given: a part is not negative and not more than what it is a part of. */
    static void partOf(String partName, Optional<Amount> part, String wholeName, Optional<Amount> whole) {
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

    private Stream<Amount> amounts() {
        return Stream.of(
                        amounts.values().stream(),
                        FirstOf.ofEachCurrency(earlierReceivables),
                        FirstOf.ofEachCurrency(sales).map(SalesPeriod::creditSales),
                        shares.values().stream().flatMap(share -> Stream.of(share.part(), share.whole())),
                        items().stream().flatMap(FigureItems::amounts))
                .flatMap(each -> each);
    }

    /** Collects figures; not safe to share between threads. Amounts of two currencies are refused by {@link #build}. */
    public static final class Builder {
        private final EnumMap<MoneyFigure, Amount> amounts = new EnumMap<>(MoneyFigure.class);
        private final EnumMap<MoneyShare, ShareOf<Amount>> shares = new EnumMap<>(MoneyShare.class);
        private final EnumMap<CountShare, ShareOf<Long>> counts = new EnumMap<>(CountShare.class);
        private List<SalesPeriod> sales = new ArrayList<>();
        private List<Amount> earlierReceivables = List.of();
        private @Nullable ServicePeriod period;
        private @Nullable DaysLate daysLate;
        private @Nullable FigureItems items;

        private Builder() {}

        private Builder(CollectionFigures figures) {
            amounts.putAll(figures.amounts);
            shares.putAll(figures.shares);
            counts.putAll(figures.counts);
            sales = new ArrayList<>(figures.sales);
            earlierReceivables = figures.earlierReceivables;
            period = figures.period;
            daysLate = figures.daysLate;
            items = figures.items;
        }

        private Builder put(MoneyFigure figure, MonetaryAmount amount) {
            amounts.put(figure, Amount.from(amount));
            return this;
        }

        private Builder put(MoneyShare figure, MonetaryAmount part, MonetaryAmount whole) {
            shares.put(figure, new ShareOf<>(Amount.from(part), Amount.from(whole)));
            return this;
        }

        /** The period that the figures are about. */
        public Builder period(ServicePeriod newPeriod) {
            period = requireNonNull(newPeriod, "period");
            return this;
        }

        /** What was owed when the period began, money on account deducted. */
        public Builder openingReceivables(MonetaryAmount amount) {
            return put(MoneyFigure.OPENING_RECEIVABLES, amount);
        }

        /** What was owed at the end of the period, money on account deducted; may be negative. */
        public Builder closingReceivables(MonetaryAmount amount) {
            return put(MoneyFigure.CLOSING_RECEIVABLES, amount);
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
            return put(MoneyFigure.COLLECTED, amount);
        }

        /** How much of what is open at the end is past due; today's due date is not. */
        public Builder overdue(MonetaryAmount pastDue, MonetaryAmount open) {
            return put(MoneyShare.OVERDUE, pastDue, open);
        }

        /** How many of the items open at the end are past due. */
        public Builder overdueItems(long pastDue, long open) {
            return put(CountShare.OVERDUE_ITEMS, pastDue, open, "pastDue", "open");
        }

        /** Of what fell due in the period, how much was paid by its due date, and by the end of the period. */
        public Builder dueCohort(MonetaryAmount due, MonetaryAmount paidByDueDate, MonetaryAmount paidByPeriodEnd) {
            return put(MoneyShare.DUE_COHORT_PAID_BY_DUE_DATE, paidByDueDate, due)
                    .put(MoneyShare.DUE_COHORT_PAID_BY_PERIOD_END, paidByPeriodEnd, due);
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

        /** How much of what was invoiced was disputed; not more than that. */
        public Builder disputed(MonetaryAmount inDispute, MonetaryAmount invoiced) {
            return put(MoneyShare.DISPUTED, inDispute, invoiced);
        }

        /** How many of the invoices were disputed. */
        public Builder disputedInvoices(long inDispute, long invoices) {
            return put(CountShare.DISPUTED_INVOICES, inDispute, invoices, "inDispute", "invoices");
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
            return put(MoneyFigure.BILLED, amount);
        }

        /** What was credited in the period; below 0 where more of earlier credit notes turned out to be none. */
        public Builder creditNotes(MonetaryAmount amount) {
            return put(MoneyFigure.CREDIT_NOTES, amount);
        }

        /**
         * What was paid back to customers in the period: {@link #collected} does not have it deducted, collection rates deduct it. Below 0 where more of earlier refunds
         * turned out to be none.
         */
        public Builder refunds(MonetaryAmount amount) {
            return put(MoneyFigure.REFUNDS, amount);
        }

        /** What was written off in the period; below 0 where more of earlier write-offs turned out to be none. */
        public Builder writeOffs(MonetaryAmount amount) {
            return put(MoneyFigure.WRITE_OFFS, amount);
        }

        /**
         * Of how many receivables something was written off in the period. Four that were open when it began and six that became so are ten, whatever is left of them.
         *
         * @param writtenOff how many
         * @param open of how many that were open at the beginning of the period, or became open in it
         */
        public Builder writeOffItems(long writtenOff, long open) {
            return put(CountShare.WRITE_OFF_ITEMS, writtenOff, open, "writtenOff", "open");
        }

        /** What came in during the period of what had been written off, 0 or more. */
        public Builder recoveries(MonetaryAmount amount) {
            return put(MoneyFigure.RECOVERIES, notNegative(amount, "recoveries"));
        }

        /** What was charged to profit for bad debts in the period; negative where more was released. */
        public Builder badDebtExpense(MonetaryAmount amount) {
            return put(MoneyFigure.BAD_DEBT_EXPENSE, amount);
        }

        /** What was known to be a bad debt in the period, written off or not, 0 or more. */
        public Builder badDebts(MonetaryAmount amount) {
            return put(MoneyFigure.BAD_DEBTS, notNegative(amount, "badDebts"));
        }

        /** What is 91 days past due or more, of what is open at the end of the period. */
        public Builder overNinetyDays(MonetaryAmount amount) {
            return put(MoneyFigure.OVER_NINETY_DAYS, amount);
        }

        /** What was rendered and not invoiced yet at the end of the period (work in progress), at what it will be invoiced for. */
        public Builder unbilled(MonetaryAmount amount) {
            return put(MoneyFigure.UNBILLED, amount);
        }

        /** How much of the cash received in the period is applied to nothing at its end; prepayments of an order are not among it. */
        public Builder unappliedReceipts(MonetaryAmount unapplied, MonetaryAmount received) {
            return put(MoneyShare.UNAPPLIED_RECEIPTS, unapplied, received);
        }

        /** How much cash, whenever it came, is applied to nothing at the end of the period, and what is open in invoices. */
        public Builder unappliedCash(MonetaryAmount unapplied, MonetaryAmount open) {
            return put(MoneyShare.UNAPPLIED_CASH, unapplied, open);
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
         *     applied of what was received, what was disputed of what was invoiced, what is over 90 days of what is past due
         */
        public CollectionFigures build() {
            return new CollectionFigures(this).checked();
        }

        private static Amount notNegative(MonetaryAmount given, String name) {
            Amount amount = Amount.from(given);
            Require.that(amount.signum() >= 0, "number.negative", name, "must not be negative", amount);
            return amount;
        }

        private Builder put(CountShare figure, long part, long whole, String partName, String wholeName) {
            Require.that(whole >= 0, "number.negative", wholeName, "must not be negative", whole);
            Require.that(part >= 0 && part <= whole, "count.part", partName, "must be between 0 and " + whole, part);
            counts.put(figure, new ShareOf<>(part, whole));
            return this;
        }
    }
}
