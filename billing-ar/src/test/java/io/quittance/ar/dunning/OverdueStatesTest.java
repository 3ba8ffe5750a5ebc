package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.interest.LateCharges;
import io.quittance.ar.receivable.OpenItem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States of 50, 40 and 30 days for an invoice of 31 May 2012 (killbill, TestOverdueIntegration and TestCondition). */
class OverdueStatesTest {
    private static final OverdueStates STATES =
            new OverdueStates(List.of(state("OD3", 50), state("OD2", 40), state("OD1", 30)));

    private static OverdueState state(String name, int days) {
        return new OverdueState(name, OverdueCondition.NONE.days(days));
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2012-06-24, CLEAR",
        "2012-06-29, CLEAR",
        "2012-06-30, OD1",
        "2012-07-08, OD1",
        "2012-07-10, OD2",
        "2012-07-18, OD2",
        "2012-07-20, OD3"
    })
    void theFirstThatIsMetApplies(String on, String expected) throws Exception {
        OpenItem invoice = item("R1", "2012-06-30", "100"); // of 31 May
        OverdueFigures figures = OverdueFigures.of(List.of(invoice), eur("0").getCurrency(), LocalDate.parse(on));
        assertThat(STATES.of(figures).map(OverdueState::name).orElse("CLEAR")).isEqualTo(expected);
        assertThat(copy(STATES)).isEqualTo(STATES);
    }

    @ParameterizedTest(name = "{0} items of {1}, {2} days old: {3}")
    @CsvSource(
            value = {
                "2, 100.00, 10, true",
                "1, 100.00, 10, false",
                "2, 99.99, 10, false",
                "2, 100.00, 9, false",
                "2, 100.00, null, false"
            },
            nullValues = "null")
    void everyEndIsIncludedAndAllMustBeMet(int items, String total, @Nullable Long days, boolean met) throws Exception {
        OverdueCondition condition =
                OverdueCondition.NONE.items(2).total(eur("100")).days(10);
        assertThat(condition.isMetBy(OverdueFigures.of(items, eur(total), days)))
                .isEqualTo(met);
        assertThat(OverdueCondition.NONE.isMetBy(OverdueFigures.of(0, eur("0"), null)))
                .isTrue();
        assertThat(copy(condition)).isEqualTo(condition).hasToString("at least 2 items, EUR 100.00, 10 days");
    }

    /** What is contested counts neither in the sum nor, where it is all of the item, in the count and the age. */
    @Test
    void whatIsContestedDoesNotCount() {
        LocalDate on = LocalDate.parse("2012-07-20");
        OpenItem part = OpenItem.of(receivable("R1", "2012-07-10", "100"), eur("100"), eur("30"));
        OpenItem all = OpenItem.of(receivable("R2", "2012-06-30", "50"), eur("50"), eur("50"));
        assertThat(OverdueFigures.of(List.of(part, all), eur("0").getCurrency(), on))
                .isEqualTo(OverdueFigures.of(1, eur("70"), 40L));
    }

    @ParameterizedTest(name = "{0} days late, a margin of {1}: {2}")
    @CsvSource({"2, 0, UNPAID", "2, 1, UNPAID", "2, 2, OPEN", "0, 0, OPEN", "-5, 0, OPEN"})
    void aMarginShiftsTheBorder(long days, int margin, OverdueStatus expected) {
        assertThat(OverdueStatus.of(days, margin)).isEqualTo(expected);
    }

    /** Who pays the principal only still owes 10.41 (erpnext issue 58220), unless the principal decides. */
    @Test
    void payingThePrincipalDoesNotMakeChargesDisappear() {
        LateCharges charges = LateCharges.of(eur("100"), eur("0.41"), eur("10"));
        DunningClaim claim = DunningClaim.of(charges, eur("100"));
        assertThat(claim.open()).isEqualTo(eur("10.41"));
        assertThat(claim.isSettled(ClaimRule.PRINCIPAL_AND_CHARGES)).isFalse();
        assertThat(claim.isSettled(ClaimRule.PRINCIPAL)).isTrue();
        assertThat(DunningClaim.of(charges, eur("99.99")).isSettled(ClaimRule.PRINCIPAL))
                .isFalse();
        assertThat(DunningClaim.of(charges, eur("110.41")).isSettled(ClaimRule.PRINCIPAL_AND_CHARGES))
                .isTrue();
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OverdueStates(List.of(state("OD1", 50), state("OD1", 40))))
                .withMessage("states must have each name once, but was OD1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverdueCondition.NONE.days(-1))
                .withMessage("days must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverdueStatus.of(1, -1))
                .withMessage("marginDays must not be negative, but was -1");
        LateCharges charges = LateCharges.of(eur("100"), eur("0.41"), eur("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningClaim.of(charges, eur("110.42")))
                .withMessage("paid must be 0 or more and at most EUR 110.41, but was EUR 110.42");
    }
}
