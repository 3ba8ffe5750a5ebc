package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By what prices are multiplied on a day, or which value of an index is missing to say it. After 3 % on 1 January 2027 and
 * again on 1 January 2028 it is 1.0609.
 */
public sealed interface PriceFactor extends Serializable {

    /** Answers by whether the factor is known. */
    <T> T match(Function<Known, T> known, Function<Missing, T> missing);

    /** The exact factor, if it is known. */
    default Optional<Fraction> factor() {
        return match(known -> Optional.of(known.exact()), missing -> Optional.empty());
    }

    /** A factor that is known. */
    final class Known implements PriceFactor {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
        private final List<PriceAdjustment> adjustments;

        private final Fraction exact;

        Known(List<PriceAdjustment> adjustments) {
            this.adjustments = List.copyOf(adjustments);
            Fraction product = Fraction.ONE;
            LocalDate last = LocalDate.MIN;
            for (PriceAdjustment adjustment : adjustments) {
                Require.that(
                        adjustment.day().isAfter(last),
                        "escalation.order",
                        "adjustments",
                        "must be in the order of their days",
                        adjustment.day());
                last = adjustment.day();
                product = product.times(adjustment.factor());
            }
            exact = product;
        }

        @Override
        public <T> T match(Function<Known, T> known, Function<Missing, T> missing) {
            return known.apply(this);
        }

        /** The factor, exactly; 1 before the first adjustment. */
        public Fraction exact() {
            return exact;
        }

        /** The adjustments whose factors multiply to it, in order. */
        public List<PriceAdjustment> adjustments() {
            return adjustments;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known that && adjustments.equals(that.adjustments);
        }

        @Override
        public int hashCode() {
            return adjustments.hashCode();
        }

        /** For example {@code × 1.0609, 2 adjustments}. */
        @Override
        public String toString() {
            return "× " + exact + ", " + adjustments.size() + " adjustments";
        }

        /** Checked again on the way back in. */
        private Object readResolve() {
            return new Known(adjustments);
        }
    }

    /** A factor that is not known yet, since an index has not been published. */
    final class Missing implements PriceFactor {
        private static final long serialVersionUID = 1L;

        private final String index;
        private final YearMonth month;
        private final LocalDate day;
        private final Known before;

        Missing(String index, YearMonth month, LocalDate day, Known before) {
            this.index = Require.id(index, "index");
            this.month = requireNonNull(month, "month");
            this.day = Dates.inCalendar(day, "day");
            this.before = requireNonNull(before, "before");
        }

        @Override
        public <T> T match(Function<Known, T> known, Function<Missing, T> missing) {
            return missing.apply(this);
        }

        /** The name of the index. */
        public String index() {
            return index;
        }

        /** The month whose value is missing. */
        public YearMonth month() {
            return month;
        }

        /** The day of the first adjustment that cannot be made without it. */
        public LocalDate day() {
            return day;
        }

        /** The factor up to that day, for whoever bills at the old price until the index is published. */
        public Known before() {
            return before;
        }

        /** The reason in words. */
        public Explanation explanation() {
            return Explanation.of(
                    "escalation.missing",
                    "the adjustment of {0} waits for {1} of {2}, which is not published",
                    day,
                    index,
                    month);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Missing that
                    && index.equals(that.index)
                    && month.equals(that.month)
                    && day.equals(that.day)
                    && before.equals(that.before);
        }

        @Override
        public int hashCode() {
            return Objects.hash(index, month, day, before);
        }

        /** For example {@code the adjustment of 2027-01-01 waits for CPI-U of 2026-10, which is not published}. */
        @Override
        public String toString() {
            return explanation().text();
        }

        /** Checked again on the way back in. */
        private Object readResolve() {
            return new Missing(index, month, day, before);
        }
    }
}
