package io.quittance.kpi.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.trend.Totals.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TotalsTest {
    private static final Fraction FIVE = Fraction.of(5);

    private static KpiBasis.Builder basis(KpiUnit unit) {
        return KpiBasis.of(KpiDefinition.of("any", "Any", unit, Direction.LOWER, "any"))
                .currency("EUR");
    }

    @ParameterizedTest
    @EnumSource(
            value = KpiUnit.class,
            names = {"MONEY", "COUNT"})
    void anAmountAndANumberAreSums(KpiUnit unit) {
        KpiResult result = basis(unit).measured(FIVE);
        assertThat(Totals.form(result)).contains(Form.SUM);
        assertThat(Totals.of(result, Form.SUM)).contains(new Totals(FIVE, Fraction.ZERO));
        assertThat(Totals.of(result, Form.QUOTIENT)).isEmpty();
    }

    /** What was added up says so by its numerator; a median of hours has none. */
    @ParameterizedTest
    @EnumSource(
            value = KpiUnit.class,
            names = {"HOURS", "POINTS"})
    void hoursAndPointsAreSumsOfTheirNumerator(KpiUnit unit) {
        assertThat(Totals.form(basis(unit).numerator(FIVE).measured(FIVE))).contains(Form.SUM);
        assertThat(Totals.form(basis(unit).numerator(Fraction.ONE).measured(FIVE)))
                .isEmpty();
        assertThat(Totals.form(basis(unit).measured(FIVE))).isEmpty();
    }

    /** A countback starts from 5.00 that are owed, and may happen to be 5 days. */
    @ParameterizedTest
    @EnumSource(
            value = KpiUnit.class,
            names = {"DAYS", "PERCENT", "RATIO"})
    void daysAndSharesAreNoSums(KpiUnit unit) {
        assertThat(Totals.form(basis(unit).numerator(FIVE).measured(FIVE))).isEmpty();
        assertThat(Totals.form(basis(unit).denominator(FIVE).measured(FIVE))).isEmpty();
    }

    @Test
    void aQuotientHasBothAndAFactor() {
        KpiResult result = basis(KpiUnit.DAYS).quotient(FIVE, Fraction.of(10), Fraction.of(31), "NO", "no");
        assertThat(Totals.form(result)).contains(Form.QUOTIENT);
        assertThat(Totals.of(result, Form.QUOTIENT)).contains(new Totals(FIVE, Fraction.of(10)));
        assertThat(Totals.factor(result)).contains(Fraction.of(31));
        KpiResult zero = basis(KpiUnit.DAYS).quotient(Fraction.ZERO, FIVE, Fraction.of(31), "NO", "no");
        assertThat(Totals.form(zero)).contains(Form.QUOTIENT);
        assertThat(Totals.factor(zero)).isEmpty();
    }

    /** 0 of 5 is not 3, and 5 of 5 are not 0. */
    @Test
    void aValueThatDoesNotFollowIsNone() {
        for (KpiResult result : List.of(
                basis(KpiUnit.DAYS).numerator(Fraction.ZERO).denominator(FIVE).measured(Fraction.of(3)),
                basis(KpiUnit.DAYS).numerator(FIVE).denominator(FIVE).measured(Fraction.ZERO),
                basis(KpiUnit.DAYS).numerator(FIVE).denominator(Fraction.ZERO).measured(FIVE))) {
            assertThat(Totals.form(result)).isEmpty();
        }
    }

    /** Nothing billed is 0 of the whole; amounts of several currencies are no amount, though they were added up. */
    @Test
    void whatIsUndefinedMayTellItsTotals() {
        KpiResult ofNothing = basis(KpiUnit.PERCENT).quotient(FIVE, Fraction.ZERO, FIVE, "NO", "no");
        assertThat(Totals.of(ofNothing, Form.QUOTIENT)).contains(new Totals(FIVE, Fraction.ZERO));
        assertThat(Totals.factor(ofNothing)).isEmpty();
        KpiResult nothing = basis(KpiUnit.MONEY).numerator(Fraction.ZERO).undefined("NO_INVOICES", "none");
        assertThat(Totals.of(nothing, Form.SUM)).contains(Totals.NONE);
        KpiResult mixed = basis(KpiUnit.MONEY).numerator(FIVE).undefined("MIXED_CURRENCIES", "two");
        assertThat(Totals.of(mixed, Form.SUM)).isEmpty();
        KpiResult mixedAndNothingLeft = basis(KpiUnit.MONEY)
                .numerator(Fraction.ZERO)
                .items(List.of(Given.item("R-1", 5, 0), Given.item("R-2", -5, 0)))
                .undefined("MIXED_CURRENCIES", "two");
        assertThat(Totals.of(mixedAndNothingLeft, Form.SUM)).isEmpty();
        assertThat(Totals.form(basis(KpiUnit.HOURS).numerator(Fraction.ZERO).undefined("NO", "no")))
                .isEmpty();
        assertThat(Totals.form(basis(KpiUnit.MONEY).missing("billed"))).isEmpty();
    }

    @Test
    void areAddedUp() {
        assertThat(new Totals(FIVE, Fraction.ONE).plus(new Totals(Fraction.ONE, FIVE)))
                .isEqualTo(new Totals(Fraction.of(6), Fraction.of(6)));
    }

    /** An amount over a number is a quotient of which one total is not told; a sum of nothing is one of an amount or a number. */
    @Test
    void whatTellsHalfOfAQuotientIsNoSum() {
        assertThat(Totals.form(basis(KpiUnit.MONEY).denominator(FIVE).measured(FIVE)))
                .isEmpty();
        for (KpiUnit unit : List.of(KpiUnit.MONEY, KpiUnit.COUNT)) {
            assertThat(Totals.form(basis(unit).numerator(Fraction.ZERO).undefined("NONE", "none")))
                    .contains(Form.SUM);
        }
        assertThat(Totals.form(basis(KpiUnit.HOURS).numerator(Fraction.ZERO).undefined("NONE", "none")))
                .isEmpty();
    }
}
