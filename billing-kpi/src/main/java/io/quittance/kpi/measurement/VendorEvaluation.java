package io.quittance.kpi.measurement;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor did by several criteria in a period.
 *
 * @param period that is judged
 * @param criteria each name once, at least one
 */
public record VendorEvaluation(ServicePeriod period, List<Criterion> criteria) implements Serializable {

    /**
     * One of them.
     *
     * @param name such as {@code quality}
     * @param weight how much it counts beside the others, more than 0
     * @param score from 0 to 100; null if it was not judged
     */
    public record Criterion(
            String name, BigDecimal weight, @Nullable BigDecimal score) implements Serializable {
        /** Checks the numbers. */
        public Criterion {
            Require.id(name, "name");
            weight = Require.plain(Require.positive(weight, "weight"));
            score = score == null ? null : Require.plain(Require.percentage(score, "score"));
        }
    }

    /** Copies and checks. */
    public VendorEvaluation {
        requireNonNull(period, "period");
        criteria = List.copyOf(Require.notEmpty(requireNonNull(criteria, "criteria"), "criteria"));
        var names = new HashSet<String>();
        for (Criterion criterion : criteria) {
            Require.that(
                    names.add(criterion.name()),
                    "criterion.name",
                    "criteria",
                    "must have each name once",
                    criterion.name());
        }
    }
}
