package io.quittance.kpi.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.credit.CreditRequest.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreditKpisTest {
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");
    private static final AsOf YEAR_LATER = AsOf.endOf("2027-03-31");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static <E extends KpiEvent> KpiResult of(Kpi<EventFigures<E>> kpi, AsOf asOf, List<E> events) {
        return kpi.compute(EventFigures.of(MARCH, asOf, events));
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.code() + ": " + undefined.reason());
    }

    private static CreditRequest request(String key, String received) {
        return CreditRequest.received(key, "ACME", day(received), NOW);
    }

    /** Received in February and decided in March; in March approved, in part, rejected; pending; decided in April. */
    private static List<CreditRequest> requests() {
        return List.of(
                request("C-1", "2026-02-20").decided(day("2026-03-01"), Outcome.APPROVED, NOW),
                request("C-2", "2026-03-02").decided(day("2026-03-03"), Outcome.APPROVED, NOW),
                request("C-3", "2026-03-02").decided(day("2026-03-31"), Outcome.APPROVED_IN_PART, NOW),
                request("C-4", "2026-03-02").decided(day("2026-03-09"), Outcome.REJECTED, NOW),
                request("C-5", "2026-03-31"),
                request("C-6", "2026-03-30").decided(day("2026-04-01"), Outcome.APPROVED, NOW));
    }

    /** By hand: 2 of 4 decided; 1 of 5 received as of March, 2 of 5 as of April; in part 1 of 4 and 1 of 5. */
    @Test
    void approvalsAreOfWhatIsDecidedOrReceived() {
        KpiResult decided = of(CreditApproval.ofDecided(), END, requests());
        assertThat(decided.value()).contains(Fraction.of(50));
        assertThat(decided.basis().exclusions()).containsExactly("PENDING");
        assertThat(decided.basis().notes()).containsExactly("APPROVED_IN_PART");
        assertThat(of(CreditApproval.ofDecided().inPart(), END, requests()).value())
                .contains(Fraction.of(25));
        KpiResult received = of(CreditApproval.ofReceived(), END, requests());
        assertThat(received.value()).contains(Fraction.of(20));
        assertThat(received.basis().exclusions()).isEmpty();
        assertThat(of(CreditApproval.ofReceived(), AsOf.endOf("2026-04-30"), requests())
                        .value())
                .contains(Fraction.of(40));
        assertThat(of(CreditApproval.ofReceived().inPart(), END, requests()).value())
                .contains(Fraction.of(20));
        assertThat(code(of(CreditApproval.ofDecided(), END, List.of(request("C-5", "2026-03-31")))))
                .isEqualTo("NO_REQUESTS: no request was decided in the period");
        assertThat(code(of(CreditApproval.ofReceived(), END, List.<CreditRequest>of())))
                .isEqualTo("NO_REQUESTS: no request was received in the period");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("C", "2026-03-02").decided(day("2026-03-01"), Outcome.REJECTED, NOW))
                .withMessageStartingWith("decision must not be before 2026-03-02, but was ");
    }

    /** One of February that still waits is as pending as one of March; one of April is not asked for. */
    @Test
    void whatWaitsIsPendingWheneverItCameIn() {
        var decided = request("C-1", "2026-03-02").decided(day("2026-03-03"), Outcome.APPROVED, NOW);
        assertThat(of(CreditApproval.ofDecided(), END, List.of(decided, request("C-2", "2026-02-20")))
                        .basis()
                        .exclusions())
                .containsExactly("PENDING");
        KpiResult april = of(
                CreditApproval.ofDecided(),
                AsOf.endOf("2026-04-30"),
                List.of(
                        decided,
                        request("C-3", "2026-04-01"),
                        request("C-4", "2026-03-30").decided(day("2026-04-02"), Outcome.APPROVED_IN_PART, NOW)));
        assertThat(april.value()).contains(Fraction.of(100));
        assertThat(april.basis().exclusions()).isEmpty();
        assertThat(april.basis().notes()).isEmpty();
    }

    /** Due on 10 March, which nobody knew to be over on the 5th: not done is not late yet, and done is not counted before the others are. */
    @Test
    void aReviewWhoseDayNobodyHasSeenEndIsLeftOut() {
        CreditReview due = CreditReview.due("R-1", "ACME", day("2026-03-10"), NOW);
        var early = AsOf.of("2026-03-31", "2026-03-05T12:00:00Z");
        for (CreditReview review : List.of(due, due.done(day("2026-03-04"), NOW))) {
            KpiResult open = of(new CreditReviewTimeliness(), early, List.of(review));
            assertThat(code(open)).isEqualTo("NO_REVIEWS: no review was due in the period whose day is over");
            assertThat(open.basis().exclusions()).containsExactly("WINDOW_OPEN");
        }
        assertThat(of(new CreditReviewTimeliness(), AsOf.of("2026-03-31", "2026-03-11T12:00:00Z"), List.of(due))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** By hand: of February, March and April, March's agrees and the others do not. */
    @Test
    void onlyAssessmentsOfThePeriodCount() {
        var march = assessed("A-1", "20", false);
        var february = CreditAssessment.of("A-2", "ACME", day("2026-02-28"), BigDecimal.TEN, true, NOW);
        var april = CreditAssessment.of("A-3", "ACME", day("2026-04-01"), BigDecimal.TEN, true, NOW);
        KpiResult result = of(CreditAccuracy.within(12), AsOf.endOf("2027-04-30"), List.of(february, march, april));
        assertThat(result.value()).contains(Fraction.of(100));
        assertThat(result.basis().count()).contains(1L);
        KpiResult none = of(CreditAccuracy.within(12), AsOf.endOf("2027-04-30"), List.of(february, april));
        assertThat(code(none)).isEqualTo("NO_ASSESSMENTS: no assessment was made in the period");
        assertThat(none.basis().notes()).isEmpty();
    }

    /** The shortest window: a default on the same day of the next month counts, a day later it does not. */
    @Test
    void aWindowMayBeAMonth() {
        var came = assessed("A-1", "80", true).defaulted(day("2026-04-02"), NOW);
        var late = assessed("A-2", "20", false).defaulted(day("2026-04-03"), NOW);
        var asOf = AsOf.endOf("2026-04-30");
        assertThat(of(CreditAccuracy.within(1), asOf, List.of(came, late)).value())
                .contains(Fraction.of(100));
        assertThat(of(CreditRanking.auc(1), asOf, List.of(came, late)).value()).contains(Fraction.of(100));
    }

    @Test
    void refusesDaysAndNumbersThatCannotBe() {
        CreditReview due = CreditReview.due("R-1", "ACME", day("2026-03-10"), NOW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> due.done(LocalDate.MAX, NOW))
                .withMessage("done must lie in the years 1 to 9999, but was +999999999-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(-1, 0, 0, 0))
                .withMessage("expectedDefaults must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(0, 0, -1, 0))
                .withMessage("missedDefaults must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(0, 0, 0, -1))
                .withMessage("expectedGood must not be negative, but was -1");
    }

    @Test
    void aDecisionThatBecameKnownLaterDoesNotChangeThePast() {
        CreditRequest asked = request("C-1", "2026-03-02");
        var log = EventLog.of(List.of(
                asked, asked.decided(day("2026-03-10"), Outcome.APPROVED, Instant.parse("2026-04-02T08:00:00Z"))));
        assertThat(CreditApproval.ofReceived()
                        .compute(log.figures(MARCH, AsOf.of("2026-03-31", "2026-04-01T00:00:00Z")))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(CreditApproval.ofReceived().compute(log.figures(MARCH, END)).value())
                .contains(Fraction.of(100));
    }

    /** By hand: before, on the day, a day late, not done; April's is not due yet and February's is another period's: 2 of 4. */
    @Test
    void aReviewThatIsDueAndNotDoneIsLate() {
        CreditReview review = CreditReview.due("R-1", "ACME", day("2026-03-10"), NOW);
        var reviews = List.of(
                review.done(day("2026-02-20"), NOW),
                CreditReview.due("R-2", "ACME", day("2026-03-10"), NOW).done(day("2026-03-10"), NOW),
                CreditReview.due("R-3", "ACME", day("2026-03-10"), NOW).done(day("2026-03-11"), NOW),
                CreditReview.due("R-4", "ACME", day("2026-03-31"), NOW),
                CreditReview.due("R-5", "ACME", day("2026-04-01"), NOW),
                CreditReview.due("R-6", "ACME", day("2026-02-28"), NOW));
        assertThat(of(new CreditReviewTimeliness(), END, reviews).value()).contains(Fraction.of(50));
        assertThat(code(of(new CreditReviewTimeliness(), END, List.<CreditReview>of())))
                .isEqualTo("NO_REVIEWS: no review was due in the period whose day is over");
    }

    /** The months of 2 March 2026 end a year later, which nobody knew in June, whichever date is asked about. */
    @Test
    void monthsThatNobodyHasSeenEndAreNotOver() {
        var june = AsOf.of("2027-03-31", "2026-06-01T12:00:00Z");
        assertThat(code(of(CreditAccuracy.within(12), june, four()))).startsWith("WINDOW_OPEN");
        assertThat(code(of(CreditRanking.auc(12), june, four()))).startsWith("WINDOW_OPEN");
    }

    private static CreditAssessment assessed(String key, String score, boolean expected) {
        return CreditAssessment.of(key, "ACME", day("2026-03-02"), new BigDecimal(score), expected, NOW);
    }

    /** By hand: of four, one expected default came, one did not, one came unexpected, one good was good: 50 %. */
    private static List<CreditAssessment> four() {
        return List.of(
                assessed("A-1", "80", true).defaulted(day("2027-03-02"), NOW),
                assessed("A-2", "60", true),
                assessed("A-3", "40", false).defaulted(day("2026-03-02"), NOW),
                assessed("A-4", "20", false).defaulted(day("2027-03-03"), NOW));
    }

    @Test
    void anAssessmentAgreesWithWhatCameWithinTheMonths() {
        var accuracy = CreditAccuracy.within(12);
        KpiResult result = of(accuracy, YEAR_LATER, four());
        assertThat(result.value()).contains(Fraction.of(50));
        assertThat(result.basis().notes()).containsExactly("FEW_DEFAULTS");
        var matrix = accuracy.matrix(EventFigures.of(MARCH, YEAR_LATER, four()));
        assertThat(matrix).isEqualTo(new ConfusionMatrix(1, 1, 1, 1));
        assertThat(matrix.expectedOfDefaults()).contains(Fraction.of(50));
    }

    /** The published reading of 10 expected, of whom 6 came, and 4 of 90 others: worked by hand. */
    @Test
    void aMatrixTellsWhichKindOfErrorItWas() {
        var matrix = new ConfusionMatrix(6, 4, 4, 86);
        assertThat(matrix.count()).isEqualTo(100);
        assertThat(matrix.agreeing()).isEqualTo(92);
        assertThat(matrix.expectedOfDefaults()).contains(Fraction.of(60));
        assertThat(matrix.cameOfExpected()).contains(Fraction.of(60));
        assertThat(new ConfusionMatrix(0, 0, 0, 1).expectedOfDefaults()).isEmpty();
        assertThat(new ConfusionMatrix(0, 0, 1, 1).cameOfExpected()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(0, -1, 0, 0))
                .withMessage("falseAlarms must not be negative, but was -1");
    }

    /** On 1 March 2027 the year is not over, though A-3 has defaulted already. */
    @Test
    void anAssessmentWhoseWindowIsOpenIsLeftOut() {
        var before = AsOf.endOf("2027-03-01");
        KpiResult open = of(CreditAccuracy.within(12), before, four());
        assertThat(code(open)).isEqualTo("WINDOW_OPEN: for no assessment 12 months have passed");
        assertThat(open.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(code(of(CreditRanking.auc(12), before, four()))).startsWith("WINDOW_OPEN");
        assertThat(of(CreditAccuracy.within(12), AsOf.endOf("2027-03-02"), four())
                        .value())
                .contains(Fraction.of(50));
        assertThat(code(of(CreditAccuracy.within(12), YEAR_LATER, List.<CreditAssessment>of())))
                .isEqualTo("NO_ASSESSMENTS: no assessment was made in the period");
        assertThat(code(of(CreditRanking.gini(12), YEAR_LATER, List.<CreditAssessment>of())))
                .isEqualTo("NO_ASSESSMENTS: no assessment was made in the period");
    }

    /** By hand: 80 beats 60 and 20, 40 beats 20 only: 3 of 4 pairs, Gini 50; with a tie of 40 half a pair less. */
    @Test
    void scoresAreRankedByPairs() {
        assertThat(of(CreditRanking.auc(12), YEAR_LATER, four()).value()).contains(Fraction.of(75));
        assertThat(of(CreditRanking.gini(12), YEAR_LATER, four()).value()).contains(Fraction.of(50));
        var tied = new ArrayList<>(four());
        tied.set(3, assessed("A-4", "40", false));
        assertThat(of(CreditRanking.auc(12), YEAR_LATER, tied).value()).contains(Fraction.of(125, 2));
        assertThat(of(CreditRanking.gini(12), YEAR_LATER, tied).value()).contains(Fraction.of(25));
        var allGood = List.of(assessed("A-1", "1", false), assessed("A-2", "2", false));
        assertThat(code(of(CreditRanking.auc(12), YEAR_LATER, allGood)))
                .isEqualTo("ONE_OUTCOME: all or none defaulted");
        assertThat(code(of(CreditRanking.gini(12), YEAR_LATER, allGood)))
                .isEqualTo("ONE_OUTCOME: all or none defaulted");
    }

    @Test
    void thirtyDefaultsAreNotFew() {
        var many = new ArrayList<CreditAssessment>();
        for (int i = 0; i < 30; i++) {
            many.add(assessed("A-" + i, "1", true).defaulted(day("2026-04-01"), NOW));
        }
        assertThat(of(CreditAccuracy.within(12), YEAR_LATER, many).basis().notes())
                .isEmpty();
        many.remove(0);
        many.add(assessed("A-30", "1", false));
        assertThat(of(CreditAccuracy.within(12), YEAR_LATER, many).basis().notes())
                .containsExactly("FEW_DEFAULTS");
    }

    /** A score turned round turns AUC round, and AUC and Gini say the same; AUC equals the count of all pairs. */
    @Property
    void rankingFollowsThePairs(@ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 9) Integer> scores) {
        var events = new ArrayList<CreditAssessment>();
        var turned = new ArrayList<CreditAssessment>();
        long twice = 0;
        long pairs = 0;
        for (int i = 0; i < scores.size(); i++) {
            boolean isDefault = i % 2 == 0;
            events.add(outcome(assessed("A-" + i, "" + scores.get(i), false), isDefault));
            turned.add(outcome(assessed("A-" + i, "-" + scores.get(i), false), isDefault));
            for (int j = 1; isDefault && j < scores.size(); j += 2) {
                twice += 1 + Integer.signum(scores.get(i).compareTo(scores.get(j)));
                pairs++;
            }
        }
        Fraction auc = of(CreditRanking.auc(12), YEAR_LATER, events).value().orElseThrow();
        Fraction gini = of(CreditRanking.gini(12), YEAR_LATER, events).value().orElseThrow();
        assertThat(auc).isEqualTo(Fraction.of(100 * twice, 2 * pairs));
        assertThat(gini).isEqualTo(auc.times(Fraction.of(2)).minus(Fraction.of(100)));
        assertThat(of(CreditRanking.auc(12), YEAR_LATER, turned)
                        .value()
                        .orElseThrow()
                        .plus(auc))
                .isEqualTo(Fraction.of(100));
    }

    private static CreditAssessment outcome(CreditAssessment made, boolean isDefault) {
        return isDefault ? made.defaulted(day("2026-06-01"), NOW) : made;
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assessed("A", "1", true).defaulted(day("2026-03-01"), NOW))
                .withMessage("defaulted must not be before 2026-03-02, but was 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditAccuracy.within(0))
                .withMessage("months must be 1 or more, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditRanking.auc(0))
                .withMessage("months must be 1 or more, but was 0");
    }

    static List<Kpi<?>> kpis() {
        return List.of(
                CreditApproval.ofDecided(),
                CreditApproval.ofReceived(),
                CreditApproval.ofDecided().inPart(),
                CreditApproval.ofReceived().inPart(),
                new CreditReviewTimeliness(),
                CreditAccuracy.within(12),
                CreditAccuracy.within(6),
                CreditRanking.auc(12),
                CreditRanking.gini(12));
    }

    static List<Object> values() {
        var values = new ArrayList<Object>(kpis());
        values.addAll(requests());
        values.addAll(four());
        values.add(CreditReview.due("R-1", "ACME", day("2026-03-10"), NOW).done(day("2026-03-11"), NOW));
        values.add(new ConfusionMatrix(1, 2, 3, 4));
        return values;
    }

    @ParameterizedTest
    @MethodSource("values")
    void survivesTheSerialForm(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject())
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value)
                    .hasToString(value.toString());
        }
    }

    @Test
    void noTwoAreEqual() {
        assertThat(new HashSet<>(kpis())).hasSameSizeAs(kpis());
        assertThat(kpis()).extracting(Kpi::id).doesNotHaveDuplicates();
        assertThat(kpis()).allSatisfy(kpi -> assertThat(kpi).hasToString(kpi.id()));
    }
}
