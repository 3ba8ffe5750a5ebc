package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.TermCommitment.Progress;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maximum, minimum and commitments. */
class SpendTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final ServicePeriod JANUARY = ServicePeriod.of("2024-01-01", "2024-02-01");

    /** openmeterio/openmeter, maximum spend: the line that crosses the maximum is cut by the excess. */
    @ParameterizedTest(name = "{0} billed, line {1}: {2} off")
    @CsvSource({"0, 100, 0", "70, 50, 20", "90, 75, 65", "0, 150, 50", "120, 10, 10", "0, -5, 0"})
    void cutsWhatLiesAboveTheMaximum(BigDecimal billed, BigDecimal line, BigDecimal off) {
        assertThat(SpendMaximum.of("100").takenOff(List.of(Fraction.of(line)), Fraction.of(billed)))
                .containsExactly(Fraction.of(off));
    }

    @Test
    void countsLinesAgainstTheMaximumInTheirOrder() {
        assertThat(SpendMaximum.of("100")
                        .takenOff(List.of(Fraction.of(80), Fraction.of(50), Fraction.of(7)), Fraction.ZERO))
                .containsExactly(Fraction.ZERO, Fraction.of(30), Fraction.of(7));
    }

    /** 120, -50 and 60 come to 130: 30 too much, which the last line bears; 120 and -50 come to 70 only. */
    @Test
    void whatIsGivenBackMakesRoomBelowTheMaximum() {
        SpendMaximum most = SpendMaximum.of("100");
        assertThat(most.takenOff(List.of(Fraction.of(120), Fraction.of(-50), Fraction.of(60)), Fraction.ZERO))
                .containsExactly(Fraction.ZERO, Fraction.ZERO, Fraction.of(30));
        assertThat(most.takenOff(List.of(Fraction.of(120), Fraction.of(-50)), Fraction.ZERO))
                .containsExactly(Fraction.ZERO, Fraction.ZERO);
    }

    /** 150 and a maximum of 100: 50 off, and 80 off where 30 count already; the formula names only what there is. */
    @Test
    void whatCountsAlreadyIsPartOfTheFormula() {
        SpendMaximum most = SpendMaximum.of("100");
        Step alone = most.step(Fraction.of(150), Fraction.ZERO);
        assertThat(alone.amount()).isEqualTo(Fraction.of(-50));
        assertThat(alone.formula()).hasToString("-min(max(subtotal - 100, 0), max(subtotal, 0))");
        Step later = most.step(Fraction.of(150), Fraction.of(30));
        assertThat(later.amount()).isEqualTo(Fraction.of(-80));
        assertThat(later.formula()).hasToString("-min(max((subtotal + 30) - 100, 0), max(subtotal, 0))");
    }

    /** 120 over two periods, -50 and then 120: the last one lacks 50. */
    @Test
    void aPeriodThatGivesBackCountsTowardsTheTerm() {
        TermCommitment agreed = TermCommitment.of("120");
        var first = agreed.settle(Fraction.of(-50), Progress.NONE, false, CENTS);
        assertThat(agreed.settle(Fraction.of(120), first.after(), true, CENTS).trueUp())
                .isEqualTo(Fraction.of(50));
    }

    /** getlago/lago-api, minimum commitments: 30 of 31 days of 200.00, and 15 of 31 days of 1000. */
    @Test
    void proratesAMinimumByDays() {
        assertThat(SpendMinimum.of("200")
                        .prorated(served(ServicePeriod.of("2024-01-01", "2024-01-31"), JANUARY), CENTS))
                .isEqualTo("193.55");
        assertThat(SpendMinimum.of("1000")
                        .prorated(served(ServicePeriod.of("2024-01-01", "2024-01-16"), JANUARY), CENTS))
                .isEqualTo("483.87");
        assertThat(SpendMinimum.of("200").prorated(ServedPart.whole(JANUARY), CENTS))
                .isEqualTo("200.00");
    }

    /** flexprice/flexprice: what is charged is rounded before it is compared. */
    @ParameterizedTest(name = "{0} charged: true-up {1}")
    @CsvSource({"749.996, 250.00", "1000, 0", "1200, 0", "999.996, 0", "0, 1000"})
    void liftsToTheMinimum(BigDecimal charged, BigDecimal expected) {
        Fraction exact = Fraction.of(charged);
        assertThat(SpendMinimum.of("1000")
                        .trueUp(exact, exact, ServedPart.whole(JANUARY), CENTS)
                        .amount())
                .isEqualTo(Fraction.of(expected));
    }

    @Test
    void refusesDaysOutsideThePeriod() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendMinimum.of("1")
                        .prorated(served(ServicePeriod.of("2024-01-31", "2024-02-02"), JANUARY), CENTS))
                .withMessage("service must lie within the period [2024-01-01, 2024-02-01), but was "
                        + "[2024-01-31, 2024-02-02)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendMinimum.of("-1"))
                .withMessage("minimum must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendMaximum.of("-1"))
                .withMessage("maximum must not be negative, but was -1");
    }

    /** flexprice/flexprice, billing_commitment_test: 16 against 10 at twice the price is 22; 4 is lifted to 10. */
    @Test
    void pricesOverageAndLiftsToTheCommitment() {
        Commitment ten = Commitment.ofAmount("10").overageFactor("2").withTrueUp(true);
        assertThat(priced(ten, 16, true)).isEqualTo(Fraction.of(22));
        assertThat(priced(ten, 10, true)).isEqualTo(Fraction.of(10));
        assertThat(priced(ten, 4, true)).isEqualTo(Fraction.of(10));
        assertThat(priced(ten, 4, false)).isEqualTo(Fraction.of(4));
        assertThat(priced(ten.withTrueUp(false), 4, true)).isEqualTo(Fraction.of(4));
    }

    /** 10 or 11 of 10 committed lack nothing: nobody reads of a true-up of zero. */
    @Test
    void aCommitmentThatIsUsedUpHasNoTrueUp() {
        Commitment ten = Commitment.ofAmount("10").withTrueUp(true);
        assertThat(parts(ten, "9.99")).containsExactly(Commitment.OVERAGE, Commitment.TRUE_UP);
        assertThat(parts(ten, "10")).containsExactly(Commitment.OVERAGE);
        assertThat(parts(ten, "11")).containsExactly(Commitment.OVERAGE);
    }

    @Test
    void unitsThatAreCommittedAreWorthTheirPrice() {
        Commitment units = Commitment.ofQuantity("1500");
        GraduatedTiers model = GraduatedTiers.upTo("1000", "0.10").then("0.08");
        assertThat(worth(units, model, Conventions.standard())).isEqualTo(Fraction.of(140));
        assertThat(worth(Commitment.ofAmount("10"), model, Conventions.standard()))
                .isEqualTo(Fraction.of(10));
    }

    /** Two units at 0.005 are 0.01, and 0.02 where every step is rounded, as those that are used are. */
    @Test
    void committedUnitsArePricedAsThoseThatAreUsed() {
        Commitment units = Commitment.ofQuantity("2");
        GraduatedTiers model = GraduatedTiers.upTo("1", "0.005").then("0.005");
        assertThat(worth(units, model, Conventions.standard())).isEqualTo(Fraction.of(1, 100));
        assertThat(worth(units, model, Conventions.asOpenMeter())).isEqualTo(Fraction.of(2, 100));
        ChargeModel failing = input -> {
            throw new IllegalStateException("no price today");
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worth(units, failing, Conventions.standard()))
                .withMessage("model must price its input, but was java.lang.IllegalStateException: no price today");
    }

    /** 15 of 31 days: of 1000 they are 15000/31, of 62 units 30; 200 lack 8800/31. */
    @Test
    void aCommitmentIsProratedByDaysInMoneyOrInUnits() {
        ServicePeriod half = ServicePeriod.of("2024-01-01", "2024-01-16");
        assertThat(Commitment.ofAmount("1000").prorated(served(half, JANUARY))).hasToString("(1000 × 15) / 31");
        Expression units = Commitment.ofQuantity("62").prorated(served(half, JANUARY));
        assertThat(units.value()).isEqualTo(Fraction.of(30));
        assertThat(Commitment.ofAmount("1000")
                        .prorated(ServedPart.whole(JANUARY))
                        .value())
                .isEqualTo(Fraction.of(1000));
        Commitment agreed = Commitment.ofAmount("1000").overageFactor("2").withTrueUp(true);
        Fraction used = Fraction.of(200);
        assertThat(agreed.steps(used, agreed.prorated(served(half, JANUARY)), true))
                .extracting(Step::explanation)
                .extracting(Explanation::text)
                .last()
                .isEqualTo("true-up to the commitment of (1000 × 15) / 31: 8800/31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agreed.prorated(served(JANUARY, half)))
                .withMessage("service must lie within the period [2024-01-01, 2024-01-16), but was "
                        + "[2024-01-01, 2024-02-01)");
    }

    /** 15 of 31 days of 60 are 29.03: 20 used are lifted by 9.03, which are carried over; the term is not prorated. */
    @Test
    void theMinimumOfAPeriodInATermIsProratedByDays() {
        TermCommitment agreed = TermCommitment.of("120").perPeriod("60").carryingOver();
        ServicePeriod half = ServicePeriod.of("2024-01-01", "2024-01-16");
        Fraction lifted = Fraction.of(new BigDecimal("9.03"));
        var january = agreed.settle(Fraction.of(20), Progress.NONE, false, served(half, JANUARY), CENTS);
        assertThat(january.trueUp()).isEqualTo(lifted);
        assertThat(january.after().carried()).isEqualTo(lifted);
        var alone = agreed.settle(Fraction.of(20), Progress.NONE, true, served(half, JANUARY), CENTS);
        assertThat(alone.trueUp()).isEqualTo(Fraction.of(100));
        assertThat(agreed.settle(Fraction.of(20), Progress.NONE, false, ServedPart.whole(half), CENTS)
                        .trueUp())
                .isEqualTo(Fraction.of(40));
        assertThat(TermCommitment.of("120")
                        .settle(Fraction.of(20), Progress.NONE, false, served(half, JANUARY), CENTS)
                        .trueUp())
                .isEqualTo(Fraction.ZERO);
    }

    /** What is billed is what was utilised, the overage and the true-up, to the last fraction. */
    @Property
    void theAmountIsUtilisedPlusOveragePlusTrueUp(
            @ForAll @IntRange(min = 0, max = 10_000) int cents, @ForAll @IntRange(min = 0, max = 300) int factor) {
        Commitment agreed = Commitment.ofAmount("50")
                .overageFactor(BigDecimal.valueOf(factor, 2))
                .withTrueUp(true);
        Fraction price = Fraction.of(cents, 100);
        Fraction committed = Fraction.of(50);
        Fraction trueUp = committed.minus(price).max(Fraction.ZERO);
        assertThat(price.plus(Step.total(agreed.steps(price, committed, true))))
                .isEqualTo(Commitment.utilised(price, committed)
                        .plus(agreed.overage(price, committed))
                        .plus(trueUp));
    }

    /** FOCUS, spend agreements: monthly true-ups count towards the term; the last month takes what the term lacks. */
    @Test
    void aTermBillsItsCommitment() {
        TermCommitment year = TermCommitment.of("1200").perPeriod("60");
        assertThat(trueUps(year, 48, 120, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .containsExactly("12", "0", "0", "60", "60", "60", "60", "60", "60", "60", "60", "480");
        assertThat(trueUps(TermCommitment.of("1200"), 48, 120, 60)).containsExactly("0", "0", "972");
    }

    /** 60 a month, carried over: 40 unused in January pay for 40 of February's 70 above the minimum. */
    @Test
    void whatATrueUpPaidForIsDrawnDownLater() {
        TermCommitment agreed = TermCommitment.of("120").perPeriod("60").carryingOver();
        var january = agreed.settle(Fraction.of(20), Progress.NONE, false, CENTS);
        assertThat(january.trueUp()).isEqualTo(Fraction.of(40));
        assertThat(january.after().carried()).isEqualTo(Fraction.of(40));
        var february = agreed.settle(Fraction.of(130), january.after(), true, CENTS);
        assertThat(february.drawdown()).isEqualTo(Fraction.of(40));
        assertThat(february.trueUp()).isEqualTo(Fraction.ZERO);
        assertThat(february.after().billed()).isEqualTo(Fraction.of(150));
    }

    /**
     * 20 and then 130 of 200 over the term, 60 a month: with true-ups of 40 and 10 the term comes to 200 and to nothing
     * above it, so that nothing is drawn down in the last month. In a month that is not the last, 40 are, of the 70 that
     * lie above its minimum.
     */
    @Test
    void theLastPeriodDrawsDownOnlyWhatLiesAboveTheTerm() {
        TermCommitment agreed = TermCommitment.of("200").perPeriod("60").carryingOver();
        var january = agreed.settle(Fraction.of(20), Progress.NONE, false, CENTS);
        assertThat(january.trueUp()).isEqualTo(Fraction.of(40));
        var last = agreed.settle(Fraction.of(130), january.after(), true, CENTS);
        assertThat(last.trueUp()).isEqualTo(Fraction.of(10));
        assertThat(last.drawdown()).isEqualTo(Fraction.ZERO);
        assertThat(last.after().billed()).isEqualTo(Fraction.of(200));
        assertThat(agreed.settle(Fraction.of(130), january.after(), false, CENTS)
                        .drawdown())
                .isEqualTo(Fraction.of(40));
    }

    /** What other terms carried over, before they were changed, pays for nothing where none is carried over. */
    @Test
    void nothingIsDrawnDownWhereNothingIsCarriedOver() {
        var before = new Progress(Fraction.of(20), Fraction.of(60), Fraction.of(40));
        TermCommitment agreed = TermCommitment.of("120").perPeriod("60");
        assertThat(agreed.settle(Fraction.of(130), before, true, CENTS).drawdown())
                .isEqualTo(Fraction.ZERO);
        assertThat(agreed.carryingOver()
                        .settle(Fraction.of(130), before, true, CENTS)
                        .drawdown())
                .isEqualTo(Fraction.of(40));
    }

    /** 20 of 60 lack 40. Above a term that is spent, 1 and an overage of 0.5 lack 58.5; one of zero is not named. */
    @Test
    void aTrueUpNamesTheOverageOnlyWhereThereIsOne() {
        TermCommitment agreed = TermCommitment.of("100").perPeriod("60").overageFactor("1.5");
        Step without = agreed.settle(Fraction.of(20), Progress.NONE, false, CENTS)
                .steps()
                .get(1);
        assertThat(without.formula()).hasToString("max(round(60, HALF_UP, 2) - 20, 0)");
        var spent = new Progress(Fraction.of(100), Fraction.of(100), Fraction.ZERO);
        Step with = agreed.settle(Fraction.ONE, spent, false, CENTS).steps().get(1);
        assertThat(with.formula()).hasToString("max(round(60, HALF_UP, 2) - (1 + 0.5), 0)");
        assertThat(with.amount()).isEqualTo(Fraction.of(117, 2));
    }

    /** 100 over the term at 1.5 beyond: 80 and then 50 are 20 within and 30 beyond, which cost 15 more. */
    @Test
    void whatLiesBeyondTheTermsCommitmentCostsItsFactor() {
        TermCommitment agreed = TermCommitment.of("100").overageFactor("1.5");
        var first = agreed.settle(Fraction.of(80), Progress.NONE, false, CENTS);
        assertThat(first.overage()).isEqualTo(Fraction.ZERO);
        assertThat(agreed.settle(Fraction.of(50), first.after(), true, CENTS).overage())
                .isEqualTo(Fraction.of(15));
    }

    /** The term never bills less than its commitment, nor less than what was charged and not carried over. */
    @Property
    void aTermIsNeverBilledBelowItsCommitment(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 300) Integer> months,
            @ForAll @IntRange(min = 0, max = 100) int monthly,
            @ForAll boolean carriesOver) {
        TermCommitment plain = TermCommitment.of("1000").perPeriod(BigDecimal.valueOf(monthly));
        TermCommitment agreed = carriesOver ? plain.carryingOver() : plain;
        Progress progress = Progress.NONE;
        for (int i = 0; i < months.size(); i++) {
            var settlement = agreed.settle(Fraction.of(months.get(i)), progress, i == months.size() - 1, CENTS);
            Fraction billed = settlement.after().billed().minus(progress.billed());
            assertThat(billed).isEqualTo(Fraction.of(months.get(i)).plus(Step.total(settlement.steps())));
            assertThat(billed).isGreaterThanOrEqualTo(Fraction.of(monthly));
            progress = settlement.after();
            assertThat(progress.carried()).isGreaterThanOrEqualTo(Fraction.ZERO);
        }
        assertThat(progress.billed()).isGreaterThanOrEqualTo(Fraction.of(1000));
        if (!carriesOver) {
            assertThat(progress.billed()).isGreaterThanOrEqualTo(progress.charged());
        }
    }

    private static Fraction priced(Commitment commitment, long price, boolean closing) {
        Fraction exact = Fraction.of(price);
        return exact.plus(Step.total(
                commitment.steps(exact, worth(commitment, PerUnit.of("1"), Conventions.standard()), closing)));
    }

    private static List<String> parts(Commitment ten, String price) {
        return ten.steps(Fraction.of(new BigDecimal(price)), Fraction.of(10), true).stream()
                .map(Step::part)
                .toList();
    }

    /** That of a whole period. */
    private static Fraction worth(Commitment commitment, ChargeModel model, Conventions conventions) {
        return commitment
                .worth(commitment.prorated(ServedPart.whole(JANUARY)), model, conventions, CENTS)
                .value();
    }

    private static List<String> trueUps(TermCommitment agreed, int... months) {
        var trueUps = new ArrayList<String>();
        Progress progress = Progress.NONE;
        for (int i = 0; i < months.length; i++) {
            var settlement = agreed.settle(Fraction.of(months[i]), progress, i == months.length - 1, CENTS);
            trueUps.add(settlement.trueUp().toString());
            progress = settlement.after();
        }
        return trueUps;
    }

    private static ServedPart served(ServicePeriod service, ServicePeriod period) {
        return new ServedPart(service, period, DayCount.CIVIL_DAYS);
    }
}
