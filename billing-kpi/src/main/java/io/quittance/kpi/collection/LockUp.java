package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How many days of revenue are locked up between the work and the cash: what is not invoiced yet, and with it what is invoiced and not paid. Both
 * have one revenue, the credit sales of the period.
 */
public final class LockUp implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        UNBILLED(KpiDefinition.of(
                        "billing.unbilled-days",
                        "Unbilled days",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "rendered and not invoiced at the end of the period / credit sales of the period × days of the period")
                .undefinedWhen("no sales (NO_SALES)")
                .definedBy("Link Academy, WIP days")),
        LOCK_UP(KpiDefinition.of(
                        "billing.lock-up",
                        "Lock-up days",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "billing.unbilled-days + dso.simple")
                .undefinedWhen("no sales (NO_SALES)")
                .definedBy("Link Academy, lock-up"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private LockUp(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /**
     * Not invoiced yet / credit sales of the period × days of the period: 312285.48 / 1577379.08 × 365 are 72.26 days.
     */
    public static LockUp unbilledDays() {
        return new LockUp(Method.UNBILLED);
    }

    /** Unbilled days and days sales outstanding together: 72.26 and 46.28 are 118.54 days. */
    public static LockUp total() {
        return new LockUp(Method.LOCK_UP);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In days; undefined without sales. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        var given = new Given();
        Fraction unbilled = given.amount("unbilled", figures.unbilled());
        Fraction owed = method == Method.LOCK_UP
                ? given.amount("closingReceivables", figures.closingReceivables())
                : Fraction.ZERO;
        Fraction sold = given.sales(figures);
        Fraction days = given.days(figures);
        return given.compute(
                basis,
                () -> basis.quotient(
                        unbilled.plus(owed), sold, days, "NO_SALES", "there were no credit sales in the period"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LockUp that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new LockUp(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
