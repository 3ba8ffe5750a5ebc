package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of a KPI, or the reason why it has none. The value is exact; it is rounded by whoever shows it. DSO of 1200.00
 * receivables and 1000.00 sales in 30 days is 36 days; without sales it is undefined, {@code NO_SALES}.
 */
public sealed interface KpiResult extends Serializable {

    /** Answers by the kind of result. */
    <T> T match(Function<Measured, T> measured, Function<Undefined, T> undefined);

    /** What the result rests on. */
    KpiBasis basis();

    /** The exact value, if there is one. */
    default Optional<Fraction> value() {
        return match(measured -> Optional.of(measured.exact()), undefined -> Optional.empty());
    }

    /**
     * The same result, said to be of a part of the whole, as a result by itself does not tell of whom its figures were: days sales outstanding of the figures of customer ACME is {@code
     * only("customer", "ACME")}, of the KPI {@code dso.simple[customer=ACME]}. A target of that KPI takes it, and refuses that of all customers.
     *
     * @param what the whole is cut by, one lower-case word, such as the name of a dimension
     * @param part which one it is
     * @see KpiDefinition#only
     */
    default KpiResult only(String what, String part) {
        return match(
                measured -> new Measured(measured.exact(), basis().only(what, part)),
                undefined -> new Undefined(undefined.code(), undefined.reason(), basis().only(what, part)));
    }

    /** The value rounded, if there is one. */
    default Optional<BigDecimal> rounded(Rounding rounding) {
        return value().map(exact -> exact.round(rounding));
    }

    /** A result with a value. */
    final class Measured implements KpiResult {
        private static final long serialVersionUID = 1L;

        private final Fraction exact;
        private final KpiBasis basis;

        Measured(Fraction exact, KpiBasis basis) {
            this.exact = requireNonNull(exact, "exact");
            this.basis = requireNonNull(basis, "basis");
            Require.that(
                    basis.definition().unit() != KpiUnit.MONEY
                            || basis.currency().isPresent(),
                    "kpi.currency",
                    "currency",
                    "must be given for MONEY",
                    null);
        }

        @Override
        public <T> T match(Function<Measured, T> measured, Function<Undefined, T> undefined) {
            return measured.apply(this);
        }

        /** The value, exactly. */
        public Fraction exact() {
            return exact;
        }

        /** What it counts. */
        public KpiUnit unit() {
            return basis.definition().unit();
        }

        @Override
        public KpiBasis basis() {
            return basis;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Measured that && exact.equals(that.exact) && basis.equals(that.basis);
        }

        @Override
        public int hashCode() {
            return Objects.hash(exact, basis);
        }

        @Override
        public String toString() {
            return basis + ": " + exact + " " + unit();
        }

        private Object readResolve() {
            return new Measured(exact, basis);
        }
    }

    /** A result without a value. */
    final class Undefined implements KpiResult {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final String reason;
        private final KpiBasis basis;

        Undefined(String code, String reason, KpiBasis basis) {
            this.code = Require.code(code, "code");
            this.reason = Require.id(reason, "reason");
            this.basis = requireNonNull(basis, "basis");
        }

        @Override
        public <T> T match(Function<Measured, T> measured, Function<Undefined, T> undefined) {
            return undefined.apply(this);
        }

        /** The stable name of the reason, made of capital letters, digits and underscores, such as {@code NO_SALES}. */
        public String code() {
            return code;
        }

        /** The reason in words. */
        public String reason() {
            return reason;
        }

        @Override
        public KpiBasis basis() {
            return basis;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Undefined that
                    && code.equals(that.code)
                    && reason.equals(that.reason)
                    && basis.equals(that.basis);
        }

        @Override
        public int hashCode() {
            return Objects.hash(code, reason, basis);
        }

        @Override
        public String toString() {
            return basis + ": undefined, " + reason;
        }

        private Object readResolve() {
            return new Undefined(code, reason, basis);
        }
    }
}
