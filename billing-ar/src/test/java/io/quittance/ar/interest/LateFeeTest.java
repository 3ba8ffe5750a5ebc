package io.quittance.ar.interest;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateFeeTest {
    private static final LocalDate MAY_1 = LocalDate.parse("2025-05-01");
    private static final Receivable LATE = receivable("INV-1", "2025-04-01", "10");

    private static Receivable charge(String id, ReceivableType type) {
        return Receivable.of(id(id), A, MAY_1, MAY_1.plusDays(14), eur("5")).withType(type);
    }

    @ParameterizedTest(name = "{0} and {1}% of {2}: {3}")
    @CsvSource({"10, 0, 10, 10", "5, 2, 150, 8", "0, 1.5, 33.33, 0.50", "5, 2, 0, 0"})
    void isAFixedAmountAndAPercentage(String fixed, String percent, String overdue, String expected) {
        LateFee fee = LateFee.of(eur(fixed)).plusPercent(percent, Rounding.halfUp(2));
        assertThat(fee.on(eur(overdue)).amount()).isEqualTo(eur(expected));
    }

    @Test
    void explainsItself() {
        LateFee fee = LateFee.of(eur("5")).plusPercent("2", Rounding.halfUp(2));
        assertThat(fee.on(eur("150")).explanation().text()).isEqualTo("EUR 5.00 and 2% of EUR 150.00 = EUR 8.00");
        assertThat(fee.on(eur("0")).explanation().text()).isEqualTo("no fee, as nothing is overdue");
        assertThat(fee.within(ChargeLimits.NONE.atMost(eur("6"))).on(eur("150")))
                .extracting(
                        charge -> charge.amount() + " " + charge.explanation().text())
                .isEqualTo("EUR 6.00 EUR 5.00 and 2% of EUR 150.00 = EUR 8.00; at most EUR 6.00");
    }

    /** Late Payment of Commercial Debts (Interest) Act 1998 (UK), section 5A. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0.01, 40", "999.99, 40", "1000, 70", "9999.99, 70", "10000, 100"})
    void compensationGoesByTheSizeOfTheDebt(String debt, String expected) {
        CompensationTiers tiers = CompensationTiers.below(eur("1000"), eur("40"))
                .below(eur("10000"), eur("70"))
                .then(eur("100"));
        assertThat(tiers.forDebt(eur(debt)).amount()).isEqualTo(eur(expected));
        assertThat(tiers).isEqualTo(CompensationTiers.of(tiers.tiers(), tiers.otherwise()));
        assertThat(CompensationTiers.always(eur("40")).forDebt(eur(debt)).amount())
                .isEqualTo(eur("40"));
    }

    @Test
    void compensationExplainsItself() {
        CompensationTiers tiers =
                CompensationTiers.below(eur("1000"), eur("40")).then(eur("70"));
        assertThat(tiers.forDebt(eur("5")).explanation().text())
                .isEqualTo("EUR 40.00 for a debt of EUR 5.00, less than EUR 1000.00");
        assertThat(tiers.forDebt(eur("1000")).explanation().text()).isEqualTo("EUR 70.00 for a debt of EUR 1000.00");
        assertThat(tiers).hasToString("EUR 40.00 below EUR 1000.00, otherwise EUR 70.00");
    }

    /** erpnext: 100.00 with 0.41 of interest and a fee of 10.00. */
    @Test
    void chargesAddUp() {
        LateCharges charges = LateCharges.of(eur("100"), eur("0.41"), eur("10"));
        assertThat(charges.charges()).isEqualTo(eur("10.41"));
        assertThat(charges.total()).isEqualTo(eur("110.41"));
        assertThat(charges.openOfItem(ChargePlacement.OWN_DOCUMENT)).isEqualTo(eur("100"));
        assertThat(charges.openOfItem(ChargePlacement.SAME_ITEM)).isEqualTo(eur("110.41"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LateCharges.of(eur("1"), eur("0.001"), eur("1")))
                .withMessage("interest must have at most 2 decimal places, but was EUR 0.001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LateCharges.of(eur("1"), eur("1"), eur("-1")))
                .withMessage("fee must not be negative, but was EUR -1.00");
    }

    @Test
    void aChargeIsAnItemOfItsOwnOrAComponentOfTheLateOne() {
        Receivable fee = charge("FEE-1", ReceivableType.FEE);
        assertThat(ChargePlacement.OWN_DOCUMENT.place(fee, LATE)).isEqualTo(fee);
        Receivable component = ChargePlacement.SAME_ITEM.place(fee, LATE);
        assertThat(component.item()).isEqualTo(LATE.id());
        assertThat(component.itemDueDate()).isEqualTo(LATE.dueDate());
        assertThat(component.dueDate()).isEqualTo(fee.dueDate());
    }

    @Test
    void refusesAChargeThatDoesNotFitTheItem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChargePlacement.SAME_ITEM.place(charge("X", ReceivableType.PRINCIPAL), LATE))
                .withMessage("charge must be interest, a fee or a penalty, but was principal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChargePlacement.OWN_DOCUMENT.place(charge("INV-1", ReceivableType.FEE), LATE))
                .withMessage("charge must have an id of its own, but was INV-1");
        Receivable other = Receivable.of(id("F"), B, MAY_1, MAY_1, eur("5")).withType(ReceivableType.FEE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChargePlacement.OWN_DOCUMENT.place(other, LATE))
                .withMessage("charge must be owed by A, but was B");
        Receivable dollars =
                Receivable.of(id("F"), A, MAY_1, MAY_1, Amount.of("5", "USD")).withType(ReceivableType.FEE);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> ChargePlacement.SAME_ITEM.place(dollars, LATE));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompensationTiers.below(eur("1000"), eur("40"))
                        .below(eur("1000"), eur("70"))
                        .then(eur("100")))
                .withMessage("below must be more than that of the tier before, but was EUR 1000.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompensationTiers.below(eur("0"), eur("40")))
                .withMessage("below must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompensationTiers.always(eur("-1")))
                .withMessage("sum must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompensationTiers.always(eur("40")).forDebt(eur("0")))
                .withMessage("debt must be more than 0, but was EUR 0.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> CompensationTiers.always(eur("40")).forDebt(Amount.of("1", "USD")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LateFee.of(eur("-1")))
                .withMessage("fixed must not be negative, but was EUR -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> LateFee.of(eur("1")).on(Amount.of("1", "USD")));
    }

    @Test
    void refusesLimitsThatCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChargeLimits.NONE.atLeast(eur("5")).atMost(eur("4")))
                .withMessage("minimum must not be more than the maximum EUR 4.00, but was EUR 5.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChargeLimits.NONE.atMost(eur("-1")))
                .withMessage("maximum must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChargeLimits.NONE.atMost(eur("4")).waivedBelow(eur("5")))
                .withMessage("waivedBelow must not be more than the maximum EUR 4.00, but was EUR 5.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> ChargeLimits.NONE.atLeast(eur("5")).waivedBelow(Amount.of("1", "USD")));
        assertThat(ChargeLimits.NONE).hasToString("");
        assertThat(ChargeLimits.NONE.waivedBelow(eur("1")).atLeast(eur("2")).atMost(eur("3")))
                .hasToString("waived below EUR 1.00, at least EUR 2.00, at most EUR 3.00");
    }

    @Test
    void areValues() throws Exception {
        LateFee fee = LateFee.of(eur("5")).plusPercent("2.0", Rounding.halfUp(2));
        assertThat(copy(fee)).isEqualTo(fee).hasSameHashCodeAs(fee).hasToString("EUR 5.00 and 2%");
        assertThat(fee).isNotEqualTo(LateFee.of(eur("5")));
        CompensationTiers tiers =
                CompensationTiers.below(eur("1000"), eur("40")).then(eur("70"));
        assertThat(copy(tiers)).isEqualTo(tiers).hasSameHashCodeAs(tiers);
        ChargeLimits limits = ChargeLimits.NONE.atLeast(eur("2"));
        assertThat(copy(limits)).isEqualTo(limits).hasSameHashCodeAs(limits).isNotEqualTo(ChargeLimits.NONE);
        assertThat(List.of(limits.minimum().orElseThrow())).containsExactly(eur("2"));
        assertThat(limits.maximum()).isEmpty();
        assertThat(limits.waivedBelow()).isEmpty();
    }

    /** 2 % of 123.45 are 2.469, which cannot be posted. */
    @Test
    void refusesFeesThatCannotBePosted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LateFee.of(eur("5")).plusPercent("2", Rounding.halfUp(4)))
                .withMessage("rounding must be to whole minor units of EUR, but was HALF_UP at 4 decimal places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LateFee.of(Amount.of("500", "JPY")).plusPercent("2", Rounding.halfUp(2)))
                .withMessageStartingWith("rounding must be to whole minor units of JPY");
        assertThat(LateFee.of(eur("5"))
                        .plusPercent("2", Rounding.halfUp(0))
                        .on(eur("123.45"))
                        .amount())
                .isEqualTo(eur("7"));
    }

    @Test
    void refusesLimitsOfAnotherCurrencyAtOnce() {
        ChargeLimits dollars = ChargeLimits.NONE.atMost(Amount.of("50", "USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> LateFee.of(eur("5")).within(dollars))
                .withMessage("limits must be in EUR, but was USD");
    }
}
