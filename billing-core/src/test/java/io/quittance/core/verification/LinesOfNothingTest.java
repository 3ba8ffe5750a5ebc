package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.said;
import static io.quittance.core.verification.Verified.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line of 0.00 is of the days that it meets, and takes no others to them. */
class LinesOfNothingTest {
    private static InvoicedLine nothing(String charge, String start, String end) {
        return line(charge, ServicePeriod.of(start, end), "0.00");
    }

    private static VerificationReport check(InvoicedLine... lines) {
        return Verification.of(signed(PLATFORM), UsageSource.none(), FEBRUARY_1).check(List.of(lines));
    }

    /** 310.00 of January are missing; the line for February alone is a comparison of its own. */
    @Test
    void takesNoDaysToWhatIsExpected() {
        VerificationReport report =
                check(nothing("platform", "2026-01-01", "2026-03-01"), nothing("platform", "2026-02-01", "2026-03-01"));
        assertThat(said(report)).isEqualTo("MISSING:-310");
        assertThat(report.checked()).isEqualTo(2);
        assertThat(report.right()).isEqualTo(1);
    }

    /** So are the fee, 5.00 for what the contract does not have, and nothing of it in February. */
    @Test
    void takesNoDaysToWhatIsInvoiced() {
        VerificationReport report = check(
                line("platform", "310.00"),
                line("support", "5.00"),
                nothing("support", "2026-01-01", "2026-03-01"),
                nothing("support", "2026-02-01", "2026-03-01"));
        assertThat(said(report)).isEqualTo("NOT_IN_CONTRACT:5");
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.right()).isEqualTo(2);
    }

    /** Where there is nothing else, those that have days in common are one comparison. */
    @Test
    void staysWithOthersOfNothing() {
        VerificationReport report = check(
                line("platform", "310.00"),
                nothing("support", "2026-01-01", "2026-03-01"),
                nothing("support", "2026-02-01", "2026-03-01"));
        assertThat(said(report)).isEmpty();
        assertThat(report.checked()).isEqualTo(2);
    }
}
