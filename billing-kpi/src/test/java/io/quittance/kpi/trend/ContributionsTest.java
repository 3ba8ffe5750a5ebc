package io.quittance.kpi.trend;

import static io.quittance.kpi.trend.Given.days;
import static io.quittance.kpi.trend.Given.item;
import static io.quittance.kpi.trend.Given.none;
import static io.quittance.kpi.trend.Given.share;
import static io.quittance.kpi.trend.Given.six;
import static io.quittance.kpi.trend.Given.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.trend.Contribution.Kind;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    /** Overdue was 10 of 100 and is 30 of 150. */
    private static final Change OVERDUE = new Change(share(1, 10, 100), share(2, 30, 150));

    private static Totals totals(long numerator, long denominator) {
        return new Totals(Fraction.of(numerator), Fraction.of(denominator));
    }

    /** By hand, as in the Javadoc: A (3000 − 500) / 150 − (1000 − 500) / 100 = 35 / 3, B −1000 / 150 + 500 / 100 = −5 / 3. */
    @Test
    void ofAShareAddUpToItsChange() {
        var by = Contributions.of(
                Dimension.CUSTOMER,
                OVERDUE,
                Map.of("A", totals(10, 50), "B", totals(0, 50)),
                Map.of("B", totals(0, 100), "A", totals(30, 50)));
        assertThat(by.lines()).extracting(Contribution::key).containsExactly("A", "B");
        assertThat(by.line("A").orElseThrow().amount()).isEqualTo(Fraction.of(35, 3));
        assertThat(by.line("B").orElseThrow().amount()).isEqualTo(Fraction.of(-5, 3));
        assertThat(by.rest()).contains(Fraction.ZERO);
        assertThat(by.note()).isEmpty();
        assertThat(by).hasToString("2 contributions by customer");
    }

    /** C is new, with 20 of 50; what is known of the base are 10 of 60, so that 40 in the denominator belong to nobody: 10 points × 40 / 100. */
    @Test
    void haveARestWhereKeysAreNotAll() {
        var by = Contributions.of(
                Dimension.CUSTOMER,
                OVERDUE,
                Map.of("A", totals(10, 60)),
                Map.of("A", totals(10, 100), "C", totals(20, 50)));
        assertThat(by.line("C").orElseThrow().kind()).isEqualTo(Kind.NEW);
        assertThat(by.line("C").orElseThrow().amount()).isEqualTo(Fraction.of(10));
        assertThat(by.line("A").orElseThrow().amount()).isEqualTo(Fraction.of(-4));
        assertThat(by.rest()).contains(Fraction.of(4));
    }

    /** By hand: 500 were billed and 620 are; invoice by invoice. */
    @Test
    void ofASumAreTheDifferencesOfTheItems() {
        var change = new Change(
                sum(Given.BILLED, 1, 500, item("R-1", 200, 0), item("R-2", 250, 0), item("R-3", 50, 0)),
                sum(Given.BILLED, 2, 620, item("R-1", 200, 0), item("R-3", 70, 0), item("R-4", 350, 0)));
        var by = Contributions.ofItems(change);
        assertThat(by.lines())
                .extracting(Contribution::key, line -> six(line.amount()), Contribution::kind)
                .containsExactly(
                        tuple("R-4", "350.000000", Kind.NEW),
                        tuple("R-2", "-250.000000", Kind.GONE),
                        tuple("R-3", "20.000000", Kind.CHANGED),
                        tuple("R-1", "0.000000", Kind.UNCHANGED));
        assertThat(by.moved()).extracting(Contribution::key).containsExactly("R-4", "R-2", "R-3");
        Contributions.Top top = by.top(2).orElseThrow();
        assertThat(top.lines()).extracting(Contribution::key).containsExactly("R-4", "R-2");
        assertThat(top.others()).isEqualTo(Fraction.of(20));
        assertThat(by.rest()).contains(Fraction.ZERO);
    }

    @Test
    void areGroupedByAPropertyOfTheItems() {
        var change = new Change(
                sum(Given.BILLED, 1, 500, item("R-1", 200, 0), item("R-2", 250, 0), item("R-3", 50, 0)),
                sum(Given.BILLED, 2, 620, item("R-1", 200, 0), item("R-3", 70, 0), item("R-4", 350, 0)));
        var by = Contributions.ofItems(
                change, Dimension.REASON, Map.of("R-2", "lost order", "R-4", "new order", "R-3", "new order"));
        assertThat(by.lines())
                .extracting(Contribution::key, line -> six(line.amount()))
                .containsExactly(tuple("new order", "370.000000"), tuple("lost order", "-250.000000"));
        assertThat(by.rest()).contains(Fraction.ZERO);
        assertThat(by.dimension()).isEqualTo(Dimension.REASON);
    }

    /** An invoice that is the same contributes to a share all the same: 10 of 100 are more than 10 of 200; it has not moved, and is among the others. */
    @Test
    void ofAShareHaveOthersThatDidNotMove() {
        var change = new Change(
                share(1, 10, 100, item("R-1", 10, 10), item("R-2", 0, 90)),
                share(2, 10, 200, item("R-1", 10, 10), item("R-2", 0, 90), item("R-3", 0, 100)));
        var by = Contributions.ofItems(change);
        assertThat(by.line("R-1").orElseThrow().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(six(by.line("R-1").orElseThrow().amount())).isEqualTo("-4.500000");
        assertThat(by.moved()).extracting(Contribution::key).containsExactly("R-3");
        Contributions.Top top = by.top(5).orElseThrow();
        assertThat(top.lines().get(0).amount().plus(top.others())).isEqualTo(Fraction.of(-5));
    }

    @Test
    void areNotOfWhatIsNoQuotientOfTotals() {
        var median = new Change(days(1, "10"), days(2, "12"));
        var by = Contributions.of(Dimension.CUSTOMER, median, Map.of("A", totals(1, 1)), Map.of("A", totals(2, 1)));
        assertThat(by.note()).contains("NOT_ADDITIVE");
        assertThat(by.lines()).isEmpty();
        assertThat(by.rest()).contains(Fraction.of(2));
        assertThat(by.top(1).orElseThrow().others()).isEqualTo(Fraction.of(2));
        assertThat(by).hasToString("0 contributions by customer, NOT_ADDITIVE");
    }

    @Test
    void ofAnUndefinedChangeAreNoNumbers() {
        var by = Contributions.ofItems(new Change(share(1, 1, 2), none(Given.SHARE, 2)));
        assertThat(by.note()).contains("UNDEFINED");
        assertThat(by.lines()).isEmpty();
        assertThat(by.rest()).isEmpty();
        assertThat(by.top(3)).isEmpty();
    }

    /** 5 and −5 are 0 of 100: whether 5 counts once or a hundred times is not told. With nothing above the line it does not matter. */
    @Test
    void sayWhereAFactorIsNotKnown() {
        var change = new Change(share(1, 0, 100, item("A", 5, 50), item("B", -5, 50)), share(2, 10, 100));
        assertThat(Contributions.ofItems(change).note()).contains("FACTOR_UNKNOWN");
        var fromNothing = new Change(share(1, 0, 100, item("A", 0, 100)), share(2, 10, 100, item("A", 10, 100)));
        assertThat(Contributions.ofItems(fromNothing).line("A").orElseThrow().amount())
                .isEqualTo(Fraction.of(10));
    }

    /** From 20 % to 30 %: all 10 points are the rest. */
    @Test
    void mayBeNoneForAReasonThatIsGiven() {
        var change = new Change(share(1, 20, 100), share(2, 30, 100));
        var none = Contributions.without(Dimension.CURRENCY, change, "NOT_ADDITIVE");
        assertThat(none.lines()).isEmpty();
        assertThat(none.note()).contains("NOT_ADDITIVE");
        assertThat(none.rest()).contains(Fraction.of(10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contributions.without(Dimension.CURRENCY, change, "not additive"))
                .withMessage("note must be made of capital letters, digits and underscores, but was not additive");
    }

    @Test
    void refuseAnEmptyTop() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contributions.ofItems(OVERDUE).top(0))
                .withMessage("most must be 1 or more, but was 0");
    }

    /** Totals of a key: in base above and below the line, and now. */
    private record Key(long n0, long d0, long n1, long d1) {}

    @Provide
    Arbitrary<List<Key>> keys() {
        Arbitrary<Long> above = Arbitraries.longs().between(-50, 1000);
        Arbitrary<Long> below = Arbitraries.longs().between(0, 1000);
        return Combinators.combine(above, below, above, below)
                .as(Key::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Of 31 days before and 30 now, as days sales outstanding count. */
    @Property(tries = 300)
    void ofAQuotientAddUpExactly(@ForAll("keys") List<Key> keys) {
        KpiResult base = quotient(
                1,
                keys.stream().mapToLong(Key::n0).sum(),
                keys.stream().mapToLong(Key::d0).sum(),
                31);
        KpiResult now = quotient(
                2,
                keys.stream().mapToLong(Key::n1).sum(),
                keys.stream().mapToLong(Key::d1).sum(),
                30);
        var were = new HashMap<String, Totals>();
        var are = new HashMap<String, Totals>();
        for (int i = 0; i < keys.size(); i++) {
            were.put("K" + i, totals(keys.get(i).n0(), keys.get(i).d0()));
            are.put("K" + i, totals(keys.get(i).n1(), keys.get(i).d1()));
        }
        var change = new Change(base, now);
        var by = Contributions.of(Dimension.CUSTOMER, change, were, are);
        if (by.note().isEmpty()) {
            Fraction sum = by.lines().stream().map(Contribution::amount).reduce(Fraction.ZERO, Fraction::plus);
            assertThat(sum).isEqualTo(change.absolute().value().orElseThrow());
            assertThat(by.rest()).contains(Fraction.ZERO);
            by.top(2)
                    .ifPresent(top -> assertThat(top.lines().stream()
                                    .map(Contribution::amount)
                                    .reduce(top.others(), Fraction::plus))
                            .isEqualTo(sum));
        } else {
            assertThat(by.note().orElseThrow())
                    .isEqualTo(change.absolute().value().isEmpty() ? "UNDEFINED" : "FACTOR_UNKNOWN");
        }
    }

    private static KpiResult quotient(int month, long above, long below, long factor) {
        return Given.quotient(Given.SHARE, month, above, below, factor);
    }

    /** However the keys are put together in groups, a group contributes what its keys do. */
    @Property(tries = 100)
    void ofAGroupAreThoseOfItsKeys(@ForAll("keys") List<Key> keys) {
        var before = new ArrayList<KpiItem>();
        var after = new ArrayList<KpiItem>();
        var groups = new HashMap<String, String>();
        for (int i = 0; i < keys.size(); i++) {
            before.add(item("K" + i, keys.get(i).n0(), keys.get(i).d0()));
            after.add(item("K" + i, keys.get(i).n1(), keys.get(i).d1()));
            groups.put("K" + i, i % 2 == 0 ? "even" : "odd");
        }
        var change = new Change(
                share(
                        1,
                        keys.stream().mapToLong(Key::n0).sum(),
                        keys.stream().mapToLong(Key::d0).sum(),
                        before.toArray(new KpiItem[0])),
                share(
                        2,
                        keys.stream().mapToLong(Key::n1).sum(),
                        keys.stream().mapToLong(Key::d1).sum(),
                        after.toArray(new KpiItem[0])));
        var byItem = Contributions.ofItems(change);
        var byGroup = Contributions.ofItems(change, Dimension.SEGMENT, groups);
        if (byItem.note().isEmpty() && byGroup.note().isEmpty()) {
            Fraction even = byItem.lines().stream()
                    .filter(line -> "even".equals(groups.get(line.key())))
                    .map(Contribution::amount)
                    .reduce(Fraction.ZERO, Fraction::plus);
            assertThat(byGroup.line("even").map(Contribution::amount).orElse(Fraction.ZERO))
                    .isEqualTo(even);
        }
    }

    /** An amount that becomes a quotient of totals has no parts that add up. */
    @Test
    void areNotOfASumAndAQuotient() {
        var change = new Change(
                sum(Given.OWED, 1, 10, item("A", 10, 0)), Given.quotient(Given.OWED, 2, 30, 2, 1, item("A", 30, 2)));
        assertThat(Contributions.ofItems(change).note()).contains("NOT_ADDITIVE");
    }

    /** The same of what is known now, and not only of the base. */
    @Test
    void sayWhereTheFactorOfEitherIsNotKnown() {
        var now = new Change(share(1, 10, 100), share(2, 0, 100, item("A", 5, 50), item("B", -5, 50)));
        assertThat(Contributions.ofItems(now).note()).contains("FACTOR_UNKNOWN");
    }

    @Test
    void whatDiffersInOneThingIsNotEqual() {
        Map<String, Totals> were = Map.of("A", totals(10, 100));
        Map<String, Totals> are = Map.of("A", totals(30, 150));
        var by = Contributions.of(Dimension.CUSTOMER, OVERDUE, were, are);
        assertThat(by)
                .isEqualTo(Contributions.of(Dimension.CUSTOMER, OVERDUE, were, are))
                .isNotEqualTo(Contributions.of(Dimension.SEGMENT, OVERDUE, were, are))
                .isNotEqualTo(Contributions.of(
                        Dimension.CUSTOMER, new Change(share(1, 20, 100), share(2, 30, 150)), were, are))
                .isNotEqualTo(Contributions.of(Dimension.CUSTOMER, OVERDUE, were, were))
                .isNotEqualTo("1 contributions by customer");
        assertThat(Contributions.without(Dimension.CUSTOMER, OVERDUE, "ONE"))
                .isNotEqualTo(Contributions.without(Dimension.CUSTOMER, OVERDUE, "ANOTHER"));
    }

    /** Two parts of one key, parts beside a note, and no note of what has no value, as nobody can build them. */
    @Test
    void aSerialFormIsCheckedAgain() throws Exception {
        var twice = Contributions.of(
                Dimension.CUSTOMER, OVERDUE, Map.of("A", totals(10, 100)), Map.of("A", totals(30, 150)));
        Field parts = Contributions.class.getDeclaredField("parts");
        parts.setAccessible(true);
        Object part = ((List<?>) parts.get(twice)).get(0);
        Field note = Contributions.class.getDeclaredField("note");
        note.setAccessible(true);
        note.set(twice, "NOT_ADDITIVE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.shipped(twice))
                .withMessage("parts must be empty where there is a note, but was NOT_ADDITIVE");
        note.set(twice, null);
        assertThat(Given.shipped(twice)).isEqualTo(twice);
        parts.set(twice, List.of(part, part));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.shipped(twice))
                .withMessage("parts must have each key once, but was A");
        var undefined = Contributions.ofItems(new Change(share(1, 1, 2), none(Given.SHARE, 2)));
        note.set(undefined, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.shipped(undefined))
                .withMessageStartingWith("note must be given for ");
    }
}
