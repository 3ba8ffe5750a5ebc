package io.quittance.ar.interest;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodicChargeTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final LatenessTiers RISING =
            LatenessTiers.upTo(30, "2").upTo(45, "3").upTo(60, "4").then("5");
    private static final LocalDate DECEMBER_1 = LocalDate.parse("1993-12-01");
    private static final List<OverdueItem> ORACLE = List.of(
            item("INV1", "1993-11-01", "100"),
            item("INV2", "1993-11-17", "50"),
            item("INV3", "1993-11-19", "350"),
            item("INV4", "1993-11-24", "175"));

    private static OverdueItem item(String id, String due, String amount) {
        return OverdueItem.of(id(id), LocalDate.parse(due), eur(amount));
    }

    private static PeriodicCharge rule(PeriodFormula formula, String percent) {
        return PeriodicCharge.of(formula, LatenessTiers.constant(percent), 30, CENTS);
    }

    /** Oracle's late charge formulas: 1500.00, 10 of 30 days late, 80.00 charged before; compound is 1580 × 20 % / 3. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"FLAT, 300.00", "SIMPLE, 100.00", "COMPOUND, 105.33"})
    void followsItsFormula(PeriodFormula formula, String expected) {
        OverdueItem item = item("INV", "1993-11-21", "1500").withPriorCharges(eur("80"));
        assertThat(rule(formula, "20").charge(item, DECEMBER_1).amount()).isEqualTo(eur(expected));
    }

    /** Oracle: the rate of the tier of day 45 holds for all 45 days, 1000 × 3 % × 45 / 30. */
    @ParameterizedTest(name = "{0} days late: {1}")
    @CsvSource({"30, 20.00", "31, 31.00", "45, 45.00", "46, 61.33", "60, 80.00", "61, 101.67"})
    void pricesAllDaysByThePresentTier(int late, String expected) {
        PeriodicCharge rule = PeriodicCharge.of(PeriodFormula.SIMPLE, RISING, 30, CENTS);
        OverdueItem item = OverdueItem.of(id("INV"), DECEMBER_1.minusDays(late), eur("1000"));
        assertThat(rule.charge(item, DECEMBER_1).amount()).isEqualTo(eur(expected));
    }

    /** Oracle, determining the past due amount: credits of 180.00 take off the first two items and 30.00 of the third. */
    @Test
    void takesCreditsOffTheOldestItemsFirst() {
        var shuffled = new ArrayList<>(ORACLE);
        Collections.reverse(shuffled);
        List<ItemCharge> charges = rule(PeriodFormula.SIMPLE, "10")
                .charges(shuffled, List.of(eur("50"), eur("20"), eur("10"), eur("100")), DECEMBER_1);
        assertThat(charges)
                .extracting(charge -> charge.item().id().value())
                .containsExactly("INV1", "INV2", "INV3", "INV4");
        assertThat(charges)
                .extracting(ItemCharge::amount)
                .containsExactly(eur("0"), eur("0"), eur("12.80"), eur("4.08"));
        assertThat(charges).extracting(ItemCharge::base).containsExactly(eur("0"), eur("0"), eur("320"), eur("175"));
        assertThat(charges.get(0).explanation().text())
                .isEqualTo(
                        "no charge: EUR 0.00 after EUR 100.00 of credits, 30 days late on 1993-12-01, with 0 days of grace");
        assertThat(charges.get(2).explanation().text())
                .isEqualTo("EUR 320.00 after EUR 30.00 of credits, at 10% for 12 of 30 days: EUR 12.80");
    }

    @Test
    void leavesOutWhatIsNotLateAndForgivesWithinGrace() {
        PeriodicCharge rule = rule(PeriodFormula.FLAT, "2").grace(7);
        List<ItemCharge> charges = rule.charges(
                List.of(
                        item("today", "1993-12-01", "100"),
                        item("week", "1993-11-24", "350"),
                        item("later", "1993-11-23", "350")),
                List.of(),
                DECEMBER_1);
        assertThat(charges)
                .extracting(charge -> charge.item().id().value() + " " + charge.amount())
                .containsExactly("later EUR 7.00", "week EUR 0.00");
        assertThat(rule.charges(List.of(), List.of(), DECEMBER_1)).isEmpty();
        assertThat(rule.charge(item("today", "1993-12-01", "100"), DECEMBER_1).amount())
                .isEqualTo(eur("0"));
    }

    @Test
    void staysWithinLimitsOfEachItem() {
        PeriodicCharge rule = rule(PeriodFormula.FLAT, "2")
                .within(ChargeLimits.NONE.atLeast(eur("5")).atMost(eur("6")));
        assertThat(rule.charges(ORACLE, List.of(), DECEMBER_1))
                .extracting(ItemCharge::amount)
                .containsExactly(eur("5"), eur("5"), eur("6"), eur("5"));
    }

    /** More credit never raises a charge, and in any order the items are charged alike. */
    @Property
    void moreCreditNeverCostsMore(
            @ForAll @Size(4) List<@IntRange(max = 50_000) Integer> cents,
            @ForAll @IntRange(max = 100_000) int credit,
            @ForAll @IntRange(max = 100_000) int more) {
        var items = new ArrayList<OverdueItem>();
        for (int i = 0; i < cents.size(); i++) {
            items.add(OverdueItem.of(id("I" + i), DECEMBER_1.minusDays(10L * (i / 2)), cents(cents.get(i))));
        }
        PeriodicCharge rule = PeriodicCharge.of(PeriodFormula.SIMPLE, RISING, 30, CENTS);
        List<ItemCharge> one = rule.charges(items, List.of(cents(credit)), DECEMBER_1);
        List<ItemCharge> other = rule.charges(items, List.of(cents(credit), cents(more)), DECEMBER_1);
        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).amount()).isLessThanOrEqualTo(one.get(i).amount());
        }
        Amount offset = one.stream().map(ItemCharge::offset).reduce(eur("0"), Amount::add);
        Amount late = one.stream().map(charge -> charge.item().amount()).reduce(eur("0"), Amount::add);
        assertThat(offset).isEqualTo(late.min(cents(credit)));
        Collections.reverse(items);
        assertThat(rule.charges(items, List.of(cents(credit)), DECEMBER_1)).isEqualTo(one);
    }

    private static Amount cents(int cents) {
        return Amount.ofMinor(cents, eur("0").getCurrency());
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        PeriodicCharge rule = rule(PeriodFormula.FLAT, "2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.charges(List.of(ORACLE.get(0), ORACLE.get(0)), List.of(), DECEMBER_1))
                .withMessage("items must be given once each, but was INV1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.charges(ORACLE, List.of(eur("1"), eur("-1")), DECEMBER_1))
                .withMessage("credits[1] must not be negative, but was EUR -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> rule.charges(ORACLE, List.of(Amount.of("1", "USD")), DECEMBER_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.grace(-1))
                .withMessage("graceDays must be between 0 and 3650, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeriodicCharge.of(PeriodFormula.FLAT, RISING, 0, CENTS))
                .withMessage("periodDays must be between 1 and 3650, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatenessTiers.upTo(30, "2").upTo(30, "3").then("5"))
                .withMessage("upTo must rise, but was 30 then 30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatenessTiers.upTo(0, "2"))
                .withMessage("upTo must be at least 1, but was 0");
    }

    @Test
    void areValues() throws Exception {
        PeriodicCharge rule =
                PeriodicCharge.of(PeriodFormula.COMPOUND, RISING, 30, CENTS).grace(2);
        assertThat(copy(rule)).isEqualTo(rule).hasSameHashCodeAs(rule).isNotEqualTo(rule.grace(3));
        assertThat(rule)
                .hasToString("COMPOUND charge of 2% up to 30 days, 3% up to 45 days, 4% up to 60 days, then 5%"
                        + " in 30 days, HALF_UP at 2 decimal places");
        assertThat(RISING.tiers()).hasSize(3);
        assertThat(RISING.beyond()).isEqualByComparingTo("5");
        ItemCharge charge = rule.charge(ORACLE.get(0), DECEMBER_1);
        assertThat(copy(charge)).isEqualTo(charge);
        assertThat(charge.explanation().text())
                .isEqualTo(
                        "EUR 100.00 after EUR 0.00 of credits, and EUR 0.00 of earlier charges, at 2% for 30 of 30 days:"
                                + " EUR 2.00");
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void namesWhatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new OverdueItem(id("R"), DECEMBER_1, null, eur("1")))
                .withMessage("amount");
        assertThatNullPointerException()
                .isThrownBy(() -> new OverdueItem(id("R"), DECEMBER_1, eur("1"), null))
                .withMessage("priorCharges");
        assertThatNullPointerException()
                .isThrownBy(() -> new ItemCharge(null, eur("0"), eur("1"), Explanation.of("own.charge", "own")))
                .withMessage("item");
        assertThatNullPointerException()
                .isThrownBy(() -> new CompensationTiers.Tier(null, eur("1")))
                .withMessage("below");
        assertThatNullPointerException()
                .isThrownBy(() -> new CompensationTiers.Tier(eur("1"), null))
                .withMessage("sum");
    }
}
