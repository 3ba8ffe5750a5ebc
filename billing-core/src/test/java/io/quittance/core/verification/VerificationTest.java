package io.quittance.core.verification;

import static io.quittance.core.Samples.JANUARY;
import static io.quittance.core.Samples.telephone;
import static io.quittance.core.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.rating.Rating;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final Rating RATING = Rating.of(
            telephone().build(),
            List.of(usage("u1", "day-minutes", "265.1"), usage("u2", "night-minutes", "159")),
            JANUARY);

    @Test
    void findsNothingWhereAllIsBilledAsAgreed() {
        var verification = Verification.of(RATING, List.of(billed("day", "45.07"), billed("night", "7.16")));
        assertThat(verification.isClean()).isTrue();
        assertThat(verification.checked()).isEqualTo(2);
    }

    /** MLC churn data: 159 night minutes are published as 7.15, a cent below 7.155 rounded half up. */
    @Test
    void findsTheCentThatBinaryFractionsLost() {
        var verification = Verification.of(RATING, List.of(billed("day", "45.07"), billed("night", "7.15")));
        assertThat(verification.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.charge()).isEqualTo(ChargeId.of("night"));
            assertThat(finding.difference()).isEqualTo(usd("-0.01"));
            assertThat(finding.explanation().text()).isEqualTo("night: billed USD 7.15 instead of USD 7.16");
        });
    }

    @Test
    void findsWhatWasNotBilled() {
        var verification = Verification.of(RATING, List.of(billed("day", "45.07")));
        assertThat(verification.checked()).isEqualTo(2);
        assertThat(verification.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.explanation().text()).isEqualTo("night: USD 7.16 was not billed"));
    }

    @Test
    void findsWhatWasBilledWithoutTerms() {
        var verification = Verification.of(
                RATING, List.of(billed("day", "45.07"), billed("night", "7.16"), billed("gift", "1.00")));
        assertThat(verification.checked()).isEqualTo(3);
        assertThat(verification.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.explanation().text()).isEqualTo("gift: USD 1.00 was billed without terms"));
    }

    @Test
    void expectsNoBillForWhatCostsNothing() {
        var unused = Rating.of(telephone().build(), List.of(), JANUARY);
        assertThat(Verification.of(unused, List.of()).isClean()).isTrue();
    }

    @Test
    void refusesAChargeBilledTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verification.of(RATING, List.of(billed("day", "1"), billed("day", "2"))))
                .withMessage("billed[1].charge must be unique, but was day");
    }

    private static BilledCharge billed(String charge, String amount) {
        return new BilledCharge(new ChargeId(charge), usd(amount));
    }

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }
}
