package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many of the customers invoiced in the period come again: with two or more invoices in it, or with one before it, too. Leave the invoices of renewals out where they shall not count. 2,000 of 4,000
 * customers are 50 %.
 */
public final class RepeatBusiness implements Kpi<EventFigures<IssuedInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("ImmutableEnumChecker") // a definition is a record of strings and enums
    private enum Method {
        IN_PERIOD(KpiDefinition.of(
                        "repeat-business.in-period",
                        "Repeat business in the period",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "customers with two or more invoices issued in the period / customers with one or more × 100")
                .undefinedWhen(Invoices.NONE_ISSUED)),
        EVER(KpiDefinition.of(
                        "repeat-business.ever",
                        "Repeat business",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "customers with an invoice in the period and another in it or before / customers with one or more in the period × 100")
                .undefinedWhen(Invoices.NONE_ISSUED));

        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private RepeatBusiness(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** Two or more invoices in the period. */
    public static RepeatBusiness inPeriod() {
        return new RepeatBusiness(Method.IN_PERIOD);
    }

    /** Or one in the period and one before, among the events given. */
    public static RepeatBusiness ever() {
        return new RepeatBusiness(Method.EVER);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent of customers, who are the items; undefined if no invoice was issued in the period. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        Map<String, Integer> in = new TreeMap<>();
        Map<String, Integer> before = new TreeMap<>();
        for (IssuedInvoice invoice : figures.events()) {
            invoice.date(Stage.ISSUED).ifPresent(day -> {
                if (figures.period().contains(day)) {
                    in.merge(invoice.customer(), 1, Integer::sum);
                } else if (day.isBefore(figures.period().start())) {
                    before.merge(invoice.customer(), 1, Integer::sum);
                }
            });
        }
        var items = new ArrayList<KpiItem>();
        for (Map.Entry<String, Integer> customer : in.entrySet()) {
            boolean comesAgain =
                    customer.getValue() >= 2 || (method == Method.EVER && before.containsKey(customer.getKey()));
            items.add(KpiItem.counted(customer.getKey(), comesAgain));
        }
        return Invoices.basis(definition(), figures).share(items, "NO_INVOICES", "no invoice was issued in the period");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RepeatBusiness that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new RepeatBusiness(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
