package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a result rests on: definition with method and unit, period, numerator, denominator, how many items and which, what was left out, and what a
 * reader must know about it. It travels with every result, so that a number can be checked without the code.
 */
public final class KpiBasis implements Serializable {
    /** The conventions that computed a result (docs/kpis.md), called by the minor version that named them; a change of any formula changes it. */
    public static final String CONVENTION = "0.1";

    private static final long serialVersionUID = 1L;

    private static final Fraction HUNDRED = Fraction.of(100);
    private static final String NOT_MEANINGFUL = "NOT_MEANINGFUL";
    private static final long SHORTEST_MONTH = 28;
    private static final long LONGEST_MONTH = 31;
    private static final int MOST_OF_REASON = 200;

    private final KpiDefinition definition;
    private final @Nullable ServicePeriod period;
    private final @Nullable String currency;
    private final @Nullable Fraction numerator;
    private final @Nullable Fraction denominator;
    private final @Nullable Fraction factor;
    private final @Nullable Long count;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<String> notes;

    @SuppressWarnings("serial") // as above
    private final List<String> exclusions;

    @SuppressWarnings("serial") // as above
    private final List<KpiItem> items;

    /** Not the constant itself: a stored result keeps the conventions of its day. */
    private final String convention;

    private KpiBasis(Builder builder) {
        definition = requireNonNull(builder.definition, "definition");
        period = builder.period;
        currency = builder.currency;
        numerator = builder.numerator;
        denominator = builder.denominator;
        factor = builder.factor;
        count = builder.count;
        notes = List.copyOf(builder.notes);
        exclusions = List.copyOf(builder.exclusions);
        items = List.copyOf(builder.items);
        convention = Require.id(builder.convention, "convention");
    }

    /** Starts the basis of a result of this KPI. */
    public static Builder of(KpiDefinition definition) {
        return new Builder(requireNonNull(definition, "definition"));
    }

    /** What was computed. */
    public KpiDefinition definition() {
        return definition;
    }

    /** The KPI and its method, such as {@code dso.countback}. */
    public String kpi() {
        return definition.id();
    }

    /** The period that was asked about, if there is one. A rolling formula reaches back further: the count says how many periods, the factor how many days. */
    public Optional<ServicePeriod> period() {
        return Optional.ofNullable(period);
    }

    /** The ISO 4217 code of the amounts, if there are any. */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /** What stands above the line, if the KPI is a quotient; else the amount it starts from, if it does. */
    public Optional<Fraction> numerator() {
        return Optional.ofNullable(numerator);
    }

    /** What stands below the line, if the KPI is a quotient. */
    public Optional<Fraction> denominator() {
        return Optional.ofNullable(denominator);
    }

    /**
     * By what the quotient was multiplied, if the KPI is one: 100 for a percentage, the days of the sales for days sales outstanding. The value is numerator /
     * denominator × factor: 300 / 920 × 360 = 117.39 days.
     */
    public Optional<Fraction> factor() {
        return Optional.ofNullable(factor);
    }

    /** How many items were measured, if items were counted. */
    public Optional<Long> count() {
        return Optional.ofNullable(count);
    }

    /** The conventions that computed the result. */
    public String convention() {
        return convention;
    }

    /** Codes of what a reader must know, such as {@code NOT_MEANINGFUL} or {@code HISTORY_EXHAUSTED}, in alphabetical order; often empty. */
    public List<String> notes() {
        return notes;
    }

    /** Whether the value means what it says: not where it is noted {@code NOT_MEANINGFUL}, as a quotient by less than 0 is. */
    public boolean isMeaningful() {
        return !notes.contains(NOT_MEANINGFUL);
    }

    /**
     * Whether its period is as long as that of another basis: of as many days, or of 28 days or more and at most 3 more or fewer, as months are, quarters and years. February is as long as January, and a quarter
     * is not; 3 days are not as long as 6. So it is where either has no period.
     */
    public boolean isAsLongAs(KpiBasis other) {
        if (period == null || other.period == null) {
            return true;
        }
        long days = Math.min(period.days(), other.period.days());
        long more = Math.max(period.days(), other.period.days()) - days;
        return more == 0 || (days >= SHORTEST_MONTH && more <= LONGEST_MONTH - SHORTEST_MONTH);
    }

    /** Codes of what was given and is not part of the value, such as {@code NEGATIVE_SALES}, in alphabetical order; often empty. */
    public List<String> exclusions() {
        return exclusions;
    }

