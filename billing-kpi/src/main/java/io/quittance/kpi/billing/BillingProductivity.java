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
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How many invoices, or lines of them, a full-time person issued in the period, or a person in an hour. Those made without a person are left out ({@code AUTOMATIC}) and measured by {@link
 * AutomationShare}. 500 invoices of 2.5 full-time equivalents are 200; in 400 hours they are 1.25 per hour.
 */
public final class BillingProductivity implements Kpi<StaffedInvoices>, Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean lines;
    private final boolean perHour;

    private BillingProductivity(boolean lines, boolean perHour) {
        this.lines = lines;
        this.perHour = perHour;
    }

    /** By number of invoices, for each full-time person. */
    public static BillingProductivity invoices() {
        return new BillingProductivity(false, false);
    }

    /** By number of their lines, for each full-time person. */
    public static BillingProductivity lines() {
        return new BillingProductivity(true, false);
    }

    /** The same for each hour of work. */
    public BillingProductivity perHour() {
        return new BillingProductivity(lines, true);
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        "billing.productivity." + (lines ? "lines" : "invoices") + (perHour ? ".per-hour" : ""),
                        (lines ? "Lines invoiced per " : "Invoices per ")
                                + (perHour ? "hour of work" : "full-time person"),
                        KpiUnit.RATIO,
                        Direction.HIGHER,
                        (lines ? "lines of invoices" : "invoices") + " issued in the period by persons / "
                                + (perHour ? "hours that they worked" : "full-time equivalents"))
                .undefinedWhen("nobody worked (NO_STAFF)");
    }

    /** A number for each full-time equivalent or hour; undefined if there is none, or the hours are not known. */
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
        basis.count(items.size()).items(items);
        BigDecimal staff = perHour ? figures.hours() : figures.fullTime();
        return staff == null
                ? basis.missing("hours")
                : basis.quotient(sum, Fraction.of(staff), Fraction.ONE, "NO_STAFF", "nobody worked in the period");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingProductivity that && lines == that.lines && perHour == that.perHour;
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
