package io.quittance.testkit.kpi;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.List;

/** How late the money came, on average over each cent: 10.00 on time and 30.00 eight days late are 6 days. */
record DaysLateByAmount() implements Kpi<List<Bill>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
            "days-late.by-amount",
            "Days late, by amount",
            KpiUnit.DAYS,
            Direction.LOWER,
            "(sum of amount × days late) / sum of amounts");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    @Override
    public KpiResult compute(List<Bill> bills) {
        return KpiBasis.of(DEFINITION)
                .count(bills.size())
                .quotient(centDays(bills), cents(bills), Fraction.ONE, "NOTHING_PAID", "nothing was paid");
    }

    static Fraction centDays(List<Bill> bills) {
        return bills.stream()
                .map(bill -> Fraction.of(bill.cents()).times(Fraction.of(bill.daysLate())))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    static Fraction cents(List<Bill> bills) {
        return bills.stream().map(bill -> Fraction.of(bill.cents())).reduce(Fraction.ZERO, Fraction::plus);
    }
}
