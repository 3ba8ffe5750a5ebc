package io.quittance.ar.interest;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rate by how late a debt is. The rate of the present tier holds for all days, not only for those within it: {@code LatenessTiers.upTo(30,
 * "2").upTo(45, "3").then("5")} has 2 % on the 30th day, 3 % from the 31st to the 45th, and 5 % later (ar.md 4.17).
 */
public final class LatenessTiers implements Serializable {
    /**
     * A rate up to a day.
     *
     * @param upTo the last day late on which it holds, 1 or more
     * @param percent for a period, 0 or more; 2 means 2 %
     */
    public record Tier(int upTo, BigDecimal percent) implements Serializable {
        /** Checks the day and the rate; equal numbers are equal rates, 2 and 2.0. */
        public Tier {
            Require.that(upTo >= 1, "lateness.day", "upTo", "must be at least 1", upTo);
            percent = Require.plain(Require.notNegative(percent, "percent"));
        }
    }

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Tier> tiers;

    private final BigDecimal beyond;

    private LatenessTiers(List<Tier> tiers, BigDecimal beyond) {
        this.tiers = List.copyOf(tiers);
        this.beyond = Require.plain(Require.notNegative(beyond, "percent"));
        for (int i = 1; i < this.tiers.size(); i++) {
            Require.that(
                    this.tiers.get(i - 1).upTo() < this.tiers.get(i).upTo(),
                    "lateness.order",
                    "upTo",
                    "must rise",
                    this.tiers.get(i - 1).upTo() + " then " + this.tiers.get(i).upTo());
        }
    }

    /** One rate, however late; 0 or more. */
    public static LatenessTiers constant(BigDecimal percent) {
        return new LatenessTiers(List.of(), percent);
    }

    /** As {@link #constant(BigDecimal)}, from text. */
    public static LatenessTiers constant(String percent) {
        return constant(Require.decimal(percent, "percent"));
    }

    /** Tiers of a list, by rising days, and the rate beyond the last one. */
    public static LatenessTiers of(List<Tier> tiers, BigDecimal beyond) {
        return new LatenessTiers(tiers, beyond);
    }

    /** The first tier; the last one is said by {@link Builder#then}. */
    public static Builder upTo(int days, String percent) {
        return new Builder().upTo(days, percent);
    }

    /** The rate of a debt that is so many days late; that of the first tier for one that is not late. */
    public BigDecimal percentFor(long daysLate) {
        for (Tier tier : tiers) {
            if (daysLate <= tier.upTo()) {
                return tier.percent();
            }
        }
        return beyond;
    }

    /** All but the last tier, by rising days. */
    public List<Tier> tiers() {
        return tiers;
    }

    /** The rate beyond the last of {@link #tiers()}. */
    public BigDecimal beyond() {
        return beyond;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LatenessTiers that && tiers.equals(that.tiers) && beyond.equals(that.beyond);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tiers, beyond);
    }

    /** For example {@code 2% up to 30 days, then 5%}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        tiers.forEach(tier -> text.append(tier.percent().toPlainString())
                .append("% up to ")
                .append(tier.upTo())
                .append(" days, "));
        return text.append(tiers.isEmpty() ? "" : "then ")
                .append(beyond.toPlainString())
                .append('%')
                .toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new LatenessTiers(tiers, beyond);
    }

    /** Collects tiers. */
    public static final class Builder {
        private final List<Tier> tiers = new ArrayList<>();

        private Builder() {}

        /** The next tier, up to a later day. */
        public Builder upTo(int days, BigDecimal percent) {
            tiers.add(new Tier(days, percent));
            return this;
        }

        /** As {@link #upTo(int, BigDecimal)}, from text. */
        public Builder upTo(int days, String percent) {
            return upTo(days, Require.decimal(percent, "percent"));
        }

        /** The rate of all days beyond. */
        public LatenessTiers then(BigDecimal percent) {
            return new LatenessTiers(tiers, percent);
        }

        /** As {@link #then(BigDecimal)}, from text. */
        public LatenessTiers then(String percent) {
            return then(Require.decimal(percent, "percent"));
        }
    }
}
