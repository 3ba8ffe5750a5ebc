package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.Optional;

/**
 * What of the numerator and of the denominator belongs to a part; of a KPI that is a sum, what of the sum does, and 0. Those of the parts add up to those of the whole.
 *
 * @param numerator as {@link KpiBasis#numerator()}
 * @param denominator as {@link KpiBasis#denominator()}; 0 if the KPI is a sum
 */
public record Totals(Fraction numerator, Fraction denominator) implements Serializable {
    /** Nothing of either: what has no part in it. */
    public static final Totals NONE = new Totals(Fraction.ZERO, Fraction.ZERO);

    /** Checks that both are there. */
    public Totals {
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
    }

    /** Both together. */
    public Totals plus(Totals other) {
        return new Totals(numerator.plus(other.numerator), denominator.plus(other.denominator));
    }

    static Totals of(KpiItem item) {
        return new Totals(item.numerator(), item.denominator());
    }

    /** How a KPI comes about of its totals. */
    enum Form {
        /** Its value is its numerator. */
        SUM,
        /** Its value is its numerator / its denominator × a factor. */
        QUOTIENT
    }

    /** How this value comes about of totals; empty if it does not, as a median, or if that is not known. */
    static Optional<Form> form(KpiResult result) {
        KpiBasis basis = result.basis();
        if (basis.numerator().isPresent() && basis.denominator().isPresent()) {
            return result.value().map(value -> follows(value, basis)).orElse(true)
                    ? Optional.of(Form.QUOTIENT)
                    : Optional.empty();
        }
        if (basis.denominator().isPresent()) {
            return Optional.empty();
        }
        boolean isSum = result.value()
                .map(value -> switch (basis.definition().unit()) {
                    case MONEY, COUNT -> true;
                    case HOURS, POINTS ->
                        basis.numerator().filter(value::equals).isPresent();
                    case DAYS, MONTHS, PERCENT, RATIO -> false;
                })
                .orElseGet(() -> isNothing(basis));
        return isSum ? Optional.of(Form.SUM) : Optional.empty();
    }

    /** Whether a value is a multiple of the quotient: 0 where that is 0, and only there. */
    private static boolean follows(Fraction value, KpiBasis basis) {
        boolean isZero = basis.numerator().filter(above -> above.signum() == 0).isPresent();
        return basis.denominator().filter(below -> below.signum() != 0).isPresent() && isZero == (value.signum() == 0);
    }

    /** A sum of nothing, which is undefined only because nothing was there: what was billed to a customer without invoices. */
    private static boolean isNothing(KpiBasis basis) {
        KpiUnit unit = basis.definition().unit();
        return (unit == KpiUnit.MONEY || unit == KpiUnit.COUNT)
                && basis.items().isEmpty()
                && basis.numerator().filter(above -> above.signum() == 0).isPresent();
    }

    /** The totals of a result of this form; empty if it does not tell them. */
    static Optional<Totals> of(KpiResult result, Form form) {
        if (form(result).filter(form::equals).isEmpty()) {
            return Optional.empty();
        }
        KpiBasis basis = result.basis();
        return switch (form) {
            case SUM -> Optional.of(new Totals(result.value().orElse(Fraction.ZERO), Fraction.ZERO));
            case QUOTIENT ->
                basis.numerator().flatMap(above -> basis.denominator().map(below -> new Totals(above, below)));
        };
    }

    /** The factor of a quotient, such as 100 or the days of a period; empty if the numerator is 0 and does not tell it. */
    static Optional<Fraction> factor(KpiResult result) {
        KpiBasis basis = result.basis();
        return result.value()
                .flatMap(value -> basis.numerator()
                        .filter(above -> above.signum() != 0)
                        .flatMap(above -> basis.denominator()
                                .map(below -> value.times(below).dividedBy(above))));
    }
}
