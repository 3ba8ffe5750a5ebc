package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.contract;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.only;
import static io.quittance.core.verification.Verified.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the contract knows, and of which nothing is due. */
class NotDueTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");

    private static Code beside(Contract contract, InvoicedLine line) {
        return only(
                        Verification.of(contract, UsageSource.none(), FEBRUARY_1),
                        List.of(line("platform", "310.00"), line))
                .code();
    }

    @Test
    void aMinimumIsNotDueBeforeItsPeriodIsOver() {
        Contract contract = contract(PLATFORM).minimum(SpendMinimum.of("310")).build();
        assertThat(beside(contract, line("terms.minimum", FEBRUARY, "5.00"))).isEqualTo(Code.NOT_DUE);
    }

    @Test
    void aCommitmentIsNotDueBeforeItsTermIsOver() {
        Contract contract =
                contract(PLATFORM).commitment(TermCommitment.of("1200")).build();
        assertThat(beside(contract, line("terms.commitment", FEBRUARY, "5.00"))).isEqualTo(Code.NOT_DUE);
        assertThat(beside(contract(PLATFORM).build(), line("terms.commitment", FEBRUARY, "5.00")))
                .isEqualTo(Code.NOT_IN_CONTRACT);
    }

    /** Nobody could deliver it: what is not measured is not due, rather than not delivered. */
    @Test
    void aFeeOfNothingIsNotDue() {
        Verification verification =
                Verification.of(signed(Charge.recurring("support", FlatFee.of("0"))), UsageSource.none(), FEBRUARY_1);
        assertThat(only(verification, List.of(line("support", JANUARY, "5.00"))).code())
                .isEqualTo(Code.NOT_DUE);
    }
}
