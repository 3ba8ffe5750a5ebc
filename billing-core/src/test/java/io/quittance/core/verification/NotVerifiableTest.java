package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.USED;
import static io.quittance.core.verification.Verified.contract;
import static io.quittance.core.verification.Verified.event;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.said;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.contract.Charge;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls at 0.10, of which no more than 500 have a price: 415 in January are 41.50, 600 in February cannot be rated. */
class NotVerifiableTest {
    private static final Charge FEW = Charge.usage("calls", "calls", input -> {
        if (input.quantity().compareTo(Fraction.of(500)) > 0) {
            throw new IllegalArgumentException("no price for so many");
        }
        return PerUnit.of("0.10").price(input);
    });
    private static final UsageSource BOTH_MONTHS =
            used(event("u-1", "calls", "415"), UsageEvent.of("u-2", "ACME", "calls", "600", "2026-02-10T10:00:00Z"));

    private static VerificationReport check(InvoicedLine... lines) {
        return Verification.of(signed(FEW), BOTH_MONTHS, LocalDate.of(2026, 3, 1))
                .check(List.of(lines));
    }

    @Test
    void aMonthIsVerifiedWhateverAnotherIs() {
        assertThat(said(check(line("calls", "45.00")))).isEqualTo("UNEXPLAINED:3.5");
    }

    /** Nobody knows what of 101.50 is for February. */
    @Test
    void aLineThatIsForTheOtherMonthTooIsNotVerifiable() {
        VerificationReport report = check(line("calls", ServicePeriod.of("2026-01-01", "2026-03-01"), "101.50"));
        assertThat(said(report)).isEqualTo("NOT_VERIFIABLE:60");
        assertThat(report.checked()).isZero();
    }

    @Test
    void whatIsGivenBackOfItIsNotVerifiable() {
        VerificationReport report = check(
                line("calls", "41.50"),
                line("calls", ServicePeriod.of("2026-02-01", "2026-03-01"), "-5.00")
                        .credited());
        assertThat(said(report)).isEqualTo("NOT_VERIFIABLE:-5");
    }

    /** That nobody charges the calls is another finding, for which no minimum waits. */
    @Test
    void aMinimumIsVerifiedBesideUsageThatNobodyCharges() {
        VerificationReport report = Verification.of(
                        contract(PLATFORM).minimum(SpendMinimum.of("400")).build(), USED, FEBRUARY_1)
                .check(List.of(line("platform", "310.00"), line("terms.minimum", "80.00")));
        assertThat(said(report)).isEqualTo("UNEXPLAINED:-10");
        assertThat(report.unbilled())
                .extracting(BillingFinding::code)
                .containsOnly(BillingFinding.Code.USAGE_NOT_CHARGED);
    }

    @Test
    void whatCouldNotBeBilledIsToldOfTheDaysThatAreVerified() {
        Verification march = Verification.of(signed(FEW), BOTH_MONTHS, LocalDate.of(2026, 3, 1));
        VerificationReport january = march.during(Verified.JANUARY).check(List.of(line("calls", "41.50")));
        assertThat(january.isClean()).isTrue();
        VerificationReport february =
                march.during(ServicePeriod.of("2026-02-01", "2026-03-01")).check(List.of());
        assertThat(february.unbilled()).extracting(BillingFinding::code).contains(BillingFinding.Code.NOT_RATED);
    }
}
