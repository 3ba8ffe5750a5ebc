package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several scores as one: sum of weight × score / sum of weights. A part without a score is left out, the weights of the others count as if they were all, and the coverage shows
 * how much of the weight that is: 90 % with weight 3 and nothing with weight 1 is 90 %, with 75 % covered.
 *
 * @param parts in the order in which they are shown; none gives no score
 */
public record WeightedScore(List<Part> parts) implements Serializable {

    /** One of the scores. */
    public static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final BigDecimal weight;
        private final @Nullable Fraction percent;

        private Part(String name, BigDecimal weight, @Nullable Fraction percent) {
            this.name = Require.id(name, "name");
            this.weight = Require.plain(Require.positive(weight, "weight"));
            this.percent = percent;
        }

        /**
         * A part with a score.
         *
         * @param weight more than 0, in any unit
         * @param percent the score
         */
        public static Part of(String name, BigDecimal weight, Fraction percent) {
            return new Part(name, weight, requireNonNull(percent, "percent"));
        }

        /** A part without a score. */
        public static Part without(String name, BigDecimal weight) {
            return new Part(name, weight, null);
        }

        /** What was scored. */
        public String name() {
            return name;
        }

        /** What it counts. */
        public BigDecimal weight() {
            return weight;
        }

        /** The score, exactly; empty if there is none. */
        public Optional<Fraction> percent() {
            return Optional.ofNullable(percent);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Part that
                    && name.equals(that.name)
                    && weight.equals(that.weight)
                    && Objects.equals(percent, that.percent);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, weight, percent);
        }

        @Override
        public String toString() {
            return name + ": " + (percent == null ? "no score" : percent + " %");
        }

        private Object readResolve() {
            return new Part(name, weight, percent);
        }
    }

    /** Copies the parts. */
    public WeightedScore {
        parts = List.copyOf(parts);
    }

    /** The score in percent, exactly; empty if no part has one. */
    public Optional<Fraction> percent() {
        Fraction covered = weights(scored());
        if (covered.signum() == 0) {
            return Optional.empty();
        }
        Fraction sum = Fraction.ZERO;
        for (Part part : scored()) {
            sum = sum.plus(Fraction.of(part.weight).times(part.percent().orElse(Fraction.ZERO)));
        }
        return Optional.of(sum.dividedBy(covered));
    }

    /** How much of the weight has a score, in percent; 0 where there is no part. */
    public Fraction coverage() {
        Fraction all = weights(parts);
        return all.signum() == 0
                ? Fraction.ZERO
                : weights(scored()).times(Fraction.of(100)).dividedBy(all);
    }

    /** The names of the parts that have no score. */
    public List<String> leftOut() {
        return parts.stream()
                .filter(part -> part.percent().isEmpty())
                .map(Part::name)
                .toList();
    }

    private List<Part> scored() {
        return parts.stream().filter(part -> part.percent().isPresent()).toList();
    }

    private static Fraction weights(List<Part> parts) {
        Fraction sum = Fraction.ZERO;
        for (Part part : parts) {
            sum = sum.plus(Fraction.of(part.weight));
        }
        return sum;
    }
}
