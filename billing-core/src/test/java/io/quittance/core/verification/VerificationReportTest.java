package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.right;
import static io.quittance.core.verification.Verified.verification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerificationReportTest {
    private static VerificationReport report(String expected, String invoiced, long checked, long right) {
        return new VerificationReport(
                ContractId.of("C-1"), eur(expected), eur(invoiced), checked, right, List.of(), List.of(), List.of());
    }

    @Test
    void leakageAndOverbillingAreNotNetted() {
        VerificationReport report =
                verification().check(List.of(line("platform", "310"), line("platform", "310"), line("data", "125")));
        assertThat(report.leakage()).isEqualTo(eur("41.50"));
        assertThat(report.overbilling()).isEqualTo(eur("310"));
    }

    @Test
    void addsUpByCurrency() {
        Contract dollars = Contract.builder("C-9")
                .customer("ACME")
                .currency("USD")
                .zone("Europe/Berlin")
                .term("2026-01-01", "2027-01-01")
                .paymentTerms(PaymentTerms.net(30))
                .charge(PLATFORM)
                .build();
        VerificationReport other = Verification.of(dollars, UsageSource.none(), Verified.FEBRUARY_1)
                .check(List.of());
        VerificationReport clean = verification().check(right());
        VerificationReport lacking = verification().check(right().subList(1, 3));
        assertThat(VerificationTotal.of(List.of(other, clean, lacking)))
                .containsExactly(
                        new VerificationTotal(eur("953.00"), eur("643.00"), eur("310"), eur("0"), 6, 5),
                        new VerificationTotal(
                                Amount.of("310", "USD"),
                                Amount.of("0", "USD"),
                                Amount.of("310", "USD"),
                                Amount.of("0", "USD"),
                                1,
                                0));
    }

    @Test
    void refusesFindingsThatExplainSomethingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report("1", "2", 1, 1))
                .withMessage("findings must have differences that add up to EUR 1.00, but was EUR 0.00");
    }

    @Test
    void refusesMoreRightThanChecked() {
        assertThat(report("1", "1", 1, 1).isClean()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report("1", "1", 1, 2))
                .withMessage("right must be between 0 and the 1 that were checked, but was 2");
        assertThatIllegalArgumentException().isThrownBy(() -> report("1", "1", 1, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerificationTotal(eur("1"), eur("1"), eur("-1"), eur("0"), 1, 1))
                .withMessage("leakage must not be negative, but was EUR -1.00");
    }

    private static VerificationTotal total(String overbilling, long checked, long right) {
        return new VerificationTotal(eur("1"), eur("1"), eur("0"), eur(overbilling), checked, right);
    }

    @Test
    void refusesATotalThatCannotBe() {
        assertThat(total("0", 1, 1).right()).isEqualTo(1);
        assertThat(total("0", 1, 0).right()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> total("-0.01", 1, 1))
                .withMessage("overbilling must not be negative, but was EUR -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> total("0", 1, 2))
                .withMessage("right must be between 0 and the 1 that were checked, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> total("0", 1, -1))
                .withMessage("right must be between 0 and the 1 that were checked, but was -1");
    }

    private static final Explanation REASON = Explanation.of("host.late", "late");

    @Test
    void refusesWhatIsLateByLessThanNothing() {
        assertThat(new Cause(Code.LATE, eur("0"), 0, List.of(), REASON).daysLate())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cause(Code.LATE, eur("0"), -1, List.of(), REASON))
                .withMessage("daysLate must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerificationFinding(
                        Code.LATE,
                        ContractId.of("C-1"),
                        null,
                        Verified.JANUARY,
                        List.of(),
                        eur("1"),
                        eur("1"),
                        eur("0"),
                        -1,
                        REASON))
                .withMessage("daysLate must not be negative, but was -1");
    }

    @Test
    void whatIsNotCountedIsNoWrongAmount() {
        assertThat(Stream.of(Code.values()).filter(code -> !code.isCounted()))
                .containsExactly(Code.CREDITED, Code.PENDING, Code.NOT_VERIFIABLE);
        assertThat(Stream.of(Code.values()).filter(code -> !code.isWrongAmount()))
                .containsExactly(Code.LATE, Code.CREDITED, Code.PENDING, Code.NOT_VERIFIABLE);
    }

    /** 310.00 are right on R-1, and 42.00 for 41.50 wrong on R-2. */
    @Test
    void findingsAreOfTheDocumentsThatTheyName() {
        VerificationReport report = verification()
                .check(List.of(
                        line("platform", "310"), line("calls", "42").on("R-2", "2026-02-02"), line("data", "125")));
        assertThat(report.isClean()).isFalse();
        assertThat(report.findings("R-1")).isEmpty();
        assertThat(report.findings("R-2")).isEqualTo(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).documents()).containsExactly("R-2");
        assertThat(report.wrongDocuments()).containsExactly("R-2");
    }

    /** What comes to nothing and was not invoiced is no comparison, and no rule is asked about a line of 0.00. */
    @Test
    void whatComesToNothingIsNotCompared() {
        VerificationRule answering = comparison -> List.of(Cause.of(Code.LATE, eur("0"), REASON));
        VerificationReport report = Verification.of(
                        Verified.signed(PLATFORM, Charge.recurring("support", FlatFee.of("0"))),
                        UsageSource.none(),
                        Verified.FEBRUARY_1)
                .by(List.of(answering))
                .check(List.of(line("platform", "310"), line("gift", "0")));
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.charge()).contains(ChargeId.of("platform")));
        assertThat(report.checked()).isEqualTo(2); // the gift of 0.00 as well, which is right
        assertThat(report.right()).isEqualTo(2);
    }
}
