package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What was open in each bucket of age on a day, and where it is on a later one: what {@link RollRate} is computed from. The days lie as far apart as buckets are wide, such as two month ends. Of
 * 100.00 that were 1-30 days late on 31 January, 80.00 are settled, and 20.00 are 31-60 days late on 28 February.
 *
 * @param period from the day after the first day to the later one, both included, which results then carry; null if it is not known
 * @param buckets their names, the youngest first; at least one
 * @param rows one for each bucket, in the same order
 * @param added what is open on the later day and was not on the first, by bucket
 * @param moves of each item behind it, for results that name them; empty where they are not known
 * @param otherWidths the numbers of the buckets, 1 for the youngest, that are not as wide as the days lie apart, rising, each once: results about one of them are noted {@code LAG_NOT_BUCKET_WIDTH}
 */
public record Migration(
        @Nullable ServicePeriod period,
        List<String> buckets,
        List<Row> rows,
        List<Amount> added,
        List<Move> moves,
        List<Integer> otherWidths)
        implements Serializable {
    /** Months of 28 to 31 days are as long as buckets of 30 days are wide. */
    private static final long DAYS_OFF = 3;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no bucket, two have one name, a list does not have one for each bucket, the moves
     *     do not add up to the rows, or there is no bucket of a number
     * @throws CurrencyMismatchException if amounts are in two currencies
     */
    public Migration {
        buckets = Require.notEmpty(List.copyOf(buckets), "buckets");
        rows = List.copyOf(rows);
        added = List.copyOf(added);
        moves = List.copyOf(moves);
        otherWidths = List.copyOf(new TreeSet<>(otherWidths));
        var names = new HashSet<String>();
        for (String bucket : buckets) {
            Require.id(bucket, "buckets");
            Require.that(names.add(bucket), "kpi.bucket-twice", "buckets", "must be there once each", bucket);
        }
        requireEach(buckets, rows.size(), "rows");
        requireEach(buckets, added.size(), "added");
        var amounts = new ArrayList<>(added);
        for (int i = 0; i < rows.size(); i++) {
            requireEach(buckets, rows.get(i).to().size(), "rows[" + i + "].to");
            amounts.addAll(rows.get(i).to());
            amounts.add(rows.get(i).settled());
        }
        moves.forEach(move -> amounts.add(move.amount()));
        OneCurrency.require("rows", amounts);
        for (int i = 0; i < added.size(); i++) {
            requireNotNegative(added.get(i), "added[" + i + "]");
        }
        if (!moves.isEmpty()) {
            requireMoves(buckets, rows, added, moves);
        }
        for (int number : otherWidths) {
            Require.that(
                    number >= 1 && number <= buckets.size(),
                    "kpi.bucket",
                    "otherWidths",
                    "must be between the buckets 1 to " + buckets.size(),
                    number);
        }
    }

    /** Without a period. */
    public Migration(List<String> buckets, List<Row> rows, List<Amount> added, List<Move> moves) {
        this(null, buckets, rows, added, moves, List.of());
    }

    /** Without a period and the items. */
    public Migration(List<String> buckets, List<Row> rows, List<Amount> added) {
        this(buckets, rows, added, List.of());
    }

    /** The same of this period, which the results then carry: of what was open on 31 January and is on 28 February, February. */
    public Migration withPeriod(ServicePeriod newPeriod) {
        return new Migration(requireNonNull(newPeriod, "newPeriod"), buckets, rows, added, moves, otherWidths);
    }

    /**
     * The same of this period and of buckets so wide. Where a width and the days of the period are more than 3 apart, something rolls past a bucket or stays where it was: results about that bucket are noted {@code
     * LAG_NOT_BUCKET_WIDTH}. A month goes with buckets of 30 days, and eight months do not.
     *
     * @param widths of each bucket, the youngest first, in days; 0 for the first or the last one where it has no end: it counts as the one beside it
     * @throws IllegalArgumentException if there is not one for each bucket, one is negative, or one in the middle is 0
     */
    public Migration withPeriod(ServicePeriod newPeriod, List<Integer> widths) {
        requireNonNull(newPeriod, "newPeriod");
        requireEach(buckets, widths.size(), "widths");
        for (int i = 0; i < widths.size(); i++) {
            boolean isEnd = i == 0 || i == widths.size() - 1;
            int least = isEnd ? 0 : 1;
            Require.that(
                    widths.get(i) >= least,
                    "kpi.width",
                    "widths[" + i + "]",
                    "must be " + least + " or more",
                    widths.get(i));
        }
        List<Integer> others = IntStream.rangeClosed(1, widths.size())
                .filter(number -> isOther(widths, number - 1, newPeriod.days()))
                .boxed()
                .toList();
        return new Migration(newPeriod, buckets, rows, added, moves, others);
    }

    private static boolean isOther(List<Integer> widths, int bucket, long days) {
        int beside = bucket == 0 ? Math.min(1, widths.size() - 1) : bucket - 1;
        int width = widths.get(widths.get(bucket) > 0 ? bucket : beside);
        return width > 0 && Math.abs(days - width) > DAYS_OFF;
    }

    private static void requireMoves(List<String> buckets, List<Row> rows, List<Amount> added, List<Move> moves) {
        var sums = new HashMap<List<Integer>, Amount>();
        for (Move move : moves) {
            Require.that(
                    move.from() <= buckets.size() && move.to() <= buckets.size(),
                    "kpi.bucket",
                    "moves",
                    "must be between the buckets 1 to " + buckets.size(),
                    move);
            sums.merge(List.of(move.from(), move.to()), move.amount(), Amount::add);
        }
        Amount none = Amount.zero(added.get(0).getCurrency());
        for (int from = 0; from <= buckets.size(); from++) {
            for (int to = 0; to <= buckets.size(); to++) {
                if (from + to > 0) {
                    Amount expected = from == 0
                            ? added.get(to - 1)
                            : to == 0
                                    ? rows.get(from - 1).settled()
                                    : rows.get(from - 1).to().get(to - 1);
                    Amount sum = sums.getOrDefault(List.of(from, to), none);
                    Require.that(
                            sum.equals(expected),
                            "figures.items",
                            "moves",
                            "must add up to " + expected + " from " + from + " to " + to,
                            sum);
                }
            }
        }
    }

    /**
     * Where something of an item was and is.
     *
     * @param id of the receivable
     * @param from the number of the bucket on the first day, 1 for the youngest; 0 if it was not open then
     * @param to the same on the later day; 0 if it is open no more
     * @param amount more than 0
     */
    public record Move(String id, int from, int to, Amount amount) implements Serializable {
        /** Checks the parts. */
        public Move {
            Require.id(id, "id");
            Require.that(from >= 0, "number.negative", "from", "must not be negative", from);
            Require.that(to >= 0, "number.negative", "to", "must not be negative", to);
            Require.that(from > 0 || to > 0, "kpi.bucket", "to", "must be a bucket where from is none", to);
            Require.that(
                    requireNonNull(amount, "amount").signum() > 0,
                    "number.positive",
                    "amount",
                    "must be more than 0",
                    amount);
        }
    }

    private static void requireEach(List<String> buckets, int size, String argument) {
        Require.that(size == buckets.size(), "kpi.buckets", argument, "must be one for each of " + buckets, size);
    }

    private static void requireNotNegative(Amount amount, String argument) {
        Require.that(amount.signum() >= 0, "number.negative", argument, "must not be negative", amount);
    }

    /**
     * What was open in a bucket on the first day.
     *
     * @param to where it is on the later day, by bucket; 0 or more each
     * @param settled what is open no more: paid, credited, written off or owed by another item; 0 or more
     */
    public record Row(List<Amount> to, Amount settled) implements Serializable {
        /** Copies the amounts and checks that none is negative. */
        public Row {
            to = List.copyOf(to);
            for (int i = 0; i < to.size(); i++) {
                requireNotNegative(to.get(i), "to[" + i + "]");
            }
            requireNotNegative(requireNonNull(settled, "settled"), "settled");
        }

        /** Of any amounts. */
        public static Row of(List<? extends MonetaryAmount> to, MonetaryAmount settled) {
            return new Row(to.stream().map(Amount::from).toList(), Amount.from(settled));
        }

        /** What was in the bucket on the first day. */
        public Amount before() {
            return to.stream().reduce(settled, Amount::add);
        }

        private Row plus(Row more) {
            return new Row(sums(to, more.to), settled.add(more.settled));
        }
    }

    /** Without anything that is new on the later day. */
    public static Migration of(List<String> buckets, List<Row> rows) {
        return new Migration(
                buckets,
                rows,
                rows.isEmpty()
                        ? List.of()
                        : rows.get(0).to().stream()
                                .map(amount -> Amount.zero(amount.getCurrency()))
                                .toList());
    }

    /** What is in a bucket on the later day, wherever it comes from. */
    Amount after(int bucket) {
        return rows.stream().map(row -> row.to().get(bucket)).reduce(added.get(bucket), Amount::add);
    }

    String currency() {
        return added.get(0).getCurrency().getCurrencyCode();
    }

    /**
     * The two together, such as those of successive months: rates are of the sums, and no means of rates. The period is the one from the beginning of the earlier to the end of the later one where they meet, and the
     * same where both have the same, as those of two segments; else there is none.
     *
     * @throws IllegalArgumentException if the other has other buckets
     */
    public Migration plus(Migration other) {
        Require.that(
                buckets.equals(other.buckets),
                "kpi.buckets",
                "other",
                "must have the buckets " + buckets,
                other.buckets);
        return new Migration(
                joined(period, other.period),
                buckets,
                IntStream.range(0, rows.size())
                        .mapToObj(i -> rows.get(i).plus(other.rows.get(i)))
                        .toList(),
                sums(added, other.added),
                knowsMoves() && other.knowsMoves()
                        ? Stream.concat(moves.stream(), other.moves.stream()).toList()
                        : List.of(),
                Stream.concat(otherWidths.stream(), other.otherWidths.stream()).toList());
    }

    private static @Nullable ServicePeriod joined(@Nullable ServicePeriod one, @Nullable ServicePeriod other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other)) {
            return one;
        }
        ServicePeriod earlier = one.compareTo(other) < 0 ? one : other;
        ServicePeriod later = one.compareTo(other) < 0 ? other : one;
        return earlier.end().equals(later.start()) ? new ServicePeriod(earlier.start(), later.end()) : null;
    }

    /** Whether they are given, or there are none. */
    private boolean knowsMoves() {
        return !moves.isEmpty()
                || (rows.stream().allMatch(row -> row.before().signum() == 0)
                        && added.stream().allMatch(amount -> amount.signum() == 0));
    }

    private static List<Amount> sums(List<Amount> one, List<Amount> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).add(other.get(i)))
                .toList();
    }

    /**
     * Each row in percent of what was in its bucket, from the youngest to the oldest; a row of which nothing was there has no value, {@code NO_BALANCE}. The percents of a row
     * add up to 100.
     */
    public List<RollRow> percents() {
        return IntStream.rangeClosed(1, buckets.size())
                .mapToObj(from -> new RollRow(
                        buckets.get(from - 1),
                        IntStream.rangeClosed(1, buckets.size())
                                .mapToObj(to -> RollRate.share(from, to).compute(this))
                                .toList(),
                        RollRate.settled(from).compute(this)))
                .toList();
    }
}
