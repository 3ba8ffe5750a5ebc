package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.CALLS;
import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.event;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.id.ContractId;
import io.quittance.core.verification.VerificationFinding.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 417 calls are 41.70: the line of 41.71 is meant for it, whatever stands before it. */
class LineOrderTest {
    private static List<VerificationFinding> findings(InvoicedLine... lines) {
        return Verification.of(signed(CALLS), used(event("u-1", "calls", "417")), FEBRUARY_1)
                .check(List.of(lines))
                .findings();
    }

    @Test
    void theNearestAmountIsThePartner() {
        InvoicedLine near = line("calls", "41.71");
        InvoicedLine far = line("calls", "7.00").on("R-2", "2026-02-01");
        List<VerificationFinding> findings = findings(near, far);
        assertThat(findings).extracting(VerificationFinding::code).containsExactly(Code.DUPLICATE, Code.ROUNDING_ONLY);
        assertThat(findings).extracting(VerificationFinding::difference).containsExactly(eur("7.00"), eur("0.01"));
        assertThat(findings(far, near)).isEqualTo(findings);
        List<VerificationFinding> before = findings(near, far.on("R-0", "2026-01-31"));
        assertThat(before).extracting(VerificationFinding::difference).containsExactly(eur("7.00"), eur("0.01"));
    }

    @Test
    void theNearestOfOneIdIsThePartner() {
        InvoicedLine near = line("calls", "41.71").identified("L-1");
        InvoicedLine far = line("calls", "7.00").identified("L-1");
        assertThat(findings(far, near)).isEqualTo(findings(near, far));
    }

    @Test
    void amountsThatAreEquallyFarAreTakenInTheOrderOfTheirDocuments() {
        InvoicedLine less = line("calls", "40.70").on("R-1", "2026-02-01");
        InvoicedLine more = line("calls", "42.70").on("R-2", "2026-02-01");
        assertThat(findings(more, less)).isEqualTo(findings(less, more));
        assertThat(findings(less, more).get(0).difference()).isEqualTo(eur("41.70"));
    }

    @Test
    void allThatALineSaysGivesItItsPlace() {
        InvoicedLine line = line("calls", "1.00");
        List<InvoicedLine> different = List.of(
                line.quantity("1"),
                line.quantity("2"),
                line.unitPrice("1"),
                line,
                line.credited(),
                line("calls", "2.00"),
                line.identified("a"),
                line.on("R-2", "2026-02-01"),
                line.drafted("draft"),
                InvoicedLine.of("C-1", "calls", Verified.JANUARY, eur("1")),
                InvoicedLine.ofText(ContractId.of("C-1"), "calls", Verified.JANUARY, eur("1")));
        List<InvoicedLine> sorted =
                different.stream().sorted(LineOrder.BY_CONTENT).toList();
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(LineOrder.BY_CONTENT.compare(sorted.get(i - 1), sorted.get(i)))
                    .isNegative();
        }
        assertThat(sorted.get(0).id()).contains("a");
        assertThat(sorted.get(8).document()).contains("draft");
        assertThat(sorted.get(9).document()).isEmpty();
        assertThat(sorted.get(10).charge()).isEmpty();
        assertThat(LineOrder.BY_CONTENT.compare(line, line("calls", "1.0"))).isZero();
    }
}
