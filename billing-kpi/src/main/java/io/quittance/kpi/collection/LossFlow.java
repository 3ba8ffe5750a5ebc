package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What reached an age in the past, and what of it was never paid. Take sales of which nothing more can come in.
 *
 * @param period of the sales, which results then carry; null if it is not known
 * @param bucket the age, such as {@code 31-60}
 * @param reached what was still open at that age, 0 or more
 * @param neverPaid what of it was lost in the end, from 0 to {@code reached}
 */
public record LossFlow(@Nullable ServicePeriod period, String bucket, Amount reached, Amount neverPaid)
        implements Serializable {

    /** Checks that the one is a part of the other. */
    public LossFlow {
        Require.id(bucket, "bucket");
        requireNonNull(reached, "reached");
        requireNonNull(neverPaid, "neverPaid");
        OneCurrency.require("neverPaid", List.of(reached, neverPaid));
        Require.that(reached.signum() >= 0, "number.negative", "reached", "must not be negative", reached);
        Require.that(
                neverPaid.signum() >= 0 && neverPaid.compareTo(reached) <= 0,
                "kpi.part",
                "neverPaid",
                "must be between 0 and " + reached,
                neverPaid);
    }

    /** Without a period. */
    public LossFlow(String bucket, Amount reached, Amount neverPaid) {
        this(null, bucket, reached, neverPaid);
    }

    /** The same of the sales of a period, which the results then carry. */
    public LossFlow withPeriod(ServicePeriod newPeriod) {
        return new LossFlow(requireNonNull(newPeriod, "newPeriod"), bucket, reached, neverPaid);
    }

    /** Of any amounts. */
    public static LossFlow of(String bucket, MonetaryAmount reached, MonetaryAmount neverPaid) {
        return new LossFlow(bucket, Amount.from(reached), Amount.from(neverPaid));
    }
}
