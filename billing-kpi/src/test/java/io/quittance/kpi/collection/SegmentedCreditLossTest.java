package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AgedReceivables.Bucket;
import io.quittance.kpi.collection.SegmentedReceivables.Excluded;
import io.quittance.kpi.collection.SegmentedReceivables.Reason;
import io.quittance.kpi.collection.SegmentedReceivables.Segment;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Expected credit loss by segment, and what the matrices leave out. */
class SegmentedCreditLossTest {

    private static Bucket bucket(String name, String open, String percent) {
        return Bucket.of(name, usd(open), new BigDecimal(percent));
    }

    private static Excluded excluded(String id, String bucket, Reason reason, String amount) {
        return Excluded.of(id, bucket, reason, usd(amount));
    }

    private static KpiItem item(String id, long amount) {
        return new KpiItem(id, Fraction.of(amount), Fraction.ZERO);
    }

    /**
     * Retail: 1000.00 at 2 % and (600 − 200) at 10 % are 20.00 + 40.00. Wholesale: (5000 − 1000 − 500) at 1 % and (300 − 300) at 20 % are 35.00. 95.00 are expected to be lost, 700.00 are judged one by one and 1300.00
     * insured.
     */
    @Test
    void eachSegmentHasItsRates() {
        var figures = new SegmentedReceivables(List.of(
                new Segment(
                        "retail",
                        List.of(bucket("current", "1000", "2"), bucket("late", "600", "10")),
                        List.of(excluded("C-1", "late", Reason.INDIVIDUALLY_JUDGED, "200"))),
                new Segment(
                        "wholesale",
                        List.of(bucket("current", "5000", "1"), bucket("late", "300", "20")),
                        List.of(
                                excluded("C-2", "current", Reason.INSURED, "1000"),
                                excluded("C-3", "current", Reason.INDIVIDUALLY_JUDGED, "500"),
                                excluded("C-2", "late", Reason.INSURED, "300")))));
        KpiResult loss = SegmentedCreditLoss.byMatrix().compute(figures);
        assertThat(loss.value()).contains(Fraction.of(95));
        assertThat(loss.basis().items())
                .containsExactly(
                        item("retail/current", 20),
                        item("retail/late", 40),
                        item("wholesale/current", 35),
                        item("wholesale/late", 0));
        assertThat(loss.basis().count()).contains(4L);
        assertThat(loss.basis().exclusions()).containsExactly("INDIVIDUALLY_JUDGED", "INSURED");
        assertThat(loss.basis().currency()).contains("USD");
        KpiResult insured = SegmentedCreditLoss.insured().compute(figures);
        assertThat(insured.value()).contains(Fraction.of(1300));
        assertThat(insured.basis().items())
                .containsExactly(item("wholesale/current/INSURED/C-2", 1000), item("wholesale/late/INSURED/C-2", 300));
        assertThat(insured.basis().exclusions()).isEmpty();
        KpiResult judged = SegmentedCreditLoss.individuallyJudged().compute(figures);
        assertThat(judged.value()).contains(Fraction.of(700));
        assertThat(judged.basis().items())
                .containsExactly(
                        item("retail/late/INDIVIDUALLY_JUDGED/C-1", 200),
                        item("wholesale/current/INDIVIDUALLY_JUDGED/C-3", 500));
    }

