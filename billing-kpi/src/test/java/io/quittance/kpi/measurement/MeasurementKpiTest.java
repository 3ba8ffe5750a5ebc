package io.quittance.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MeasurementKpiTest {
    private static final Instant RECORDED = Instant.parse("2026-03-31T12:00:00Z");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final ServicePeriod FIRST_HALF = ServicePeriod.of("2026-03-01", "2026-03-16");
    private static final ServicePeriod SECOND_HALF = ServicePeriod.of("2026-03-16", "2026-04-01");

    private static Measurement of(String key, Measure measure, String value, ServicePeriod period) {
        return Measurement.of(key, measure, new BigDecimal(value), period, "survey", RECORDED);
    }

    private static EventFigures<Measurement> march(Measurement... measurements) {
        return EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), List.of(measurements));
    }

    private static KpiResult compute(Measure measure, Measurement... measurements) {
        return MeasurementKpi.of(measure).compute(march(measurements));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", KpiResult.Undefined::code);
    }

    /** 90 % of 50 answers and 60 % of 10: (4500 + 600) / 60 = 85 %. */
    @Test
    void meansAreWeightedBySampleSize() {
        KpiResult result = compute(
                Measurements.CSAT,
                of("M-1", Measurements.CSAT, "90", FIRST_HALF).ofSample(50),
                of("M-2", Measurements.CSAT, "60", SECOND_HALF).ofSample(10),
                of("M-3", Measurements.NPS, "30", FIRST_HALF));
        assertThat(result.value()).contains(Fraction.of(85));
        assertThat(result.basis().kpi()).isEqualTo("csat");
        assertThat(result.basis().exclusions()).isEmpty();
        assertThat(result.basis().denominator()).contains(Fraction.of(60));
        assertThat(result.basis().count()).contains(60L);
        assertThat(result.basis().items())
                .containsExactly(
                        new KpiItem("M-1", Fraction.of(4500), Fraction.of(50)),
                        new KpiItem("M-2", Fraction.of(600), Fraction.of(10)));
    }

    @Test
    void countsAndAmountsAreAddedUp() {
        assertThat(compute(
                                Measurements.PROCESS_IMPROVEMENTS,
                                of("M-1", Measurements.PROCESS_IMPROVEMENTS, "1", FIRST_HALF),
                                of("M-2", Measurements.PROCESS_IMPROVEMENTS, "2", SECOND_HALF))
                        .value())
                .contains(Fraction.of(3));
        KpiResult savings = compute(
                Measurements.PROCESS_COST_SAVINGS,
                Measurement.of(
                        "M-1",
                        Measurements.PROCESS_COST_SAVINGS,
                        Amount.of("-50.50", "EUR"),
                        FIRST_HALF,
                        "controlling",
                        RECORDED),
                Measurement.of(
                        "M-2",
                        Measurements.PROCESS_COST_SAVINGS,
                        Amount.of("100.00", "EUR"),
                        FIRST_HALF,
                        "controlling",
                        RECORDED));
        assertThat(savings.value()).contains(Fraction.of(99, 2));
        assertThat(savings.basis().currency()).contains("EUR");
    }

    @Test
    void theLastIsOfThePeriodThatEndsLast() {
        assertThat(compute(
                                Measurements.AUDIT_FINDINGS_OPEN,
                                of("M-1", Measurements.AUDIT_FINDINGS_OPEN, "3", SECOND_HALF),
                                of("M-2", Measurements.AUDIT_FINDINGS_OPEN, "5", FIRST_HALF))
                        .value())
                .contains(Fraction.of(3));
    }

    /** The last replaces what was before, of whichever days: nothing counts twice. */
    @Test
    void theLastMayOverlapWhatItReplaces() {
        Measure score = Measurements.VENDOR_SCORE;
        assertThat(compute(score, of("M-1", score, "70", FIRST_HALF), of("M-2", score, "80", MARCH))
                        .value())
                .contains(Fraction.of(80));
    }

    @Test
    void onlyMeasurementsWithinThePeriodCount() {
        var quarter = of("M-1", Measurements.CSAT, "70", ServicePeriod.of("2026-01-01", "2026-04-01"));
        var february = of("M-2", Measurements.CSAT, "50", ServicePeriod.of("2026-02-01", "2026-03-01"));
        KpiResult result = compute(Measurements.CSAT, quarter, february, of("M-3", Measurements.CSAT, "80", MARCH));
        assertThat(result.value()).contains(Fraction.of(80));
        assertThat(result.basis().exclusions()).containsExactly("BEYOND_PERIOD");
        assertThat(code(compute(Measurements.CSAT, quarter, february))).isEqualTo("NO_MEASUREMENTS");
    }

    /** Minutes recorded under the id of a measure of hours are not added to them, and the result tells it; those of April are not asked for. */
    @Test
    void whatIsInAnotherUnitIsLeftOut() {
        Measure hours = Measurements.TRAINING_HOURS;
        Measure points = Measure.of(
                KpiDefinition.of(hours.id(), "Training", KpiUnit.POINTS, Direction.HIGHER, "points"), Aggregation.SUM);
        KpiResult result = compute(hours, of("M-1", hours, "8", MARCH), of("M-2", points, "480", MARCH));
        assertThat(result.value()).contains(Fraction.of(8));
        assertThat(result.basis().exclusions()).containsExactly("OTHER_UNIT");
        var april = ServicePeriod.of("2026-04-01", "2026-05-01");
        assertThat(compute(hours, of("M-1", hours, "8", MARCH), of("M-2", points, "480", april))
                        .basis()
                        .exclusions())
                .isEmpty();
    }

    /** The last amount has a currency of its own, as it has a sample of its own. */
    @Test
    void theLastAmountHasACurrencyOfItsOwn() {
        Measure value = Measure.of(
                KpiDefinition.of("contract.value", "Value", KpiUnit.MONEY, Direction.HIGHER, "the last"),
                Aggregation.LAST);
        KpiResult last = compute(
                value,
                Measurement.of("M-1", value, Amount.of("5.00", "EUR"), FIRST_HALF, "register", RECORDED),
                Measurement.of("M-2", value, Amount.of("7.00", "USD"), SECOND_HALF, "register", RECORDED));
        assertThat(last.value()).contains(Fraction.of(7));
        assertThat(last.basis().currency()).contains("USD");
    }

    /** A sample of exactly the least is enough. */
    @Test
    void theLeastSampleIsEnough() {
        Measure csat = Measurements.CSAT.withLeastSample(30);
        assertThat(compute(csat, of("M-1", csat, "90", MARCH).ofSample(30)).value())
                .contains(Fraction.of(90));
    }

    /** Two samples of 2^63 - 1 are more than a count can say; the mean of 90 and 60 is 75 all the same. */
    @Test
    void samplesMayBeMoreThanACountHolds() {
        Measure csat = Measurements.CSAT;
        KpiResult result = compute(
                csat,
                of("M-1", csat, "90", MARCH).ofSample(Long.MAX_VALUE),
                of("M-2", csat, "60", MARCH).ofSample(Long.MAX_VALUE));
        assertThat(result.value()).contains(Fraction.of(75));
        assertThat(result.basis().count()).isEmpty();
    }

    /** A part that is recorded twice is one part. */
    @Test
    void theLastOfOnePartIsAskedForThatPart() {
        Measure score = Measurements.VENDOR_SCORE;
        assertThat(compute(
                                score,
                                of("M-1", score, "70", FIRST_HALF).about("V-1"),
                                of("M-2", score, "30", SECOND_HALF).about("V-1"))
                        .value())
                .contains(Fraction.of(30));
    }

    /** A count of your own is whole and 0 or more; anything else may be negative or a fraction until you say otherwise. */
    @Test
    void boundsFollowTheUnit() {
        Measure visits = Measure.of(
                KpiDefinition.of("visits", "Visits", KpiUnit.COUNT, Direction.HIGHER, "visits"), Aggregation.SUM);
        assertThat(visits.whole()).isTrue();
        assertThat(visits.least()).isEqualByComparingTo("0");
        Measure change = Measure.of(
                KpiDefinition.of("change", "Change", KpiUnit.PERCENT, Direction.HIGHER, "change"), Aggregation.MEAN);
        assertThat(of("M-1", change, "-1.5", MARCH).value()).isEqualTo(Fraction.of(-3, 2));
        Measure upTo = new Measure(change.definition(), Aggregation.MEAN, null, BigDecimal.TEN, false, 1);
        assertThat(of("M-1", upTo, "-1.5", MARCH).value()).isEqualTo(Fraction.of(-3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("M-1", upTo, "10.5", MARCH))
                .withMessage("value must be at most 10 of change, but was 10.5");
        Measure from = new Measure(change.definition(), Aggregation.MEAN, BigDecimal.ONE, null, false, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("M-1", from, "0.5", MARCH))
                .withMessage("value must be at least 1 of change, but was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Measure(change.definition(), Aggregation.MEAN, BigDecimal.ONE, BigDecimal.ZERO, false, 1))
                .withMessage("most must be more than 1, but was 0");
    }

    @Test
    void aSmallSampleHasNoValue() {
        Measure csat = Measurements.CSAT.withLeastSample(30);
        KpiResult few = compute(csat, of("M-1", csat, "90", FIRST_HALF).ofSample(29));
        assertThat(code(few)).isEqualTo("TOO_FEW_ANSWERS");
        assertThat(few.<String>match(measured -> "", KpiResult.Undefined::reason))
                .isEqualTo("the sample of 29 is smaller than 30");
        assertThat(compute(csat, of("M-1", csat, "90", FIRST_HALF).ofSample(29), of("M-2", csat, "60", SECOND_HALF))
                        .value())
                .contains(Fraction.of(89));
    }

    @Test
    void aScopeIsAPartAndNotAddedToTheWhole() {
        var whole = of("M-1", Measurements.TRAINING_HOURS, "10", MARCH);
        var anna = of("M-2", Measurements.TRAINING_HOURS, "7.5", MARCH).about("anna");
        var ben = of("M-3", Measurements.TRAINING_HOURS, "4", MARCH).about("ben");
        assertThat(compute(Measurements.TRAINING_HOURS, anna, ben).value()).contains(Fraction.of(23, 2));
        assertThat(code(compute(Measurements.TRAINING_HOURS, whole, anna))).isEqualTo("MIXED_SCOPES");
        assertThat(MeasurementKpi.of(Measurements.TRAINING_HOURS)
                        .about("ben")
                        .compute(march(whole, anna, ben))
                        .value())
                .contains(Fraction.of(4));
        assertThat(code(compute(
                        Measurements.VENDOR_SCORE,
                        of("M-1", Measurements.VENDOR_SCORE, "75", MARCH).about("V-1"),
                        of("M-2", Measurements.VENDOR_SCORE, "80", MARCH).about("V-2"))))
                .isEqualTo("SEVERAL_SCOPES");
    }

    /** January's hours are in those of the quarter already: 10 and 30 are 30, but nobody can tell, so that there is no value. */
    @Test
    void periodsThatOverlapAreNotAdded() {
        var quarter = ServicePeriod.of("2026-01-01", "2026-04-01");
        var january = ServicePeriod.of("2026-01-01", "2026-02-01");
        Measure hours = Measurements.TRAINING_HOURS;
        var figures = EventFigures.of(
                quarter,
                AsOf.endOf("2026-03-31"),
                List.of(of("M-1", hours, "10", january), of("M-2", hours, "30", quarter)));
        assertThat(code(MeasurementKpi.of(hours).compute(figures))).isEqualTo("MIXED_PERIODS");
        Measure csat = Measurements.CSAT;
        assertThat(code(compute(csat, of("M-1", csat, "90", MARCH), of("M-2", csat, "60", SECOND_HALF))))
                .isEqualTo("MIXED_PERIODS");
        // of two persons, or of the same days, nothing counts twice
        assertThat(compute(
                                hours,
                                of("M-1", hours, "10", MARCH).about("anna"),
                                of("M-2", hours, "30", FIRST_HALF).about("ben"))
                        .value())
                .contains(Fraction.of(40));
        assertThat(compute(csat, of("M-1", csat, "90", MARCH), of("M-2", csat, "60", MARCH))
                        .value())
                .contains(Fraction.of(75));
    }

    /** The value is that of the last one, and so is its sample. */
    @Test
    void theLastHasASampleOfItsOwn() {
        Measure score = Measurements.VENDOR_SCORE.withLeastSample(30);
        KpiResult few = compute(
                score,
                of("M-1", score, "70", FIRST_HALF).ofSample(25),
                of("M-2", score, "30", SECOND_HALF).ofSample(10));
        assertThat(code(few)).isEqualTo("TOO_FEW_ANSWERS");
        assertThat(few.basis().count()).contains(10L);
        KpiResult enough = compute(
                score,
                of("M-1", score, "70", FIRST_HALF).ofSample(5),
                of("M-2", score, "30", SECOND_HALF).ofSample(31));
        assertThat(enough.value()).contains(Fraction.of(30));
        assertThat(enough.basis().count()).contains(31L);
    }

    /** A thousand measurements with other denominators each have no exact sum that fits a fraction. */
    @Test
    void manyMeasurementsHaveAMean() {
        var measurements = new ArrayList<Measurement>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < 1000; i++) {
            long failures = 1_000_003L + (2L * i);
            sum = sum.add(BigDecimal.valueOf(717).divide(BigDecimal.valueOf(failures), 30, RoundingMode.HALF_UP));
            measurements.add(Measurement.of(
                    "M-" + i, Measurements.SYSTEM_MTBF, Fraction.of(717, failures), MARCH, "monitoring", RECORDED));
        }
        KpiResult mean = MeasurementKpi.of(Measurements.SYSTEM_MTBF)
                .compute(EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), measurements));
        assertThat(mean.rounded(Rounding.halfUp(12)))
                .contains(sum.divide(BigDecimal.valueOf(1000), 12, RoundingMode.HALF_UP));
        assertThat(mean.basis().notes()).containsExactly("ROUNDED_SUMMANDS");
    }

    /** A part is another KPI, and its id says so. */
    @Test
    void aPartIsNotTakenForAnother() {
        var scores = march(
                of("M-1", Measurements.VENDOR_SCORE, "75", MARCH).about("A"),
                of("M-2", Measurements.VENDOR_SCORE, "75", MARCH).about("B"));
        var first = MeasurementKpi.of(Measurements.VENDOR_SCORE).about("A");
        assertThat(first.compute(scores).basis().kpi()).isEqualTo("vendor.score[about=A]");
        assertThat(first.compute(scores).value())
                .isEqualTo(MeasurementKpi.of(Measurements.VENDOR_SCORE)
                        .about("B")
                        .compute(scores)
                        .value());
        assertThat(first.compute(scores).basis().definition())
                .isNotEqualTo(
                        MeasurementKpi.of(Measurements.VENDOR_SCORE).about("B").definition());
    }

    @Test
    void refusesACurrencyThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measurement(
                        "M-1",
                        Measurements.PROCESS_COST_SAVINGS,
                        Fraction.ONE,
                        "euro",
                        MARCH,
                        "controlling",
                        1,
                        null,
                        RECORDED))
                .withMessage("currency must be a currency code of three capital letters, but was euro");
    }

    @Test
    void amountsInTwoCurrenciesHaveNoSum() {
        var savings = new ArrayList<Measurement>();
        for (String currency : List.of("EUR", "USD")) {
            savings.add(Measurement.of(
                    currency,
                    Measurements.VENDOR_COST_SAVINGS,
                    Amount.of("1", currency),
                    MARCH,
                    "controlling",
                    RECORDED));
        }
        assertThat(code(MeasurementKpi.of(Measurements.VENDOR_COST_SAVINGS)
                        .compute(EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), savings))))
                .isEqualTo("MIXED_CURRENCIES");
    }

    /** As of March, what was corrected in April is as it was. */
    @Test
    void aCorrectionDoesNotChangeThePast() {
        var first = of("M-1", Measurements.CSAT, "90", MARCH);
        var log = EventLog.of(List.of(
                first,
                Measurement.of(
                        "M-1",
                        Measurements.CSAT,
                        BigDecimal.valueOf(80),
                        MARCH,
                        "survey",
                        Instant.parse("2026-04-05T00:00:00Z"))));
        var csat = MeasurementKpi.of(Measurements.CSAT);
        assertThat(csat.compute(log.with(List.of(first)).figures(MARCH, AsOf.of("2026-04-30", "2026-04-01T00:00:00Z")))
                        .value())
                .contains(Fraction.of(90));
        assertThat(csat.compute(log.figures(MARCH, AsOf.endOf("2026-04-30"))).value())
                .contains(Fraction.of(80));
    }

    @Test
    void refusesValuesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("M-1", Measurements.CSAT, "100.01", MARCH))
                .withMessage("value must be at most 100 of csat, but was 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("M-1", Measurements.PROCESS_IMPROVEMENTS, "1.5", MARCH))
                .withMessage("value must be a whole number of process.improvements, but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("M-1", Measurements.PROCESS_IMPROVEMENTS, "-1", MARCH))
                .withMessage("value must be at least 0 of process.improvements, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("M-1", Measurements.FEEDBACK_TEAM, "0", MARCH))
                .withMessage("value must be at least 1 of feedback.team, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("M-1", Measurements.PROCESS_COST_SAVINGS, "1", MARCH))
                .withMessage("currency must be given of amounts and of nothing else,"
                        + " and process.cost-savings is in MONEY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("M-1", Measurements.CSAT, "1", MARCH).ofSample(0))
                .withMessage("sampleSize must be 1 or more, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measurements.CSAT.between(BigDecimal.ONE, BigDecimal.ONE))
                .withMessage("most must be more than 1, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measurements.CSAT.withLeastSample(0))
                .withMessage("leastSample must be 1 or more, but was 0");
        assertThat(of("M-1", Measurements.REVENUE_ANALYSIS, "-4", MARCH).value())
                .isEqualTo(Fraction.of(-4));
    }

    @Test
    void everyMeasureHasAnIdOfItsOwn() {
        assertThat(Measurements.all()).extracting(Measure::id).doesNotHaveDuplicates();
        assertThat(Measurements.all())
                .filteredOn(measure -> measure.definition().unit() == KpiUnit.COUNT)
                .allMatch(Measure::whole)
                .extracting(Measure::least)
                .containsOnly(BigDecimal.ZERO);
    }

    /** Totals first: halves put together are the whole, in any order. */
    @Property
    void aPeriodIsTheSumOfItsParts(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 100) Integer> values, @ForAll long seed) {
        var measurements = new ArrayList<Measurement>();
        long weighted = 0;
        long sample = 0;
        for (int value : values) {
            int number = measurements.size();
            measurements.add(of(
                            "M-" + number,
                            Measurements.CSAT,
                            String.valueOf(value),
                            number % 2 == 0 ? FIRST_HALF : SECOND_HALF)
                    .ofSample(number + 1));
            weighted += (long) value * (number + 1);
            sample += number + 1;
        }
        Collections.shuffle(measurements, new Random(seed));
        assertThat(MeasurementKpi.of(Measurements.CSAT)
                        .compute(EventFigures.of(MARCH, AsOf.endOf("2026-03-31"), measurements))
                        .value())
                .contains(Fraction.of(weighted, sample));
    }

    @Test
    void canBeShipped() throws Exception {
        for (Serializable each : List.of(
                MeasurementKpi.of(Measurements.CSAT),
                MeasurementKpi.of(Measurements.CSAT).about("anna"),
                of("M-1", Measurements.CSAT, "90", MARCH).about("anna"),
                Answers.onScale(1, 5).with(4, 2))) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(each);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertThat(in.readObject()).isEqualTo(each).hasSameHashCodeAs(each);
            }
        }
        assertThat(MeasurementKpi.of(Measurements.CSAT).about("anna"))
                .hasToString("csat[about=anna]")
                .isNotEqualTo(MeasurementKpi.of(Measurements.CSAT))
                .isNotEqualTo(MeasurementKpi.of(Measurements.NPS).about("anna"));
    }

    @Test
    void isEqualToItsKindOnly() {
        MeasurementKpi hours = MeasurementKpi.of(Measurements.TRAINING_HOURS);
        assertThat(hours)
                .isEqualTo(MeasurementKpi.of(Measurements.TRAINING_HOURS))
                .isNotEqualTo(hours.id());
    }
}
