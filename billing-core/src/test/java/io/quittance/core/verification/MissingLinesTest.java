package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.contract;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.only;
import static io.quittance.core.verification.Verified.said;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A fee of 310.00 that is 620.00 from 16 January on: 15 of 31 days at 310.00 are 150.00, and 16 of 31 at 620.00 are 320.00.
 */
class MissingLinesTest {
    private static final Map<String, ServicePeriod> DAYS = Map.of(
            "first", ServicePeriod.of("2026-01-01", "2026-01-16"),
            "second", ServicePeriod.of("2026-01-16", "2026-02-01"),
            "week", ServicePeriod.of("2026-01-20", "2026-01-27"));

    private static ContractHistory from16(Charge before, Charge after) {
        return signed(before)
                .amended(Amendment.terms(
                        "A-1",
                        LocalDate.of(2026, 1, 16),
                        Instant.parse("2026-01-10T00:00:00Z"),
                        contract(after).build().terms()));
    }

    private static VerificationReport check(String text) {
        var lines = new ArrayList<InvoicedLine>();
        for (String each : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            String[] words = each.split(":", -1);
            lines.add(line("platform", requireNonNull(DAYS.get(words[0])), words[1]));
        }
        return Verification.of(
                        from16(PLATFORM, Charge.recurring("platform", FlatFee.of("620"))),
                        UsageSource.none(),
                        FEBRUARY_1)
                .check(lines);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', MISSING:-150 MISSING:-320",
        "first:150 second:320, ''",
        "first:150, MISSING:-320",
        "second:320, MISSING:-150",
        // on its days nothing was invoiced, and with it less is open
        "first:100, MISSING:-320 UNEXPLAINED:-50",
        "first:150.01, MISSING:-320 ROUNDING_ONLY:0.01",
        // with it too much would be invoiced
        "first:450, UNEXPLAINED:-20",
        "first:500, UNEXPLAINED:30",
        // some of its days were invoiced: it is missing only if nothing else is wrong
        "first:100 week:20, UNEXPLAINED:-350",
        "first:100 week:50, MISSING:-320",
    })
    void aLineIsMissingIfItsDaysAreOrIfItIsAllThatLacks(String lines, String findings) {
        assertThat(said(check(lines))).isEqualTo(findings);
    }

    @Test
    void linesOfOnePeriodAreOneComparison() {
        assertThat(check("").checked()).isEqualTo(1);
        assertThat(check("first:150 second:320").checked()).isEqualTo(1);
    }

    @Test
    void aLineOfNothingIsNotMissing() {
        ContractHistory free = from16(Charge.recurring("platform", FlatFee.of("0")), PLATFORM);
        Verification verification = Verification.of(free, UsageSource.none(), FEBRUARY_1);
        assertThat(said(verification.check(List.of()))).isEqualTo("MISSING:-160");
    }

    /** 50 calls at 0.10, of which 10 were taken back at 0.20: each line is missing, whatever they come to together. */
    @Test
    void whereNothingWasInvoicedEachLineIsMissing() {
        ContractHistory calls = from16(
                Charge.usage("calls", "calls", PerUnit.of("0.10")), Charge.usage("calls", "calls", PerUnit.of("0.20")));
        UsageSource used = used(
                UsageEvent.of("u-1", "ACME", "calls", "50", "2026-01-10T10:00:00Z"),
                UsageEvent.of("u-2", "ACME", "calls", "-10", "2026-01-20T10:00:00Z"));
        assertThat(said(Verification.of(calls, used, FEBRUARY_1).check(List.of())))
                .isEqualTo("MISSING:-5 MISSING:2");
    }

    /** On 2 March there is time for February until the 4th, and none for January. */
    @Test
    void onlyItsOwnDeadlineGivesALineTime() {
        Verification verification = Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.of(2026, 3, 2))
                .issuedBy(IssueTarget.days(3));
        InvoicedLine both = line("platform", ServicePeriod.of("2026-01-01", "2026-03-01"), "310");
        assertThat(only(verification, List.of(both)).code()).isEqualTo(Code.MISSING);
        assertThat(only(verification, List.of(line("platform", JANUARY, "310"))).code())
                .isEqualTo(Code.PENDING);
    }
}
