package io.quittance.kpi.collection;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of receivables hangs on few customers. Customers with more on account than open are left out, and {@code CREDIT_BALANCES} is among the
 * exclusions. The items of a result are the customers.
 */
public final class Concentration implements Kpi<CustomerBalances>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final String UNDEFINED_WHEN = "nothing is owed (NO_RECEIVABLES)";
    private static final KpiDefinition HERFINDAHL = KpiDefinition.of(
                    "concentration.hhi",
                    "Concentration, Herfindahl-Hirschman index",
                    KpiUnit.POINTS,
                    Direction.LOWER,
                    "sum over the customers of (receivables of the customer / all receivables × 100)²")
            .undefinedWhen(UNDEFINED_WHEN)
            .definedBy("Herfindahl-Hirschman index, U.S. Department of Justice");

    /** How many customers; 0 for the index of all of them. */
    private final int top;

    private Concentration(int top) {
        Require.that(top >= 0, "number.negative", "customers", "must not be negative", top);
        this.top = top;
    }

    /**
     * What the customers owe who owe most, in percent of what all owe: with 50, 30 and 20, the two of them have 80 %.
     *
     * @param customers how many, 1 or more
     */
    public static Concentration top(int customers) {
        Require.that(customers >= 1, "kpi.customers", "customers", "must be 1 or more", customers);
        return new Concentration(customers);
    }

    /** The Herfindahl-Hirschman index: the sum of the squares of all shares in percent, from near 0 to 10000. 50, 30 and 20 % are 3800 points. */
    public static Concentration herfindahl() {
        return new Concentration(0);
    }

    @Override
    public KpiDefinition definition() {
        return top == 0
                ? HERFINDAHL
                : KpiDefinition.of(
                                "concentration.top." + top,
                                "Concentration, top n customers, n = " + top,
                                KpiUnit.PERCENT,
                                Direction.LOWER,
                                "receivables of the n customers who owe most / all receivables × 100")
                        .undefinedWhen(UNDEFINED_WHEN)
                        .definedBy("common practice");
    }

    /** In percent, or points of the index; undefined if nobody owes anything. */
    @Override
    public KpiResult compute(CustomerBalances figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        List<Map.Entry<String, Amount>> owing = new ArrayList<>();
        for (Map.Entry<String, Amount> each : figures.byCustomer().entrySet()) {
            basis.currency(each.getValue().getCurrency().getCurrencyCode());
            if (each.getValue().signum() > 0) {
                owing.add(each);
            } else if (each.getValue().signum() < 0) {
                basis.exclusion("CREDIT_BALANCES");
            }
        }
        Fraction all = owing.stream().map(each -> each.getValue().toFraction()).reduce(Fraction.ZERO, Fraction::plus);
        basis.count(owing.size());
        if (all.signum() == 0) {
            return basis.denominator(all).undefined("NO_RECEIVABLES", "no customer owes anything");
        }
        return top == 0 ? herfindahl(basis, owing, all) : top(basis, owing, all);
    }

    private KpiResult top(KpiBasis.Builder basis, List<Map.Entry<String, Amount>> owing, Fraction all) {
        owing.sort(
                Collections.reverseOrder(Map.Entry.comparingByValue())); // stable: customers who owe the same by name
        var items = new ArrayList<KpiItem>();
        Fraction most = Fraction.ZERO;
        for (Map.Entry<String, Amount> each : owing) {
            Fraction owed = each.getValue().toFraction();
            Fraction part = items.size() < top ? owed : Fraction.ZERO;
            items.add(new KpiItem(each.getKey(), part, owed));
            most = most.plus(part);
        }
        return basis.items(items).quotient(most, all, Quotients.HUNDRED, "NO_RECEIVABLES", "no customer owes anything");
    }

    private static KpiResult herfindahl(KpiBasis.Builder basis, List<Map.Entry<String, Amount>> owing, Fraction all) {
        var items = new ArrayList<KpiItem>();
        Fraction points = Fraction.ZERO;
        for (Map.Entry<String, Amount> each : owing) {
            Fraction share =
                    each.getValue().toFraction().times(Quotients.HUNDRED).dividedBy(all);
            items.add(new KpiItem(each.getKey(), share.times(share), Fraction.ZERO));
            points = points.plus(share.times(share));
        }
        return basis.items(items).numerator(points).measured(points);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Concentration that && top == that.top;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new Concentration(top);
    }

    @Override
    public String toString() {
        return id();
    }
}
