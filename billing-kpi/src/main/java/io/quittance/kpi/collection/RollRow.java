package io.quittance.kpi.collection;

import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiResult;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Where the amount of one bucket went, in percent: a row of {@link Migration#percents()}.
 *
 * @param bucket in which it was
 * @param to how much of it is in each bucket on the later day, the youngest first
 * @param settled how much of it is open no more
 */
public record RollRow(String bucket, List<KpiResult> to, KpiResult settled) implements Serializable {
    /** Copies the results. */
    public RollRow {
        Require.id(bucket, "bucket");
        to = List.copyOf(to);
        Objects.requireNonNull(settled, "settled");
    }
}
