package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.USED;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.right;
import static io.quittance.core.verification.Verified.said;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static io.quittance.core.verification.Verified.verification;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit notes beside errors: what they correct, and what they give back beside the terms. 310.00 are due for January. */
class CreditNotesTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final ServicePeriod QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");

    private static VerificationReport fee(String amounts) {
        var lines = new ArrayList<InvoicedLine>();
        for (String amount : amounts.split(" ", -1)) {
            boolean credit = amount.endsWith("c");
            InvoicedLine line = line("platform", amount.replace("c", ""));
            lines.add(credit ? line.on("G-1", "2026-02-10").credited() : line);
        }
        return Verification.of(signed(PLATFORM), UsageSource.none(), FEBRUARY_1).check(lines);
    }

    @ParameterizedTest(name = "{0} are {1}")
    @CsvSource({
        "310 -31c, CREDITED:-31",
        "-31c, MISSING:-310 CREDITED:-31",
        "300 -31c, UNEXPLAINED:-10 CREDITED:-31",
        "310 310 -31c, DUPLICATE:310 CREDITED:-31",
        "310.01 -31c, ROUNDING_ONLY:0.01 CREDITED:-31",
        "310 -0.01c, CREDITED:-0.01",
        "310 -31c -5c, CREDITED:-36",
        "310 -31c -31c, CREDITED:-62",
        // right in sum
        "310 310 -310c, ''",
        "350 -40c, ''",
        "350 -15c -25c, ''",
        "350 -40c -31c, CREDITED:-31",
        "350 -40c -40c, DUPLICATE:-40",
        "350 -39.99c, ROUNDING_ONLY:0.01",
        "350 -25c -15c -31c, CREDITED:-31",
        "350 -40c -31c -5c, CREDITED:-36",
        "350 -40 -40c, CREDITED:-40",
        // to the cent before rounding
        "310.01 -0.01c, ''",
        "350 -39.99c -31c, ROUNDING_ONLY:0.01 CREDITED:-31",
        // 0.03 is more than two lines are rounded by
        "350 -39.97c -31c, UNEXPLAINED:40 CREDITED:-70.97",
        // a part of an error that no rule explains
        "350 -30c, UNEXPLAINED:10",
        // more than the error: nothing becomes leakage by a credit note
        "350 -61c, UNEXPLAINED:40 CREDITED:-61",
    })
    void saysWhatACreditNoteIs(String amounts, String findings) {
        assertThat(said(fee(amounts))).isEqualTo(findings);
    }

    @Test
    void whatIsMissingBesideACreditNoteIsLeakage() {
        VerificationReport report = fee("-31c");
        assertThat(report.leakage()).isEqualTo(eur("310"));
        assertThat(report.checked()).isEqualTo(1);
        assertThat(report.right()).isZero();
        VerificationFinding missing = report.findings(Code.MISSING).get(0);
        assertThat(missing.invoiced()).isEqualTo(eur("0"));
        assertThat(missing.documents()).isEmpty();
        VerificationFinding credited = report.findings(Code.CREDITED).get(0);
        assertThat(credited.invoiced()).isEqualTo(eur("-31"));
        assertThat(credited.documents()).containsExactly("G-1");
    }

    /** 415 calls at 0.12, which holds from February on, are 49.80 instead of 41.50. */
    @ParameterizedTest(name = "{0} given back: {1}")
    @CsvSource({
        "-8.30, ''", // corrected
        "-5.00, WRONG_PRICE_VERSION:8.3 CREDITED:-5", // the price is the error, whatever was given back
    })
    void aPriceIsWrongUntilItIsCorrected(String given, String findings) {
        Charge later = Charge.usage("calls", "calls", PerUnit.of("0.10")).repriced("2026-02-01", PerUnit.of("0.12"));
        VerificationReport report = Verification.of(signed(later), USED, FEBRUARY_1)
                .check(List.of(
                        line("calls", "49.80"),
                        line("calls", given).on("G-1", "2026-02-10").credited()));
        assertThat(said(report)).isEqualTo(findings);
    }

    /** 55.00 less 5.20 are 49.80, the price from February on: that is what is wrong, and not 13.50 of which nothing is known. */
    @Test
    void whatACreditNoteCorrectsMayLeaveAnErrorThatHasAName() {
        assertThat(said(calls("0.12", "55.00", "-5.20"))).isEqualTo("WRONG_PRICE_VERSION:8.3");
    }

    /** 45.00 less 11.80 are 33.20, the price from February on, and too little: that is no leakage. */
    @Test
    void aCreditNoteMakesNoErrorThatIsLeakage() {
        assertThat(said(calls("0.08", "45.00", "-11.80"))).isEqualTo("UNEXPLAINED:3.5 CREDITED:-11.8");
    }

    private static VerificationReport calls(String later, String invoiced, String given) {
        Charge charge = Charge.usage("calls", "calls", PerUnit.of("0.10")).repriced("2026-02-01", PerUnit.of(later));
        return Verification.of(signed(charge), used(Verified.event("u-1", "calls", "415")), FEBRUARY_1)
                .check(List.of(
                        line("calls", invoiced),
                        line("calls", given).on("G-1", "2026-02-10").credited()));
    }

    /** 350.00 less 31.00 are 9.00 too much, of which the rule explains 12.00. */
    @Test
    void aRuleThatExplainsTooMuchMakesNoLeakageOfACreditNote() {
        VerificationRule rule = comparison -> comparison.open().isEqualTo(eur("9"))
                ? List.of(Cause.of(Code.OTHER, eur("12"), Explanation.of("host.other", "other")))
                : List.of();
        VerificationReport report = Verification.of(signed(PLATFORM), UsageSource.none(), FEBRUARY_1)
                .by(List.of(rule))
                .check(List.of(line("platform", "350"), line("platform", "-31").credited()));
        assertThat(said(report)).isEqualTo("UNEXPLAINED:40 CREDITED:-31");
    }

    @Test
    void whatIsMissingIsOfItsOwnDaysWhateverTheCreditIsFor() {
        VerificationReport report = Verification.of(signed(PLATFORM), UsageSource.none(), FEBRUARY_1)
                .check(List.of(given("-31")));
        assertThat(said(report)).isEqualTo("MISSING:-310 CREDITED:-31");
        assertThat(report.findings()).extracting(VerificationFinding::days).containsExactly(JANUARY, QUARTER);
    }

    @Test
    void aCreditOfNoChargeIsNoLeakage() {
        InvoicedLine sorry = InvoicedLine.ofText(ContractId.of("C-1"), "We are sorry", JANUARY, eur("-6.50"))
                .on("G-1", "2026-02-10")
                .credited();
        VerificationReport report = verification().check(right(sorry));
        assertThat(said(report)).isEqualTo("CREDITED:-6.5");
        assertThat(report.leakage()).isEqualTo(eur("0"));
        assertThat(report.checked()).isEqualTo(3);
    }

    @Test
    void aCreditTakesBackALineOfNoCharge() {
        InvoicedLine gift = InvoicedLine.ofText(ContractId.of("C-1"), "Gift wrap", JANUARY, eur("5.00"));
        InvoicedLine back = InvoicedLine.ofText(ContractId.of("C-1"), "Gift wrap", JANUARY, eur("-5.00"))
                .credited();
        assertThat(verification().check(right(gift, back)).isClean()).isTrue();
        assertThat(verification().check(right(gift, gift, back)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(Code.NOT_IN_CONTRACT));
    }

    /** Nothing is known of what it corrects. */
    @Test
    void aCreditOfWhatCannotBeRatedIsNotVerifiable() {
        Charge failing = Charge.usage("calls", "calls", input -> {
            throw new IllegalArgumentException("no price today");
        });
        VerificationReport report = Verification.of(
                        signed(failing), used(Verified.event("u-1", "calls", "1")), FEBRUARY_1)
                .check(List.of(line("calls", "41.50"), line("calls", "-5").credited()));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.NOT_VERIFIABLE);
            assertThat(finding.difference()).isEqualTo(eur("36.50"));
        });
    }

    private static VerificationReport quarter(InvoicedLine... lines) {
        return Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-04-01"))
                .check(List.of(lines));
    }

    private static InvoicedLine months(ServicePeriod month) {
        return line("platform", month, "310");
    }

    private static InvoicedLine given(String amount) {
        return line("platform", QUARTER, amount).on("G-1", "2026-04-01").credited();
    }

    @Test
    void aCreditOfAQuarterHidesNoMonth() {
        VerificationReport report = quarter(months(JANUARY), months(MARCH), given("-50"));
        assertThat(said(report)).isEqualTo("CREDITED:-50 MISSING:-310");
        assertThat(report.leakage()).isEqualTo(eur("310"));
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.right()).isEqualTo(2);
        VerificationReport netted = quarter(months(JANUARY), months(JANUARY), months(MARCH), given("-50"));
        assertThat(netted.leakage()).isEqualTo(eur("310"));
        assertThat(netted.overbilling()).isEqualTo(eur("310"));
        assertThat(netted.findings(Code.CREDITED)).hasSize(1);
    }

    @Test
    void aCreditOfAQuarterCorrectsWhatIsTooMuch() {
        assertThat(quarter(months(JANUARY), months(JANUARY), months(FEBRUARY), months(MARCH), given("-310"))
                        .isClean())
                .isTrue();
        assertThat(quarter(
                                months(JANUARY),
                                months(JANUARY),
                                months(FEBRUARY),
                                months(FEBRUARY),
                                months(MARCH),
                                given("-620"))
                        .isClean())
                .isTrue();
        assertThat(said(quarter(months(JANUARY), months(JANUARY), months(MARCH), given("-310"))))
                .isEqualTo("MISSING:-310");
    }

    private static InvoicedLine month(ServicePeriod month, String amount) {
        return line("platform", month, amount);
    }

    private static InvoicedLine back(ServicePeriod days, String amount) {
        return line("platform", days, amount).on("G-0", "2026-04-01").credited();
    }

    @Test
    void aCreditOfAQuarterThatCorrectsNeitherOfTwoMonthsIsGivenBack() {
        VerificationReport report = quarter(
                months(JANUARY), months(JANUARY), months(FEBRUARY), months(FEBRUARY), months(MARCH), given("-100"));
        assertThat(said(report)).isEqualTo("DUPLICATE:310 CREDITED:-100 DUPLICATE:310");
        assertThat(report.checked()).isEqualTo(3);
    }

    @Test
    void aCreditOfAQuarterCorrectsAPartOfTheOnlyMonthThatIsWrong() {
        VerificationReport report = quarter(month(JANUARY, "350"), months(FEBRUARY), months(MARCH), given("-30"));
        assertThat(said(report)).isEqualTo("UNEXPLAINED:10");
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.right()).isEqualTo(2);
    }

    @Test
    void aCreditOfAQuarterCorrectsTheMonthThatItMakesRight() {
        VerificationReport report =
                quarter(months(JANUARY), months(JANUARY), month(FEBRUARY, "350"), months(MARCH), given("-40"));
        assertThat(said(report)).isEqualTo("DUPLICATE:310");
        assertThat(report.right()).isEqualTo(2);
    }

    /** January is wrong by 40.00 less 10.00, February by 30.00: together the 60.00 that are given back. */
    @Test
    void whatWasCorrectedOfAMonthIsNotCorrectedAgain() {
        assertThat(quarter(
                                month(JANUARY, "350"),
                                back(JANUARY, "-10"),
                                month(FEBRUARY, "340"),
                                months(MARCH),
                                given("-60"))
                        .isClean())
                .isTrue();
    }

    @Test
    void aMonthThatWasCorrectedIsRight() {
        VerificationReport report = quarter(
                month(JANUARY, "350"), back(JANUARY, "-40"), month(FEBRUARY, "340"), months(MARCH), given("-25"));
        assertThat(said(report)).isEqualTo("UNEXPLAINED:5");
        assertThat(report.right()).isEqualTo(2);
    }

    /** 61.00 were given back of January, which is more than the 40.00 that are wrong: they are still to be corrected. */
    @Test
    void whatIsMoreThanTheErrorCorrectsNothingOfIt() {
        VerificationReport report =
                quarter(month(JANUARY, "350"), back(JANUARY, "-61"), months(FEBRUARY), months(MARCH), given("-40"));
        assertThat(said(report)).isEqualTo("CREDITED:-61");
        assertThat(report.right()).isEqualTo(3);
    }
}
