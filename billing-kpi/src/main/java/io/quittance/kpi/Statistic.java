package io.quittance.kpi;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.PercentileMethod;
import java.math.BigDecimal;
import java.util.Optional;

/** What a KPI says of a {@link Distribution}, such as of response times. */
public enum Statistic {
    /** The sum over the number. */
    MEAN("mean"),
    /** The one in the middle, or the mean of the two in the middle. */
    MEDIAN("median"),
    /** The smallest that nine tenths do not exceed: the 90th percentile by {@link PercentileMethod#NEAREST_RANK}. */
    P90("90th percentile (nearest rank)"),
    /** The largest. */
    MAX("maximum");

    private static final BigDecimal NINETY = BigDecimal.valueOf(90);

    private final String words;

    Statistic(String words) {
        this.words = words;
    }

    /** The part of an id: {@code mean}, {@code median}, {@code p90} or {@code max}. */
    public String suffix() {
        return switch (this) {
            case MEAN -> "mean";
            case MEDIAN -> "median";
            case P90 -> "p90";
            case MAX -> "max";
        };
    }

    /** What a formula calls it, such as {@code 90th percentile (nearest rank)}. */
    public String words() {
        return words;
    }

    /** Its value; none if there are no values. */
    public Optional<Fraction> of(Distribution values) {
        return switch (this) {
            case MEAN -> values.mean();
            case MEDIAN -> values.median();
            case P90 -> values.percentile(NINETY, PercentileMethod.NEAREST_RANK);
            case MAX -> values.max();
        };
    }
}
