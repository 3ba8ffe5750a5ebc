package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.only;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due on the first day of a month is to be invoiced by the 4th. */
class LateTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");

    private static Verification on(ContractHistory contract, UsageSource used, String date) {
        return Verification.of(contract, used, LocalDate.parse(date)).issuedBy(IssueTarget.days(3));
    }

    /** 40.00 were given back before anything was asked for. */
    @Test
    void aCreditNoteIsNoInvoiceInTime() {
        VerificationFinding finding = only(
                on(signed(PLATFORM), UsageSource.none(), "2026-02-20"),
                List.of(
                        line("platform", "350").on("R-1", "2026-02-20"),
                        line("platform", "-40").on("G-1", "2026-02-02").credited()));
        assertThat(finding.code()).isEqualTo(Code.LATE);
        assertThat(finding.documents()).containsExactly("R-1");
        assertThat(finding.daysLate()).isEqualTo(16);
    }

    /** Two months are compared together, since 20.00 are for both. January was in time, February on 20 March. */
    @Test
    void aLineIsInTimeForItsOwnDaysOnly() {
        VerificationFinding finding = only(
                on(signed(PLATFORM), UsageSource.none(), "2026-03-20"),
                List.of(
                        line("platform", JANUARY, "300").on("R-1", "2026-02-01"),
                        line("platform", FEBRUARY, "300").on("R-2", "2026-03-20"),
                        line("platform", ServicePeriod.of("2026-01-01", "2026-03-01"), "20")
                                .on("R-2", "2026-03-20")));
        assertThat(finding.code()).isEqualTo(Code.LATE);
        assertThat(finding.documents()).containsExactly("R-2");
        assertThat(finding.daysLate()).isEqualTo(16);
    }

    @Test
    void whatIsCountedOverTheWholeTermIsNeverLate() {
        Charge rollout = Charge.milestones("rollout", "reached", Milestones.of("design", "2000"));
        Verification verification = on(
                signed(rollout), used(Verified.event("u-1", "reached", "1").with("milestone", "design")), "2026-02-20");
        assertThat(verification
                        .check(List.of(line("rollout", "2000").on("R-1", "2026-02-20")))
                        .isClean())
                .isTrue();
    }
}