    /** 100.00 with 30.00 insured and 80.00 of a customer that is judged are −10.00: credits, to which no rate applies. */
    @Test
    void creditBalancesAreLeftOut() {
        var figures = new SegmentedReceivables(List.of(new Segment(
                "retail",
                List.of(bucket("a", "100", "50"), bucket("b", "-5", "50"), bucket("c", "10", "50")),
                List.of(
                        excluded("R-1", "a", Reason.INSURED, "30"),
                        excluded("R-1", "a", Reason.INDIVIDUALLY_JUDGED, "80"),
                        excluded("R-2", "c", Reason.INSURED, "0")))));
        KpiResult loss = SegmentedCreditLoss.byMatrix().compute(figures);
        assertThat(loss.value()).contains(Fraction.of(5));
        assertThat(loss.basis().exclusions()).containsExactly("CREDIT_BALANCES", "INDIVIDUALLY_JUDGED", "INSURED");
        assertThat(SegmentedCreditLoss.byMatrix()
                        .compute(new SegmentedReceivables(List.of(new Segment(
                                "r",
                                List.of(bucket("c", "0", "50")),
                                List.of(excluded("R-2", "c", Reason.INSURED, "0"))))))
                        .basis()
                        .exclusions())
                .isEmpty();
    }

    /** One segment without exclusions is the plain matrix; so are segments with the same rates, together. */
    @Property
    void segmentsOfOneRateAreOneMatrix(
            @ForAll @IntRange(max = 9999) int one,
            @ForAll @IntRange(max = 9999) int other,
            @ForAll @IntRange(max = 100) int percent) {
        String rate = Integer.toString(percent);
        var segments = new SegmentedReceivables(List.of(
                new Segment("a", List.of(bucket("late", "" + one, rate))),
                new Segment("b", List.of(bucket("late", "" + other, rate)))));
        var matrix = new AgedReceivables(List.of(bucket("late", "" + (one + other), rate)));
        assertThat(SegmentedCreditLoss.byMatrix().compute(segments).value())
                .isEqualTo(new ExpectedCreditLoss().compute(matrix).value());
    }

    @Test
    void saysWhatItIs() {
        ServicePeriod march = ServicePeriod.of("2026-03-01", "2026-04-01");
        var figures = new SegmentedReceivables(List.of(new Segment("a", List.of(bucket("late", "1", "1")))))
                .withPeriod(march);
        for (SegmentedCreditLoss kpi : List.of(
                SegmentedCreditLoss.byMatrix(),
                SegmentedCreditLoss.insured(),
                SegmentedCreditLoss.individuallyJudged())) {
            assertThat(kpi.compute(figures).basis().period()).contains(march);
            assertThat(kpi.definition().direction())
                    .isEqualTo(kpi.id().equals("ecl.segments") ? Direction.LOWER : Direction.INFORMATIONAL);
        }
        assertThat(SegmentedCreditLoss.insured())
                .hasToString("ecl.segments.insured")
                .isEqualTo(SegmentedCreditLoss.insured())
                .isNotEqualTo(SegmentedCreditLoss.byMatrix());
    }

    @Test
    void refusesSegmentsThatCannotBe() {
        List<Bucket> late = List.of(bucket("late", "1", "1"));
        Segment retail = new Segment("retail", late);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentedReceivables(List.of(retail, retail)))
                .withMessage("segments must be there once each, but was retail");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentedReceivables(List.of()))
                .withMessageStartingWith("segments must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segment("retail", List.of()))
                .withMessageStartingWith("buckets must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segment("retail", List.of(late.get(0), late.get(0))))
                .withMessage("buckets must be there once each, but was late");
        Excluded part = excluded("R-1", "late", Reason.INSURED, "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segment("retail", late, List.of(part, part)))
                .withMessage("excluded must be there once each, but was late/INSURED/R-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segment("retail", late, List.of(excluded("R-1", "old", Reason.INSURED, "1"))))
                .withMessage("excluded must be in one of the buckets of retail, but was old");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> excluded("R-1", "late", Reason.INSURED, "-1"))
                .withMessage("amount must not be negative, but was USD -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segment("r".repeat(200), late))
                .withMessageStartingWith("buckets must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Segment("retail", late, List.of(excluded("R".repeat(190), "late", Reason.INSURED, "1"))))
                .withMessageStartingWith("excluded must have 1 to 200 characters");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new SegmentedReceivables(List.of(new Segment(
                        "retail", late, List.of(Excluded.of("R-1", "late", Reason.INSURED, Amount.of("1", "EUR")))))));
    }
}
