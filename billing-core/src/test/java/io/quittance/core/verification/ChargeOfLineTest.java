package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.contract;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.only;
import static io.quittance.core.verification.Verified.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.contract.Charge;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line that does not say what it charges is told by its id and its text. */
class ChargeOfLineTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");

    private static InvoicedLine text(String text, ServicePeriod days, String amount) {
        return InvoicedLine.ofText(ContractId.of("C-1"), text, days, eur(amount));
    }

    private static Verification fee(Charge... charges) {
        return Verification.of(signed(charges), UsageSource.none(), FEBRUARY_1);
    }

    @Test
    void theIdOfTheBillLineTellsTheCharge() {
        String id = Billing.engine()
                .bill(signed(PLATFORM), UsageSource.none(), BillingHistory.none(), FEBRUARY_1)
                .lines()
                .get(0)
                .id();
        InvoicedLine line = text("Our service", JANUARY, "310.00");
        assertThat(fee(PLATFORM).check(List.of(line.identified(id))).isClean()).isTrue();
        assertThat(fee(PLATFORM).check(List.of(line)).findings())
                .extracting(VerificationFinding::code)
                .containsExactly(Code.MISSING, Code.NOT_IN_CONTRACT);
    }

    @Test
    void theTextMayBeTheIdOfACharge() {
        assertThat(fee(PLATFORM)
                        .check(List.of(text("platform", JANUARY, "310.00")))
                        .isClean())
                .isTrue();
    }

    @Test
    void theTextMayBeTheNameOfAChargeOfWhichNothingIsDue() {
        VerificationFinding finding =
                only(fee(PLATFORM), List.of(line("platform", "310.00"), text("Platform", FEBRUARY, "310.00")));
        assertThat(finding.code()).isEqualTo(Code.NOT_DUE);
        assertThat(finding.charge()).contains(ChargeId.of("platform"));
    }

    @Test
    void aNameThatTwoChargesHaveTellsNeither() {
        Charge other = Charge.recurring("other", FlatFee.of("20")).named("Platform");
        assertThat(fee(PLATFORM, other)
                        .check(List.of(line("platform", "310.00"), text("Platform", JANUARY, "20.00")))
                        .findings())
                .extracting(VerificationFinding::code)
                .containsExactly(Code.MISSING, Code.NOT_IN_CONTRACT);
    }

    /** The minimum is no charge of the terms; its line is called Minimum, and is due for January alone. */
    @Test
    void theTextMayBeThatOfALineThatIsDueOnTheSameDays() {
        Verification verification = Verification.of(
                contract(PLATFORM).minimum(SpendMinimum.of("400")).build(), UsageSource.none(), FEBRUARY_1);
        List<InvoicedLine> right = List.of(line("platform", "310.00"), text("Minimum", JANUARY, "90.00"));
        assertThat(verification.check(right).isClean()).isTrue();
        VerificationFinding later =
                only(verification, List.of(right.get(0), right.get(1), text("Minimum", FEBRUARY, "90.00")));
        assertThat(later.code()).isEqualTo(Code.NOT_IN_CONTRACT);
        assertThat(later.charge()).isEmpty();
    }

    @Test
    void anotherTextOnTheDaysOfALineTellsNothing() {
        assertThat(only(fee(PLATFORM), List.of(line("platform", "310.00"), text("Gift wrap", JANUARY, "5.00")))
                        .charge())
                .isEmpty();
    }
}
