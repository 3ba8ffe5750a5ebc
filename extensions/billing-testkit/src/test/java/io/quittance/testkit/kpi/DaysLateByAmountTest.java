package io.quittance.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A KPI of figures of a host's own, which keeps every law. */
class DaysLateByAmountTest
        implements KpiContract.Unordered<List<Bill>>,
                KpiContract.Additive<List<Bill>>,
                KpiContract.Neutral<List<Bill>>,
                KpiContract.Scaled<List<Bill>>,
                KpiContract.Bounded<List<Bill>>,
                KpiContract.Quotient<List<Bill>>,
                KpiContract.Serialisable<List<Bill>> {

    @Override
    public Kpi<List<Bill>> kpi() {
        return new DaysLateByAmount();
    }

    @Override
    public List<Bill> nothing() {
        return List.of();
    }

    @Override
    @Provide
    public Arbitrary<List<Bill>> figures() {
        Arbitrary<Long> cents = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(4, Arbitraries.longs().between(1, 10_000)));
        return Combinators.combine(cents, Arbitraries.integers().between(0, 30))
                .as(Bill::new)
                .list()
                .ofMaxSize(8);
    }

    @Override
    public List<Bill> reordered(List<Bill> bills, Random random) {
        var reordered = new ArrayList<>(bills);
        Collections.shuffle(reordered, random);
        return reordered;
    }

    @Override
    public List<List<Bill>> parts(List<Bill> bills, Random random) {
        int cut = random.nextInt(bills.size() + 1);
        return List.of(List.copyOf(bills.subList(0, cut)), List.copyOf(bills.subList(cut, bills.size())));
    }

    /** Bills over nothing. */
    @Override
    public List<Bill> withNeutral(List<Bill> bills, Random random) {
        var more = new ArrayList<>(bills);
        more.add(random.nextInt(bills.size() + 1), new Bill(0, 30));
        return more;
    }

    @Override
    public List<Bill> scaled(List<Bill> bills, int factor) {
        return bills.stream()
                .map(bill -> new Bill(bill.cents() * factor, bill.daysLate()))
                .toList();
    }

    @Override
    public Fraction highest() {
        return Fraction.of(30);
    }

    @Override
    public Fraction factor(List<Bill> bills) {
        return Fraction.ONE;
    }

    @Example
    void isWhatItsDocumentationSays() {
        assertThat(kpi().compute(List.of(new Bill(1_000, 0), new Bill(3_000, 8)))
                        .value())
                .contains(Fraction.of(6));
    }
}
