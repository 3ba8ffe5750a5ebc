package io.quittance.kpi.billing;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many invoices, or lines of them, a full-time person issued in the period. Those made without a person are left out ({@code AUTOMATIC}) and measured by {@link AutomationShare}. 500 invoices of 2.5
 * full-time equivalents are 200.
 */
public final class BillingProductivity implements Kpi<StaffedInvoices>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final String CASES = "nobody worked (NO_STAFF)";

    private static final KpiDefinition INVOICES = KpiDefinition.of(
                    "billing.productivity.invoices",
                    "Invoices per full-time person",
                    KpiUnit.RATIO,
                    Direction.HIGHER,
                    "invoices issued in the period by persons / full-time equivalents")
            .undefinedWhen(CASES);

    private static final KpiDefinition LINES = KpiDefinition.of(
                    "billing.productivity.lines",
                    "Lines invoiced per full-time person",
                    KpiUnit.RATIO,
                    Direction.HIGHER,
                    "lines of invoices issued in the period by persons / full-time equivalents")
            .undefinedWhen(CASES);

    private final boolean lines;

    private BillingProductivity(boolean lines) {
        this.lines = lines;
    }

    /** By number of invoices. */
    public static BillingProductivity invoices() {
        return new BillingProductivity(false);
    }

    /** By number of their lines. */
    public static BillingProductivity lines() {
        return new BillingProductivity(true);
    }

    @Override
    public KpiDefinition definition() {
        return lines ? LINES : INVOICES;
    }

    /** A number for each full-time equivalent; undefined if there is none. */
    @Override
    public KpiResult compute(StaffedInvoices figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures.invoices());
        var items = new ArrayList<KpiItem>();
        Fraction sum = Fraction.ZERO;
        for (IssuedInvoice invoice : Invoices.in(figures.invoices(), Stage.ISSUED)) {
            if (invoice.automatic()) {
                basis.exclusion("AUTOMATIC");
            } else {
                Fraction number = lines ? Fraction.of(invoice.lines()) : Fraction.ONE;
                sum = sum.plus(number);
                items.add(new KpiItem(invoice.key(), number, Fraction.ZERO));
            }
        }
        return basis.count(items.size())
                .items(items)
                .quotient(
                        sum, Fraction.of(figures.fullTime()), Fraction.ONE, "NO_STAFF", "nobody worked in the period");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingProductivity that && lines == that.lines;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
