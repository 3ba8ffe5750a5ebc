package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The invoices and payments behind figures of a period, for results that name them. They add up to the figures: 40.00 that are 5 days past due and 60.00 that are not are 40.00 of 100.00
 * overdue.
 *
 * @param open what is open at the end of the period
 * @param onAccount money and credits that settle nothing at the end of the period
 * @param due what fell due in the period
 * @param settled what was settled in the period
 * @param issued what was invoiced in the period
 * @param opening what was owed of each, money on account below 0, when the period began; empty where that is not known
 */
public record FigureItems(
        List<Open> open,
        List<OnAccount> onAccount,
        List<Due> due,
        List<Settled> settled,
        List<Issued> issued,
        List<Owed> opening)
        implements Serializable {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a list has an id twice
     */
    public FigureItems {
        open = onceEach(open, Open::id, "open");
        onAccount = onceEach(onAccount, OnAccount::id, "onAccount");
        due = onceEach(due, Due::id, "due");
        settled = onceEach(settled, Settled::id, "settled");
        issued = onceEach(issued, Issued::id, "issued");
        opening = onceEach(opening, Owed::id, "opening");
    }

    /** Without what was owed when the period began. */
    public FigureItems(
            List<Open> open, List<OnAccount> onAccount, List<Due> due, List<Settled> settled, List<Issued> issued) {
        this(open, onAccount, due, settled, issued, List.of());
    }

    private static <T> List<T> onceEach(List<T> items, Function<T, String> id, String argument) {
        var ids = new HashSet<String>();
        for (T item : items) {
            Require.that(ids.add(id.apply(item)), "kpi.item", argument, "must have each id once", id.apply(item));
        }
        return List.copyOf(items);
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
     */
    public record OnAccount(String id, Amount amount) implements Serializable {
        /** Checks the parts. */
        public OnAccount {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * What was owed of something, or was on account of it.
     *
     * @param id of the receivable, or of the payment or credit
     * @param amount below 0 where it was on account
     */
    public record Owed(String id, Amount amount) implements Serializable {
        /** Checks the parts. */
        public Owed {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
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
     * @param disputed what of it was contested; 0 if nothing
     */
    public record Issued(String id, Amount amount, Amount disputed) implements Serializable {
        /** Checks the parts. */
        public Issued {
            Require.id(id, "id");
            requireNonNull(amount, "amount");
            requireNonNull(disputed, "disputed");
        }
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
        return open.stream()
                .filter(one -> one.daysPastDue() <= 0)
                .map(one -> new KpiItem(one.id(), one.amount().toFraction(), Fraction.ZERO))
                .toList();
    }

    /** The mean of what of each was owed when the period began and is at its end; empty if the former is not known. */
    List<KpiItem> averageReceivables(Amount openingReceivables) {
        if (!knowsOpening(openingReceivables)) {
            return List.of();
        }
        Map<String, Fraction> owed = owed(Long.MIN_VALUE);
        opening.forEach(one -> owed.merge(one.id(), one.amount().toFraction(), Fraction::plus));
        owed.replaceAll((id, both) -> both.dividedBy(Fraction.of(2)));
        return items(owed);
    }

    boolean knowsOpening(Amount openingReceivables) {
        return !opening.isEmpty() || openingReceivables.signum() == 0;
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
        return open.stream()
                .map(one -> new KpiItem(one.id(), one.amount().toFraction(), Fraction.ZERO))
                .toList();
    }

    /** What is so many days past due, or more. */
    List<KpiItem> pastDue(long days) {
        return open.stream()
                .filter(one -> one.daysPastDue() >= days)
                .map(one -> new KpiItem(one.id(), one.amount().toFraction(), Fraction.ZERO))
                .toList();
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

    FigureItems converted(Conversion conversion) {
        return new FigureItems(
                open.stream()
                        .map(one -> new Open(one.id(), conversion.balance(one.amount(), 0), one.daysPastDue()))
                        .toList(),
                onAccount.stream()
                        .map(one -> new OnAccount(one.id(), conversion.balance(one.amount(), 0)))
                        .toList(),
                due.stream()
                        .map(one -> new Due(
                                one.id(),
                                conversion.flow(one.amount(), 0),
                                conversion.flow(one.paidByDueDate(), 0),
                                conversion.flow(one.paidByPeriodEnd(), 0)))
                        .toList(),
                settled,
                issued.stream()
                        .map(one -> new Issued(
                                one.id(), conversion.flow(one.amount(), 0), conversion.flow(one.disputed(), 0)))
                        .toList(),
                opening.stream()
                        .map(one -> new Owed(one.id(), conversion.balance(one.amount(), 1)))
                        .toList());
    }

    /**
     * The items of both; what was owed when the period began only if it is known of both.
     *
     * @throws IllegalArgumentException if an id is in both
     */
    FigureItems plus(FigureItems more, boolean areOpeningsKnown) {
        return new FigureItems(
                joined(open, more.open),
                joined(onAccount, more.onAccount),
                joined(due, more.due),
                joined(settled, more.settled),
                joined(issued, more.issued),
                areOpeningsKnown ? joined(opening, more.opening) : List.of());
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** All amounts, which must be in one currency. */
    Stream<Amount> amounts() {
        return Stream.of(
                        open.stream().map(Open::amount),
                        onAccount.stream().map(OnAccount::amount),
                        opening.stream().map(Owed::amount),
                        due.stream()
                                .flatMap(one -> Stream.of(one.amount(), one.paidByDueDate(), one.paidByPeriodEnd())),
                        issued.stream().flatMap(one -> Stream.of(one.amount(), one.disputed())))
                .flatMap(each -> each);
    }

    /** Checks that they add up to those of the figures that are given. */
    void requireOf(CollectionFigures figures) {
        if (!opening.isEmpty()) {
            require(
                    "openingReceivables",
                    opening.stream()
                            .map(one -> new KpiItem(one.id(), one.amount().toFraction(), Fraction.ZERO))
                            .toList(),
                    figures.openingReceivables().map(all -> share(all.toFraction())));
        }
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
}
