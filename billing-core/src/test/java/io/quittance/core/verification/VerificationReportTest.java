package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.right;
import static io.quittance.core.verification.Verified.verification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.usage.UsageSource;
import java.util.List;
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
}