    /** The items behind the value, by id; empty where the KPI was computed from sums, or its items were not asked for. */
    public List<KpiItem> items() {
        return items;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KpiBasis that
                && definition.equals(that.definition)
                && Objects.equals(period, that.period)
                && Objects.equals(currency, that.currency)
                && Objects.equals(numerator, that.numerator)
                && Objects.equals(denominator, that.denominator)
                && Objects.equals(factor, that.factor)
                && Objects.equals(count, that.count)
                && notes.equals(that.notes)
                && exclusions.equals(that.exclusions)
                && items.equals(that.items)
                && convention.equals(that.convention);
    }

    @Override
    public int hashCode() {
        return Objects.hash(definition.id(), period, numerator, denominator);
    }

    @Override
    public String toString() {
        return definition.id()
                + (period == null ? "" : " " + period)
                + (notes.isEmpty() ? "" : " " + notes)
                + (exclusions.isEmpty() ? "" : " without " + exclusions);
    }

    /** The same of a part only. */
    KpiBasis only(String what, String part) {
        return copyOf(definition.only(what, part));
    }

    private Object readResolve() {
        return copyOf(definition);
    }

    private KpiBasis copyOf(KpiDefinition of) {
        var builder = new Builder(of);
        builder.period = period;
        builder.currency(currency);
        builder.numerator = numerator;
        builder.denominator = denominator;
        builder.factor = factor;
        if (count != null) {
            builder.count(count);
        }
        notes.forEach(builder::note);
        exclusions.forEach(builder::exclusion);
        builder.items(items);
        builder.convention = convention;
        return new KpiBasis(builder);
    }

    /** Collects a basis; not safe to share between threads. */
    public static final class Builder {
        private final KpiDefinition definition;
        private final List<KpiItem> items = new ArrayList<>();
        private final Set<String> notes = new TreeSet<>();
        private final Set<String> exclusions = new TreeSet<>();
        private String convention = CONVENTION;
        private @Nullable ServicePeriod period;
        private @Nullable String currency;
        private @Nullable Fraction numerator;
        private @Nullable Fraction denominator;
        private @Nullable Fraction factor;
        private @Nullable Long count;

        private Builder(KpiDefinition definition) {
            this.definition = definition;
        }

        /** The period that was measured. */
        public Builder period(@Nullable ServicePeriod newPeriod) {
            period = newPeriod;
            return this;
        }

        /**
         * The code of the amounts, of ISO 4217 or that of a currency of the host's own. It is not looked up, as a currency that is given as a value may have any code.
         *
         * @throws IllegalArgumentException if it is not of 1 to 200 characters
         */
        public Builder currency(@Nullable String code) {
            currency = Require.optionalId(code, "currency");
            return this;
        }

        /** Gives the currency of these amounts; whether there is no other, so that they can be added up. Without amounts there is none. */
        public boolean inOneCurrency(Stream<? extends MonetaryAmount> amounts) {
            List<String> codes = amounts.map(amount -> amount.getCurrency().getCurrencyCode())
                    .distinct()
                    .toList();
            if (codes.size() == 1) {
                currency(codes.get(0));
            }
            return codes.size() <= 1;
        }

        /** What stands above the line. */
        public Builder numerator(Fraction newNumerator) {
            numerator = requireNonNull(newNumerator, "newNumerator");
            return this;
        }

        /** What stands below the line. */
        public Builder denominator(Fraction newDenominator) {
            denominator = requireNonNull(newDenominator, "newDenominator");
            return this;
        }

        /** By what the quotient is multiplied. */
        public Builder factor(Fraction newFactor) {
            factor = requireNonNull(newFactor, "newFactor");
            return this;
        }

        /** How many items were measured. */
        public Builder count(long newCount) {
            Require.that(newCount >= 0, "number.negative", "count", "must not be negative", newCount);
            count = newCount;
            return this;
        }

        /** Adds a code of what a reader must know; one that is there already is not added again. */
        public Builder note(String code) {
            notes.add(Require.code(code, "code"));
            return this;
        }

        /** Adds a code of what was given and is not part of the value; one that is there already is not added again. */
        public Builder exclusion(String code) {
            exclusions.add(Require.code(code, "code"));
            return this;
        }

        /** The conventions that computed the result, of one that was stored; those of this release where they are not said. */
        public Builder convention(String newConvention) {
            convention = Require.id(newConvention, "convention");
            return this;
        }

        /** Takes over what a reader must know of a result from which this one is computed, and what that result left out. */
        public Builder flagsOf(KpiResult part) {
            notes.addAll(part.basis().notes());
            exclusions.addAll(part.basis().exclusions());
            return this;
        }

        /** Gives the items behind the value, in any order, each once. */
        public Builder items(Collection<KpiItem> behind) {
            items.clear();
            items.addAll(behind);
            items.sort(KpiItem.BY_ID);
            for (int i = 1; i < items.size(); i++) {
                String id = items.get(i).id();
                Require.that(!items.get(i - 1).id().equals(id), "kpi.item", "items", "must have each id once", id);
            }
            return this;
        }

