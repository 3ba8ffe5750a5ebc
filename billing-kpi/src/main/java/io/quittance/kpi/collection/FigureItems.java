package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The invoices, payments and credit notes behind figures of a period, for results that name them. They add up to the figures: 40.00 that are 5 days past due and 60.00 that are not are
 * 40.00 of 100.00 overdue.
 *
 * <p>What is open, on account, due, settled, issued, outstanding and received is all there is of it. What each thing has of an amount of the period, such as of what was collected, is given
 * where it is known; a result names nothing if it is made of an amount of which it is not known. They are given in any order, and kept by id.
 */
public final class FigureItems implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a list made by Stream.toList, which is serialisable
    private final List<Open> open;

    @SuppressWarnings("serial") // as above
    private final List<OnAccount> onAccount;

    @SuppressWarnings("serial") // as above
    private final List<Due> due;

    @SuppressWarnings("serial") // as above
    private final List<Settled> settled;

    @SuppressWarnings("serial") // as above
    private final List<Issued> issued;

    @SuppressWarnings("serial") // as above
    private final List<Outstanding> outstanding;

    @SuppressWarnings("serial") // as above
    private final List<Received> received;

    /** Without those of which it is not known; nobody changes it. */
    private final EnumMap<MoneyFigure, List<Item>> amounts = new EnumMap<>(MoneyFigure.class);

    private FigureItems(Builder builder) {
        open = onceEach(builder.open, Open::id, "open");
        onAccount = onceEach(builder.onAccount, OnAccount::id, "onAccount");
        due = onceEach(builder.due, Due::id, "due");
        settled = onceEach(builder.settled, Settled::id, "settled");
        issued = onceEach(builder.issued, Issued::id, "issued");
        outstanding = onceEach(builder.outstanding, Outstanding::id, "outstanding");
        received = onceEach(builder.received, Received::id, "received");
        builder.amounts.forEach((figure, items) -> amounts.put(figure, onceEach(items, Item::id, figure.argument())));
    }

    /** Starts from nothing. */
    public static Builder builder() {
        return new Builder();
    }

    private static <T> List<T> onceEach(List<T> items, Function<T, String> id, String argument) {
        var ids = new HashSet<String>();
        for (T item : items) {
            Require.that(ids.add(id.apply(item)), "kpi.item", argument, "must have each id once", id.apply(item));
        }
        return items.stream().sorted(Comparator.comparing(id)).toList();
    }

    /**
     * Something open.
     *
     * @param id of the receivable
     * @param amount what is open of it
     * @param daysPastDue calendar days from its due date on; 0 on that day, and negative before it
     */
    public record Open(String id, Amount amount, long daysPastDue) implements Serializable {
        /** Checks the parts. */
        public Open {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * A payment or credit of which something is on account.
     *
     * @param id of the payment or credit
     * @param amount what is on account of it
     * @param cash whether it is money and was not paid in advance for what is to be invoiced; a credit is none
     */
    public record OnAccount(String id, Amount amount, boolean cash) implements Serializable {
        /** Checks the parts. */
        public OnAccount {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * What one thing has of an amount.
     *
     * @param id of the receivable, payment or credit note
     * @param amount what of the amount is its; below 0 where more was taken off, or was on account
     */
    public record Item(String id, Amount amount) implements Serializable {
        /** Checks the parts. */
        public Item {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * A receivable that was open when the period began, or became open in it.
     *
     * @param id of the receivable
     * @param writtenOff whether something of it was written off in the period
     */
    public record Outstanding(String id, boolean writtenOff) implements Serializable {
        /** Checks that it has a name. */
        public Outstanding {
            Require.id(id, "id");
        }
    }

    /**
     * Cash that was received.
     *
     * @param id of the payment
     * @param amount of it
     * @param unapplied what of it is applied to nothing at the end of the period; not more than it
     */
    public record Received(String id, Amount amount, Amount unapplied) implements Serializable {
        /** Checks that what is unapplied is a part of what came. */
        public Received {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
            requireNonNull(unapplied, "unapplied");
            CollectionFigures.partOf("unapplied", Optional.of(unapplied), "amount", Optional.of(amount));
        }
    }

    /**
     * A debt that fell due.
     *
     * @param id of the receivable
     * @param amount what fell due of it
     * @param paidByDueDate what of it was paid by its due date, and has stayed paid
     * @param paidByPeriodEnd what of it was paid by the end of the period; as much or more, and not more than fell due
     */
    public record Due(String id, Amount amount, Amount paidByDueDate, Amount paidByPeriodEnd) implements Serializable {
        /** Checks that what was paid is a part of what fell due. */
        public Due {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
            requireNonNull(paidByDueDate, "paidByDueDate");
            requireNonNull(paidByPeriodEnd, "paidByPeriodEnd");
            CollectionFigures.partOf("paidByPeriodEnd", Optional.of(paidByPeriodEnd), "due", Optional.of(amount));
            CollectionFigures.partOf(
                    "paidByDueDate", Optional.of(paidByDueDate), "paidByPeriodEnd", Optional.of(paidByPeriodEnd));
        }
    }

    /**
     * An invoice that was settled.
     *
     * @param id of the receivable
     * @param daysLate after its due date; 0 for early and on time
     */
    public record Settled(String id, long daysLate) implements Serializable {
        /** Checks the parts. */
        public Settled {
            Require.id(id, "id");
            Require.that(daysLate >= 0, "number.negative", "daysLate", "must not be negative", daysLate);
        }
    }

    /**
     * An invoice.
     *
     * @param id of the receivable
     * @param amount of it
     * @param disputed what of it was contested; 0 if nothing, and not more than all of it
     */
    public record Issued(String id, Amount amount, Amount disputed) implements Serializable {
        /** Checks that what was contested is a part of it. */
        public Issued {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
            requireNonNull(disputed, "disputed");
            CollectionFigures.partOf("disputed", Optional.of(disputed), "amount", Optional.of(amount));
        }
    }

    /** What is open at the end of the period. */
    public List<Open> open() {
        return open;
    }

    /** Money and credits that settle nothing at the end of the period. */
    public List<OnAccount> onAccount() {
        return onAccount;
    }

    /** What fell due in the period. */
    public List<Due> due() {
        return due;
    }

    /** What was settled in the period. */
    public List<Settled> settled() {
        return settled;
    }

    /** What was invoiced in the period, without what turned out to be recorded by mistake. */
    public List<Issued> issued() {
        return issued;
    }

    /** What was open when the period began, or became open in it. */
    public List<Outstanding> outstanding() {
        return outstanding;
    }

    /** The cash that came in the period. */
    public List<Received> received() {
        return received;
    }

    /** What was owed of each when the period began, money on account below 0; empty where it is not known. */
    public List<Item> openingReceivables() {
        return given(MoneyFigure.OPENING_RECEIVABLES);
    }

    /** What was invoiced in the period, less what turned out in it to be none, by receivable; empty where it is not known. */
    public List<Item> billed() {
        return given(MoneyFigure.BILLED);
    }

    /** What was credited in the period, by credit note; empty where it is not known. */
    public List<Item> creditNotes() {
        return given(MoneyFigure.CREDIT_NOTES);
    }

    /** What was collected in the period, by receivable; empty where it is not known. */
    public List<Item> collected() {
        return given(MoneyFigure.COLLECTED);
    }

    /** What was paid back in the period, by credit note; empty where it is not known. */
    public List<Item> refunds() {
        return given(MoneyFigure.REFUNDS);
    }

    /** What was written off in the period, by receivable; empty where it is not known. */
    public List<Item> writeOffs() {
        return given(MoneyFigure.WRITE_OFFS);
    }

    /** What came in the period of what had been written off, by receivable; empty where it is not known. */
    public List<Item> recoveries() {
        return given(MoneyFigure.RECOVERIES);
    }

    private List<Item> given(MoneyFigure figure) {
        return amounts.getOrDefault(figure, List.of());
    }

    boolean knows(MoneyFigure figure) {
        return amounts.containsKey(figure);
    }

    /** What each has of an amount. */
    List<KpiItem> of(MoneyFigure figure) {
        return each(given(figure), Item::id, Item::amount);
    }

    /** What was sold: of invoices what was billed, and with a minus what credit notes gave. */
    List<KpiItem> sold() {
        return less(MoneyFigure.BILLED, MoneyFigure.CREDIT_NOTES);
    }

    /** What was written off, and with a minus what came in of it. */
    List<KpiItem> lost() {
        return less(MoneyFigure.WRITE_OFFS, MoneyFigure.RECOVERIES);
    }

    /** One thing can be in both. */
    private List<KpiItem> less(MoneyFigure figure, MoneyFigure taken) {
        return Stream.concat(
                        of(figure).stream(),
                        of(taken).stream()
                                .map(one ->
                                        new KpiItem(one.id(), one.numerator().negated(), Fraction.ZERO)))
                .toList();
    }

    private static <T> List<KpiItem> each(List<T> things, Function<T, String> id, Function<T, Amount> amount) {
        return things.stream()
                .map(one -> new KpiItem(id.apply(one), amount.apply(one).toFraction(), Fraction.ZERO))
                .toList();
    }

    /** What of each is owed: what is open, and with a minus what is on account; the net of both where a payment has the id of a receivable. */
    List<KpiItem> receivables() {
        return items(owed(Long.MIN_VALUE));
    }

    /** As {@link #receivables()}, of what is open only what is past due. */
    List<KpiItem> delinquent() {
        return items(owed(1));
    }

    /** What is open and not past due. */
    List<KpiItem> current() {
        return each(open.stream().filter(one -> one.daysPastDue() <= 0).toList(), Open::id, Open::amount);
    }

    private Map<String, Fraction> owed(long daysPastDue) {
        var owed = new LinkedHashMap<String, Fraction>();
        open.stream()
                .filter(one -> one.daysPastDue() >= daysPastDue)
                .forEach(one -> owed.put(one.id(), one.amount().toFraction()));
        onAccount.forEach(one -> owed.merge(one.id(), one.amount().toFraction().negated(), Fraction::plus));
        return owed;
    }

    private static List<KpiItem> items(Map<String, Fraction> owed) {
        return owed.entrySet().stream()
                .map(one -> new KpiItem(one.getKey(), one.getValue(), Fraction.ZERO))
                .toList();
    }

    /** What is open. */
    List<KpiItem> gross() {
        return each(open, Open::id, Open::amount);
    }

    /** What is so many days past due, or more. */
    List<KpiItem> pastDue(long days) {
        return each(open.stream().filter(one -> one.daysPastDue() >= days).toList(), Open::id, Open::amount);
    }

    /** What is open, and in the numerator what is from {@code least} to {@code most} days past due. */
    List<KpiItem> aged(long least, long most) {
        return open.stream()
                .map(one -> {
                    Fraction whole = one.amount().toFraction();
                    boolean isPart = least <= one.daysPastDue() && one.daysPastDue() <= most;
                    return new KpiItem(one.id(), isPart ? whole : Fraction.ZERO, whole);
                })
                .toList();
    }

    List<KpiItem> overdueCounted() {
        return open.stream()
                .map(one -> KpiItem.counted(one.id(), one.daysPastDue() > 0))
                .toList();
    }

    /** What fell due, and in the numerator what was paid of it. */
    List<KpiItem> due(Function<Due, Amount> paid) {
        return due.stream()
                .map(one -> new KpiItem(
                        one.id(), paid.apply(one).toFraction(), one.amount().toFraction()))
                .toList();
    }

    List<KpiItem> daysLate() {
        return settled.stream()
                .map(one -> new KpiItem(one.id(), Fraction.of(one.daysLate()), Fraction.ONE))
                .toList();
    }

    /** What was invoiced, and in the numerator what was contested of it. */
    List<KpiItem> disputed() {
        return issued.stream()
                .map(one -> new KpiItem(
                        one.id(), one.disputed().toFraction(), one.amount().toFraction()))
                .toList();
    }

    List<KpiItem> disputedCounted() {
        return issued.stream()
                .map(one -> KpiItem.counted(one.id(), one.disputed().signum() != 0))
                .toList();
    }

    /** The cash that is on account. */
    List<KpiItem> cash() {
        return each(onAccount.stream().filter(OnAccount::cash).toList(), OnAccount::id, OnAccount::amount);
    }

    /** What was open in the period, and in the numerator what was written off, by number. */
    List<KpiItem> writtenOffCounted() {
        return outstanding.stream()
                .map(one -> KpiItem.counted(one.id(), one.writtenOff()))
                .toList();
    }

    /** What was received, and in the numerator what of it is not applied. */
    List<KpiItem> unappliedReceipts() {
        return received.stream()
                .map(one -> new KpiItem(
                        one.id(), one.unapplied().toFraction(), one.amount().toFraction()))
                .toList();
    }

    FigureItems converted(Conversion conversion) {
        var builder = builder()
                .open(open.stream()
                        .map(one -> new Open(one.id(), conversion.balance(one.amount(), 0), one.daysPastDue()))
                        .toList())
                .onAccount(onAccount.stream()
                        .map(one -> new OnAccount(one.id(), conversion.balance(one.amount(), 0), one.cash()))
                        .toList())
                .due(due.stream()
                        .map(one -> new Due(
                                one.id(),
                                conversion.flow(one.amount(), 0),
                                conversion.flow(one.paidByDueDate(), 0),
                                conversion.flow(one.paidByPeriodEnd(), 0)))
                        .toList())
                .settled(settled)
                .issued(issued.stream()
                        .map(one -> new Issued(
                                one.id(), conversion.flow(one.amount(), 0), conversion.flow(one.disputed(), 0)))
                        .toList())
                .outstanding(outstanding)
                .received(received.stream()
                        .map(one -> new Received(
                                one.id(), conversion.flow(one.amount(), 0), conversion.flow(one.unapplied(), 0)))
                        .toList());
        amounts.forEach((figure, items) -> builder.put(
                figure,
                items.stream()
                        .map(one -> new Item(one.id(), figure.moment().convert(one.amount(), conversion)))
                        .toList()));
        return builder.build();
    }

    /**
     * The items of both.
     *
     * @param isKnown of which amounts it is known of both what each has of them
     * @throws IllegalArgumentException if an id is in both
     */
    FigureItems plus(FigureItems more, Predicate<MoneyFigure> isKnown) {
        var builder = builder()
                .open(joined(open, more.open))
                .onAccount(joined(onAccount, more.onAccount))
                .due(joined(due, more.due))
                .settled(joined(settled, more.settled))
                .issued(joined(issued, more.issued))
                .outstanding(joined(outstanding, more.outstanding))
                .received(joined(received, more.received));
        Stream.of(MoneyFigure.values())
                .filter(figure -> (knows(figure) || more.knows(figure)) && isKnown.test(figure))
                .forEach(figure -> builder.put(figure, joined(given(figure), more.given(figure))));
        return builder.build();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** All amounts, which must be in one currency. */
    Stream<Amount> amounts() {
        return Stream.of(
                        open.stream().map(Open::amount),
                        onAccount.stream().map(OnAccount::amount),
                        amounts.values().stream().flatMap(List::stream).map(Item::amount),
                        due.stream()
                                .flatMap(one -> Stream.of(one.amount(), one.paidByDueDate(), one.paidByPeriodEnd())),
                        issued.stream().flatMap(one -> Stream.of(one.amount(), one.disputed())),
                        received.stream().flatMap(one -> Stream.of(one.amount(), one.unapplied())))
                .flatMap(each -> each);
    }

    /** Checks that they add up to those of the figures that are given. */
    void requireOf(CollectionFigures figures) {
        amounts.keySet()
                .forEach(figure -> require(
                        figure.argument(), of(figure), figures.given(figure).map(all -> share(all.toFraction()))));
        require(
                "closingReceivables",
                receivables(),
                figures.closingReceivables().map(all -> share(all.toFraction())));
        require("overdue", aged(1, Long.MAX_VALUE), figures.overdue().map(Quotients::ofAmounts));
        require("overdueItems", overdueCounted(), figures.overdueItems().map(Quotients::ofCounts));
        require("overNinetyDays", pastDue(91), figures.overNinetyDays().map(all -> share(all.toFraction())));
        require(
                "dueCohort",
                due(Due::paidByDueDate),
                figures.dueCohortPaidByDueDate().map(Quotients::ofAmounts));
        require(
                "dueCohort",
                due(Due::paidByPeriodEnd),
                figures.dueCohortPaidByPeriodEnd().map(Quotients::ofAmounts));
        require(
                "daysLate",
                daysLate(),
                figures.daysLate().map(late -> new ShareOf<>(Fraction.of(late.days()), Fraction.of(late.invoices()))));
        require("disputed", disputed(), figures.disputed().map(Quotients::ofAmounts));
        require(
                "disputedInvoices",
                disputedCounted(),
                figures.disputedInvoices().map(Quotients::ofCounts));
        require("writeOffItems", writtenOffCounted(), figures.writeOffItems().map(Quotients::ofCounts));
        require(
                "unappliedReceipts",
                unappliedReceipts(),
                figures.unappliedReceipts().map(Quotients::ofAmounts));
        require(
                "unappliedCash",
                cash(),
                figures.unappliedCash().map(cash -> share(cash.part().toFraction())));
        require(
                "unappliedCash",
                gross(),
                figures.unappliedCash().map(cash -> share(cash.whole().toFraction())));
    }

    private static ShareOf<Fraction> share(Fraction amount) {
        return new ShareOf<>(amount, Fraction.ZERO);
    }

    private static void require(String figure, List<KpiItem> items, Optional<ShareOf<Fraction>> share) {
        var sum = new ShareOf<>(
                items.stream().map(KpiItem::numerator).reduce(Fraction.ZERO, Fraction::plus),
                items.stream().map(KpiItem::denominator).reduce(Fraction.ZERO, Fraction::plus));
        share.ifPresent(expected -> Require.that(
                sum.equals(expected),
                "figures.items",
                "items",
                "must add up to " + figure + ", " + words(expected),
                words(sum)));
    }

    private static String words(ShareOf<Fraction> share) {
        return share.whole().signum() == 0 ? share.part().toString() : share.part() + " of " + share.whole();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FigureItems that
                && open.equals(that.open)
                && onAccount.equals(that.onAccount)
                && due.equals(that.due)
                && settled.equals(that.settled)
                && issued.equals(that.issued)
                && outstanding.equals(that.outstanding)
                && received.equals(that.received)
                && amounts.equals(that.amounts);
    }

    /** Of the values alone: that of the constant of an enum is another in every run of a program. */
    @Override
    public int hashCode() {
        return Objects.hash(
                open, onAccount, due, settled, issued, outstanding, received, List.copyOf(amounts.values()));
    }

    @Override
    public String toString() {
        return "items[open=" + open + ", onAccount=" + onAccount + ", due=" + due + ", settled=" + settled + ", issued="
                + issued + ", outstanding=" + outstanding + ", received=" + received + ", amounts=" + amounts + "]";
    }

    private Object readResolve() {
        return new Builder(this).build();
    }

    /** Collects items; not safe to share between threads. */
    public static final class Builder {
        private final EnumMap<MoneyFigure, List<Item>> amounts = new EnumMap<>(MoneyFigure.class);
        private List<Open> open = List.of();
        private List<OnAccount> onAccount = List.of();
        private List<Due> due = List.of();
        private List<Settled> settled = List.of();
        private List<Issued> issued = List.of();
        private List<Outstanding> outstanding = List.of();
        private List<Received> received = List.of();

        private Builder() {}

        private Builder(FigureItems items) {
            amounts.putAll(items.amounts);
            open = items.open;
            onAccount = items.onAccount;
            due = items.due;
            settled = items.settled;
            issued = items.issued;
            outstanding = items.outstanding;
            received = items.received;
        }

        private Builder put(MoneyFigure figure, List<Item> items) {
            amounts.put(figure, List.copyOf(items));
            return this;
        }

        /** What is open at the end of the period. */
        public Builder open(List<Open> items) {
            open = List.copyOf(items);
            return this;
        }

        /** Money and credits that settle nothing at the end of the period. */
        public Builder onAccount(List<OnAccount> items) {
            onAccount = List.copyOf(items);
            return this;
        }

        /** What fell due in the period. */
        public Builder due(List<Due> items) {
            due = List.copyOf(items);
            return this;
        }

        /** What was settled in the period. */
        public Builder settled(List<Settled> items) {
            settled = List.copyOf(items);
            return this;
        }

        /** What was invoiced in the period, without what turned out to be recorded by mistake. */
        public Builder issued(List<Issued> items) {
            issued = List.copyOf(items);
            return this;
        }

        /** What was open when the period began, or became open in it. */
        public Builder outstanding(List<Outstanding> items) {
            outstanding = List.copyOf(items);
            return this;
        }

        /** The cash that came in the period, without what was paid in advance for what is to be invoiced. */
        public Builder received(List<Received> items) {
            received = List.copyOf(items);
            return this;
        }

        /** What was owed of each when the period began, money on account below 0. */
        public Builder openingReceivables(List<Item> items) {
            return put(MoneyFigure.OPENING_RECEIVABLES, items);
        }

        /** What was invoiced in the period, by receivable. With credit notes it is what was sold. */
        public Builder billed(List<Item> items) {
            return put(MoneyFigure.BILLED, items);
        }

        /** What was credited in the period, by credit note. */
        public Builder creditNotes(List<Item> items) {
            return put(MoneyFigure.CREDIT_NOTES, items);
        }

        /** What was collected in the period, by receivable. */
        public Builder collected(List<Item> items) {
            return put(MoneyFigure.COLLECTED, items);
        }

        /** What was paid back in the period, by credit note. */
        public Builder refunds(List<Item> items) {
            return put(MoneyFigure.REFUNDS, items);
        }

        /** What was written off in the period, by receivable. */
        public Builder writeOffs(List<Item> items) {
            return put(MoneyFigure.WRITE_OFFS, items);
        }

        /** What came in the period of what had been written off, by receivable. */
        public Builder recoveries(List<Item> items) {
            return put(MoneyFigure.RECOVERIES, items);
        }

        /**
         * The items.
         *
         * @throws IllegalArgumentException if one of the lists has an id twice
         */
        public FigureItems build() {
            return new FigureItems(this);
        }
    }
}
