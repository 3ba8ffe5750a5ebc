package io.quittance.core.verification;

import static io.quittance.core.verification.PlausibilityFinding.Code.IMPLAUSIBLE_ABSENCE;
import static io.quittance.core.verification.PlausibilityFinding.Code.IMPLAUSIBLE_AMOUNT;
import static io.quittance.core.verification.PlausibilityFinding.Code.IMPLAUSIBLE_NOVELTY;
import static io.quittance.core.verification.PlausibilityFinding.Code.IMPLAUSIBLE_QUANTITY;
import static io.quittance.core.verification.Verified.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.ContractId;
import io.quittance.core.schedule.ServicePeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {
    private static final Plausibility HALF = Plausibility.of("50", 3);

    private static InvoicedLine calls(int month, String amount) {
        return line("calls", month, amount);
    }

    private static InvoicedLine line(String charge, int month, String amount) {
        return InvoicedLine.of("C-1", charge, ServicePeriod.of(YearMonth.of(2026, month)), eur(amount));
    }

    private static List<InvoicedLine> earlier(String... amounts) {
        var lines = new ArrayList<InvoicedLine>();
        for (String amount : amounts) {
            lines.add(calls(lines.size() + 1, amount));
        }
        return lines;
    }

    /** The median of 40.00, 44.00 and 900.00 is 44.00: from 22.00 to 66.00 is plausible. */
    @ParameterizedTest(name = "{0} is plausible: {1}")
    @CsvSource({"66.00, true", "66.01, false", "22.00, true", "21.99, false", "44.00, true"})
    void holdsAmountsAgainstTheMedian(String amount, boolean plausible) {
        List<PlausibilityFinding> findings = HALF.check(List.of(calls(4, amount)), earlier("40.00", "900.00", "44.00"));
        assertThat(findings.isEmpty()).isEqualTo(plausible);
    }

    @Test
    void saysWhatIsUsual() {
        List<PlausibilityFinding> findings =
                HALF.check(List.of(calls(4, "66.01").drafted("draft 1")), earlier("40.00", "900.00", "44.00"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(IMPLAUSIBLE_AMOUNT);
            assertThat(finding.contract()).isEqualTo(ContractId.of("C-1"));
            assertThat(finding.documents()).containsExactly("draft 1");
            assertThat(finding)
                    .hasToString("IMPLAUSIBLE_AMOUNT C-1 calls [2026-04-01, 2026-05-01): 66.01 instead of 44 as usual");
        });
    }

    /** Of four periods the last three count: 10.00 is forgotten, and 70.00 is usual. */
    @Test
    void onlyTheLastPeriodsCount() {
        assertThat(HALF.check(List.of(calls(5, "100.00")), earlier("10.00", "60.00", "70.00", "80.00")))
                .isEmpty();
    }

    /** The median of 40.00 and 50.00 is 45.00, and 10 % of it 4.50. */
    @Test
    void theMedianOfTwoIsTheirMean() {
        Plausibility tenth = Plausibility.of("10", 2);
        assertThat(tenth.check(List.of(calls(3, "49.50")), earlier("40.00", "50.00")))
                .isEmpty();
        assertThat(tenth.check(List.of(calls(3, "49.51")), earlier("40.00", "50.00")))
                .hasSize(1);
    }

    @Test
    void holdsQuantitiesAgainstTheMedian() {
        List<PlausibilityFinding> findings = HALF.check(
                List.of(calls(2, "10.00").quantity("200")),
                List.of(calls(1, "10.00").quantity("100")));
        assertThat(findings).extracting(PlausibilityFinding::code).containsExactly(IMPLAUSIBLE_QUANTITY);
        assertThat(findings.get(0).reason().text()).isEqualTo("200 instead of 100 as usual");
        assertThat(HALF.check(List.of(calls(2, "10.00").quantity("200")), List.of(calls(1, "10.00"))))
                .isEmpty();
    }

    @Test
    void linesOfOnePeriodAreAddedUp() {
        assertThat(Plausibility.of("0", 1).check(List.of(calls(2, "30.00"), calls(2, "10.00")), earlier("40.00")))
                .isEmpty();
    }

    @Test
    void negativeAmountsAreUsualToo() {
        assertThat(HALF.check(List.of(calls(2, "-60.00")), earlier("-40.00"))).isEmpty();
        assertThat(HALF.check(List.of(calls(2, "-60.01")), earlier("-40.00"))).hasSize(1);
    }

    @Test
    void findsWhatIsNew() {
        List<PlausibilityFinding> findings =
                HALF.check(List.of(calls(2, "40.00"), line("gift", 2, "5.00")), earlier("40.00"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(IMPLAUSIBLE_NOVELTY);
            assertThat(finding.charge()).isEqualTo("gift");
            assertThat(finding.reason().text()).isEqualTo("gift was never invoiced before");
        });
        assertThat(HALF.check(List.of(line("gift", 2, "5.00")), List.of())).isEmpty();
    }

    @Test
    void findsWhatIsAbsent() {
        var before = earlier("40.00", "41.00");
        before.add(line("fee", 2, "10.00"));
        List<PlausibilityFinding> findings = HALF.check(List.of(line("fee", 3, "10.00")), before);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(IMPLAUSIBLE_ABSENCE);
            assertThat(finding.charge()).isEqualTo("calls");
            assertThat(finding.period()).isEqualTo(ServicePeriod.of("2026-03-01", "2026-04-01"));
            assertThat(finding.documents()).isEmpty();
            assertThat(finding.reason().text())
                    .isEqualTo("calls was invoiced for [2026-02-01, 2026-03-01), and is in no draft");
        });
    }

    @Test
    void nothingIsAbsentThatIsNotDueOrHasEnded() {
        var once = List.of(calls(2, "40.00"), line("fee", 2, "10.00"));
        assertThat(HALF.check(List.of(line("fee", 3, "10.00")), once)).isEmpty();
        var ended = earlier("40.00", "41.00");
        ended.add(line("fee", 4, "10.00"));
        assertThat(HALF.check(List.of(line("fee", 5, "10.00")), ended)).isEmpty();
        var early = earlier("40.00", "41.00");
        early.add(line("fee", 2, "10.00"));
        assertThat(HALF.check(List.of(line("fee", 2, "1.00")), early)).isEmpty();
    }

    /** What a draft takes off January is no line for March. */
    @Test
    void aCorrectionDoesNotMakeUpForWhatIsAbsent() {
        var before = earlier("40.00", "41.00");
        before.add(line("fee", 2, "10.00"));
        assertThat(HALF.check(List.of(calls(1, "-5.00"), line("fee", 3, "10.00")), before))
                .extracting(PlausibilityFinding::code)
                .containsExactly(IMPLAUSIBLE_ABSENCE);
    }

    @Test
    void aDraftThatSaysNoQuantityIsNotHeldAgainstOne() {
        assertThat(HALF.check(
                        List.of(calls(2, "10.00")), List.of(calls(1, "10.00").quantity("100"))))
                .isEmpty();
    }

    @Test
    void aCorrectionOfAnEarlierPeriodIsNotCompared() {
        assertThat(HALF.check(List.of(calls(2, "-40.00"), calls(3, "40.00")), earlier("40.00", "40.00")))
                .isEmpty();
        assertThat(HALF.check(List.of(calls(1, "-40.00"), calls(2, "40.00")), earlier("40.00")))
                .isEmpty();
    }

    @Test
    void otherContractsAreOthers() {
        InvoicedLine other = InvoicedLine.of("C-2", "calls", ServicePeriod.of(YearMonth.of(2026, 4)), eur("4000.00"));
        assertThat(HALF.check(List.of(other), earlier("40.00"))).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plausibility.of("-1", 3))
                .withMessage("percent must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plausibility.of("50", 0))
                .withMessage("periods must be between 1 and 1000, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Plausibility.of("50", 1001));
        assertThat(Plausibility.of("50", Plausibility.MAX_PERIODS).periods()).isEqualTo(1000);
    }
}
