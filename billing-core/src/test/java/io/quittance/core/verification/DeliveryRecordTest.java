package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.CALLS;
import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.only;
import static io.quittance.core.verification.Verified.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryRecordTest {
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private static List<UsageEvent> usage(ContractHistory contract, DeliveryRecord... records) {
        return DeliveryRecord.usage(contract, NOW, List.of(records));
    }

    /** The day begins at 23:00 in Greenwich, in winter. */
    @Test
    void becomesUsageOnItsDay() {
        assertThat(usage(signed(CALLS), DeliveryRecord.of("DN-1/1", "calls", "2026-01-15", "12.50")))
                .containsExactly(UsageEvent.of("DN-1/1", "ACME", "calls", "12.5", "2026-01-14T23:00:00Z"));
    }

    @Test
    void hasTheDimensionsThatItsMeterCountsAndItsOwn() {
        Charge europe = Charge.usage("eu", Meter.sum("calls").where("region", "eu"), PerUnit.of("1"));
        assertThat(usage(
                        signed(europe),
                        DeliveryRecord.of("DN-1/1", "eu", "2026-01-15", "1").with("note", "DN-1")))
                .containsExactly(UsageEvent.of("DN-1/1", "ACME", "calls", "1", "2026-01-14T23:00:00Z")
                        .with("region", "eu")
                        .with("note", "DN-1"));
    }

    /** Ten hours at 150.00 were accepted, eight invoiced. */
    @Test
    void aTimesheetIsMatchedThreeWays() {
        ContractHistory contract =
                signed(Charge.timeAndMaterials("consulting", "hours", TimeAndMaterials.of("senior", "150")));
        UsageSource accepted = UsageSource.of(usage(
                contract,
                DeliveryRecord.of("TS-7/1", "consulting", "2026-01-15", "7.5").with("role", "senior"),
                DeliveryRecord.of("TS-7/2", "consulting", "2026-01-16", "2.5").with("role", "senior")));
        VerificationFinding finding = only(
                Verification.of(contract, accepted, FEBRUARY_1),
                List.of(line("consulting", "1200.00").quantity("8")));
        assertThat(finding.code()).isEqualTo(Code.WRONG_QUANTITY);
        assertThat(finding.difference()).isEqualTo(eur("-300.00"));
        assertThat(finding.reason().text()).isEqualTo("8 were invoiced, 10 were delivered");
    }

    @Test
    void whatNoChargeCountsIsReported() {
        ContractHistory contract = signed(PLATFORM);
        UsageSource accepted = UsageSource.of(usage(
                contract,
                DeliveryRecord.of("DN-1/1", "platform", "2026-01-15", "1"),
                DeliveryRecord.of("DN-1/2", "gift", "2026-01-15", "1")));
        VerificationReport report =
                Verification.of(contract, accepted, FEBRUARY_1).check(List.of(line("platform", "310.00")));
        assertThat(report.findings()).isEmpty();
        assertThat(report.unbilled())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(BillingFinding.Code.USAGE_NOT_CHARGED));
    }

    @Test
    void isComparedByValue() {
        assertThat(DeliveryRecord.of("a", "b", "2026-01-15", "1.0"))
                .isEqualTo(DeliveryRecord.of("a", "b", "2026-01-15", "1"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeliveryRecord.of("", "calls", "2026-01-15", "1"))
                .withMessageStartingWith("key must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> DeliveryRecord.of("a", "calls", "2026-01-15", "1").with(" ", "x"))
                .withMessageStartingWith("dimension must not begin or end with white space");
    }
}
