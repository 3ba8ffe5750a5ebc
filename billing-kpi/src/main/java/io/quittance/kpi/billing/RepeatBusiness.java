package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many of the customers invoiced in the period come again: with two or more invoices in it, or with one before it, too; with the invoices of renewals or without ({@code RENEWAL}). 2,000 of 4,000
 * customers are 50 %.
 */
public final class RepeatBusiness implements Kpi<EventFigures<IssuedInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        IN_PERIOD(
                "repeat-business.in-period",
                "Repeat business in the period",
                "customers with two or more invoices issued in the period / customers with one or more × 100"),
        EVER(
                "repeat-business.ever",
                "Repeat business",
                "customers with an invoice in the period and another in it or before / customers with one or more in the period × 100");

        private final String id;
        private final String called;
        private final String formula;

        Method(String id, String called, String formula) {
            this.id = id;
            this.called = called;
            this.formula = formula;
        }
    }

    private final Method method;
    private final boolean renewals;

    private RepeatBusiness(Method method, boolean renewals) {
        this.method = requireNonNull(method, "method");
        this.renewals = renewals;
    }

    /** Two or more invoices in the period. */
    public static RepeatBusiness inPeriod() {
        return new RepeatBusiness(Method.IN_PERIOD, true);
    }

    /** Or one in the period and one before, among the events given. */
    public static RepeatBusiness ever() {
        return new RepeatBusiness(Method.EVER, true);
    }

    /** The same without the invoices that only renew what the customer had; who has no other in the period does not count. */
    public RepeatBusiness withoutRenewals() {
        return new RepeatBusiness(method, false);
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.of(
                        method.id + (renewals ? "" : ".without-renewals"),
                        method.called + (renewals ? "" : ", without renewals"),
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        method.formula + (renewals ? "" : ", without renewals"))
                .undefinedWhen(Invoices.NONE_ISSUED);
    }

    /** In percent of customers, who are the items; undefined if no invoice was issued in the period. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        Map<String, Integer> in = new TreeMap<>();
        Map<String, Integer> before = new TreeMap<>();
        for (IssuedInvoice invoice : figures.events()) {
            LocalDate day = invoice.date(Stage.ISSUED).orElse(LocalDate.MAX);
            boolean isInPeriod = figures.period().contains(day);
            if (invoice.renewal() && !renewals) {
                if (isInPeriod) {
                    basis.exclusion("RENEWAL");
                }
            } else if (isInPeriod) {
                in.merge(invoice.customer(), 1, Integer::sum);
            } else if (day.isBefore(figures.period().start())) {
                before.merge(invoice.customer(), 1, Integer::sum);
            }
        }
        var items = new ArrayList<KpiItem>();
        for (Map.Entry<String, Integer> customer : in.entrySet()) {
            boolean comesAgain =
                    customer.getValue() >= 2 || (method == Method.EVER && before.containsKey(customer.getKey()));
            items.add(KpiItem.counted(customer.getKey(), comesAgain));
        }
        return basis.share(items, "NO_INVOICES", "no invoice was issued in the period");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RepeatBusiness that && method == that.method && renewals == that.renewals;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new RepeatBusiness(method, renewals);
    }

    @Override
    public String toString() {
        return id();
    }
}
