package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of what is open rolls on to the next older bucket, in percent. Buckets are numbered from 1, the youngest. The cohort form follows the same invoices; the ratio form compares two balances and can be
 * more than 100 %. {@link RollRates} takes such rates for a {@link RolledLossRate}.
 */
public final class RollRate implements Kpi<Migration>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final String UNDEFINED_WHEN =
            "nothing was in the bucket (NO_BALANCE), there are fewer buckets (NO_SUCH_BUCKET)";

    private enum Method {
        COHORT,
        RATIO,
        SHARE,
        SETTLED
    }

    private final Method method;
    private final int from;
    private final int to;

    private RollRate(Method method, int from, int to) {
        this.method = requireNonNull(method, "method");
        this.from = number(from, "from");
        this.to = number(to, "to");
    }

    private static int number(int bucket, String argument) {
        Require.that(bucket >= 1, "kpi.bucket", argument, "must be 1 or more", bucket);
        return bucket;
    }

    /**
     * Of what was in a bucket, how much is in the next older one on the later day: 20.00 of 100.00 are 20 %.
     *
     * @param from the number of the bucket, 1 for the youngest
     */
    public static RollRate cohort(int from) {
        return new RollRate(Method.COHORT, from, from + 1);
    }

    /**
     * What is in the next older bucket on the later day, wherever it comes from, over what was in this one: 110.00 over 100.00 are 110 %.
     *
     * @param from as in {@link #cohort}
     */
    public static RollRate ratio(int from) {
        return new RollRate(Method.RATIO, from, from + 1);
    }

    /**
     * Of what was in a bucket, how much is in another, or in the same, on the later day.
     *
     * @param from the number of the one, 1 for the youngest
     * @param to the number of the other
     */
    public static RollRate share(int from, int to) {
        return new RollRate(Method.SHARE, from, to);
    }

    /**
     * Of what was in a bucket, how much is open no more on the later day.
     *
     * @param from as in {@link #cohort}
     */
    public static RollRate settled(int from) {
        return new RollRate(Method.SETTLED, from, from);
    }

    @Override
    public KpiDefinition definition() {
        return switch (method) {
            case COHORT ->
                define(
                        "roll-rate.cohort." + from,
                        "Roll rate, n = " + from,
                        Direction.LOWER,
                        "of what was in the n-th youngest bucket: in the next older one on the later day / all of it × 100");
            case RATIO ->
                define(
                        "roll-rate.ratio." + from,
                        "Roll rate by balances, n = " + from,
                        Direction.LOWER,
                        "balance of the bucket after the n-th youngest on the later day / balance of the n-th youngest on the first day × 100");
            case SHARE ->
                define(
                        "roll-rate.share." + from + "." + to,
                        "Migration, n = " + from + ", m = " + to,
                        Direction.INFORMATIONAL,
                        "of what was in the n-th youngest bucket: in the m-th youngest on the later day / all of it × 100");
            case SETTLED ->
                define(
                        "roll-rate.settled." + from,
                        "Settled by the later day, n = " + from,
                        Direction.HIGHER,
                        "of what was in the n-th youngest bucket: open no more on the later day / all of it × 100");
        };
    }

    private static KpiDefinition define(String id, String name, Direction direction, String formula) {
        return KpiDefinition.of(id, name, KpiUnit.PERCENT, direction, formula)
                .leading()
                .undefinedWhen(UNDEFINED_WHEN)
                .definedBy("OCC, allowances for loan losses");
    }

    /** In percent; undefined if nothing was in the bucket, or there is no such bucket. The items, where the {@linkplain Migration#moves() moves} are given, are the receivables that were in it, and what of each is where the rate asks. Where the days lie further apart, or closer, than a bucket is wide from or to which the rate is, {@code LAG_NOT_BUCKET_WIDTH} is noted. */
    @Override
    public KpiResult compute(Migration figures) {
        KpiBasis.Builder basis =
                KpiBasis.of(definition()).period(figures.period()).currency(figures.currency());
        int buckets = figures.buckets().size();
        if (Math.max(from, to) > buckets) {
            return basis.undefined("NO_SUCH_BUCKET", "there are " + buckets + " buckets");
        }
        if (figures.otherWidths().contains(from) || figures.otherWidths().contains(to)) {
            basis.note("LAG_NOT_BUCKET_WIDTH");
        }
        Migration.Row row = figures.rows().get(from - 1);
        Amount part = switch (method) {
            case COHORT, SHARE -> row.to().get(to - 1);
            case RATIO -> figures.after(to - 1);
            case SETTLED -> row.settled();
        };
        basis.items(items(figures.moves()));
        return basis.quotient(
                part.toFraction(),
                row.before().toFraction(),
                Quotients.HUNDRED,
                "NO_BALANCE",
                "nothing was in the bucket " + figures.buckets().get(from - 1));
    }

    private Collection<KpiItem> items(List<Migration.Move> moves) {
        var items = new TreeMap<String, KpiItem>();
        for (Migration.Move move : moves) {
            Fraction amount = move.amount().toFraction();
            Fraction part = isPart(move) ? amount : Fraction.ZERO;
            Fraction whole = move.from() == from ? amount : Fraction.ZERO;
            if (part.signum() != 0 || whole.signum() != 0) {
                items.merge(
                        move.id(),
                        new KpiItem(move.id(), part, whole),
                        (one, more) -> new KpiItem(
                                one.id(),
                                one.numerator().plus(more.numerator()),
                                one.denominator().plus(more.denominator())));
            }
        }
        return items.values();
    }

    private boolean isPart(Migration.Move move) {
        return switch (method) {
            case COHORT, SHARE -> move.from() == from && move.to() == to;
            case RATIO -> move.to() == to;
            case SETTLED -> move.from() == from && move.to() == 0;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RollRate that && method == that.method && from == that.from && to == that.to;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new RollRate(method, from, to);
    }

    @Override
    public String toString() {
        return id();
    }
}