        /** A result with this exact value. */
        public KpiResult measured(Fraction value) {
            return new KpiResult.Measured(value, new KpiBasis(this));
        }

        /**
         * A result without a value, because of this code and reason.
         *
         * @param code made of capital letters, digits and underscores: {@code NO_SALES}
         */
        public KpiResult undefined(String code, String reason) {
            return new KpiResult.Undefined(code, reason, new KpiBasis(this));
        }

        /**
         * A result without a value, because another that it is made of has none: for its code, and its reason after what it is called, {@code base: there were no sales}, as far as 200 characters go.
         *
         * @param what what the other is called here
         * @param other that which has no value
         */
        public KpiResult undefinedAs(String what, KpiResult.Undefined other) {
            String reason = Require.id(what, "what") + ": " + other.reason();
            int end = reason.offsetByCodePoints(0, Math.min(MOST_OF_REASON, reason.codePointCount(0, reason.length())));
            return undefined(other.code(), reason.substring(0, end).strip());
        }

        /** A result without a value, because a figure is missing. */
        public KpiResult missing(String figure) {
            return undefined("MISSING_INPUT", figure + " is not given");
        }

        /** The sum of what stands above the line of these items, which are behind the value; as {@link #quotientOf} adds up. */
        public KpiResult sumOf(Collection<KpiItem> behind) {
            Fraction sum = sum(behind.stream().map(KpiItem::numerator).toList());
            return items(behind).numerator(sum).measured(sum);
        }

        /**
         * The sum of what stands above the line of these items over the sum of what stands below it; they are behind the value. Exact, unless so many different
         * denominators meet that a sum would not fit a {@link Fraction}: then each summand is rounded half up at 18 places, which is noted as {@code ROUNDED_SUMMANDS}.
         *
         * @param behind whose denominators are more than 0 together
         */
        public KpiResult quotientOf(Collection<KpiItem> behind) {
            Fraction above = sum(behind.stream().map(KpiItem::numerator).toList());
            Fraction below = sum(behind.stream().map(KpiItem::denominator).toList());
            return items(behind).numerator(above).denominator(below).measured(above.dividedBy(below));
        }

        private Fraction sum(List<Fraction> summands) {
            return Sum.exactly(summands).orElseGet(() -> {
                note("ROUNDED_SUMMANDS");
                return Sum.rounded(summands);
            });
        }

        /**
         * The share of these items in percent: what of the numerator is theirs over what of the denominator is, × 100. Of four invoices with one that is late, 25. Gives items and count,
         * too; without a denominator there is no value, for the reason given.
         */
        public KpiResult share(Collection<KpiItem> behind, String zeroCode, String zeroReason) {
            Fraction above = Fraction.ZERO;
            Fraction below = Fraction.ZERO;
            for (KpiItem item : behind) {
                above = above.plus(item.numerator());
                below = below.plus(item.denominator());
            }
            return items(behind).count(behind.size()).quotient(above, below, HUNDRED, zeroCode, zeroReason);
        }

        /**
         * What a statistic says of the numerators of these items, each of which is one value, such as its days: of 1, 2 and 6 a mean of 3 and a median of 2. Gives items and count, and of a mean, which is
         * a quotient, numerator, denominator and factor, too; without items there is no value, for the reason given.
         *
         * @param behind with a denominator of 1
         */
        public KpiResult statistic(
                Statistic statistic, Collection<KpiItem> behind, String zeroCode, String zeroReason) {
            Distribution values =
                    Distribution.of(behind.stream().map(KpiItem::numerator).toList());
            items(behind).count(behind.size());
            if (statistic == Statistic.MEAN) {
                return quotient(values.sum(), Fraction.of(behind.size()), Fraction.ONE, zeroCode, zeroReason);
            }
            return statistic.of(values).map(this::measured).orElseGet(() -> undefined(zeroCode, zeroReason));
        }

        /**
         * {@code numerator / denominator × times}, exactly. A denominator of 0 gives no value, for the reason given; one
         * below 0 gives a value that is noted as {@code NOT_MEANINGFUL} (kpi.md, section 0).
         */
        public KpiResult quotient(Fraction above, Fraction below, Fraction times, String zeroCode, String zeroReason) {
            numerator(above).denominator(below).factor(times);
            if (below.signum() == 0) {
                return undefined(zeroCode, zeroReason);
            }
            Fraction value = above.times(times).dividedBy(below);
            boolean isNoted = below.signum() < 0 && notes.add(NOT_MEANINGFUL);
            KpiResult result = measured(value);
            if (isNoted) {
                notes.remove(NOT_MEANINGFUL); // it is of this result, and not of the next one of this builder
            }
            return result;
        }
    }
}
