package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.AgedReceivables.Bucket;
import io.quittance.kpi.collection.SegmentedReceivables.Excluded;
import io.quittance.kpi.collection.SegmentedReceivables.Reason;
import io.quittance.kpi.collection.SegmentedReceivables.Segment;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The allowance by a provision matrix of each segment, and what the matrices leave out. Of 1000.00 of retail at 2 % and 500.00 of wholesale at 1 %, of which 100.00 are insured, 20.00 + 4.00 = 24.00 are expected to be lost, and
 * 100.00 are insured.
 */
public final class SegmentedCreditLoss implements Kpi<SegmentedReceivables>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        MATRIX(KpiDefinition.of(
                        "ecl.segments",
                        "Expected credit loss, provision matrix by segment",
                        KpiUnit.MONEY,
                        Direction.LOWER,
                        "sum over the segments and buckets of (open − insured − individually judged) × rate of the segment / 100; what is below 0 counts 0")
                .definedBy("IFRS 9, B5.5.35")),
        INSURED(KpiDefinition.of(
                "ecl.segments.insured",
                "Insured, left out of the provision matrix",
                KpiUnit.MONEY,
                Direction.INFORMATIONAL,
                "sum of what insurance or collateral covers of what is open")),
        INDIVIDUALLY_JUDGED(KpiDefinition.of(
                "ecl.segments.individually-judged",
                "Individually judged, left out of the provision matrix",
                KpiUnit.MONEY,
                Direction.INFORMATIONAL,
                "sum of what is open of customers whose loss is judged one by one"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private SegmentedCreditLoss(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** The allowance. Its items are the buckets with their losses, such as {@code retail/31-60}. */
    public static SegmentedCreditLoss byMatrix() {
        return new SegmentedCreditLoss(Method.MATRIX);
    }

    /** What is insured. Its items are what is, such as {@code retail/31-60/INSURED/R-1}. */
    public static SegmentedCreditLoss insured() {
        return new SegmentedCreditLoss(Method.INSURED);
    }

    /** What is judged one by one, for an allowance of its own. Its items are as those of {@link #insured()}. */
    public static SegmentedCreditLoss individuallyJudged() {
        return new SegmentedCreditLoss(Method.INDIVIDUALLY_JUDGED);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /**
     * An exact amount. What the allowance leaves out is among its exclusions: {@code INSURED} and {@code INDIVIDUALLY_JUDGED} where there is such, {@code CREDIT_BALANCES} where a bucket is below 0 with what is left out
     * deducted.
     */
    @Override
    public KpiResult compute(SegmentedReceivables figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition())
                .period(figures.period())
                .currency(figures.segments()
                        .get(0)
                        .buckets()
                        .get(0)
                        .open()
                        .getCurrency()
                        .getCurrencyCode());
        var items = new ArrayList<KpiItem>();
        for (Segment segment : figures.segments()) {
            items.addAll(
                    switch (method) {
                        case MATRIX -> losses(basis, segment);
                        case INSURED -> excluded(segment, Reason.INSURED);
                        case INDIVIDUALLY_JUDGED -> excluded(segment, Reason.INDIVIDUALLY_JUDGED);
                    });
        }
        return basis.count(items.size()).sumOf(items);
    }

    private static List<KpiItem> losses(KpiBasis.Builder basis, Segment segment) {
        segment.excluded().stream()
                .filter(part -> part.amount().signum() > 0)
                .forEach(part -> basis.exclusion(part.reason().name()));
        var items = new ArrayList<KpiItem>();
        for (Bucket bucket : segment.buckets()) {
            Fraction exposure = segment.exposure(bucket);
            if (exposure.signum() < 0) {
                basis.exclusion("CREDIT_BALANCES");
                exposure = Fraction.ZERO;
            }
            Fraction loss = exposure.times(bucket.lossPercent()).dividedBy(Quotients.HUNDRED);
            items.add(new KpiItem(segment.name() + "/" + bucket.name(), loss, Fraction.ZERO));
        }
        return items;
    }

    private static List<KpiItem> excluded(Segment segment, Reason reason) {
        return segment.excluded().stream()
                .filter(part -> part.reason() == reason)
                .map(part -> item(segment, part))
                .toList();
    }

    private static KpiItem item(Segment segment, Excluded part) {
        return new KpiItem(segment.name() + "/" + part.key(), part.amount().toFraction(), Fraction.ZERO);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SegmentedCreditLoss that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new SegmentedCreditLoss(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
