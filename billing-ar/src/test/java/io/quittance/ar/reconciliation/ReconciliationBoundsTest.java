package io.quittance.ar.reconciliation;

import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.reconciliation.DifferenceResolution.Cause;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the values of a reconciliation refuse, and what they just take. */
class ReconciliationBoundsTest {
    private static final LocalDate DATE = LocalDate.parse("2026-03-31");
    private static final Instant NOW = Instant.parse("2026-04-02T08:00:00Z");

    /** Also of a balance in another currency, which is not compared. */
    @Test
    void aStatedBalanceIsInWholeMinorUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountReconciliation(
                        Counterparty.CUSTOMER, "A", DATE, eur("10"), Amount.of("1.001", "USD"), List.of()))
                .withMessage("statedBalance must have at most 2 decimal places, but was USD 1.001");
    }

    @Test
    void aNameHasCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerLine("R1", List.of("PO-7", ""), DATE, eur("1"), eur("0"), false))
                .withMessage("name must have 1 to 200 characters, but was ");
    }

    @Test
    void inAYearSomethingMayBeInTransit() {
        assertThat(ReconciliationPolicy.STRICT.withTransitDays(366).transitDays())
                .isEqualTo(366);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReconciliationPolicy.STRICT.withTransitDays(367))
                .withMessage("transitDays must be between 0 and 366, but was 367");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void differencesAreNumberedAndCountedFromOneOn(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DifferenceResolution.of(number, Cause.ACCEPTED, NOW, Origin.of("clerk-7")))
                .withMessage("difference must be more than 0, but was " + number);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceSum(DifferenceType.AMOUNT, number, eur("1"), eur("1")))
                .withMessage("count must be more than 0, but was " + number);
        var one = new Difference(
                DifferenceType.AMOUNT, "R1", eur("1"), List.of(), List.of(), Explanation.of("test.why", "because"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunDifference(number, Counterparty.CUSTOMER, "A", one))
                .withMessage("number must be more than 0, but was " + number);
    }

    /** Of 5 accounts 4 are compared, 3 of them agree: at most 1 more agrees but for timing, and at most 4 outcomes were wrong. */
    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0, 0, compared must be between 0 and 5",
        "6, 0, 0, 0, 0, compared must be between 0 and 5",
        "4, -1, 0, 0, 0, agreed must be between 0 and 4",
        "4, 5, 0, 0, 0, agreed must be between 0 and 4",
        "4, 3, -1, 0, 0, agreedWithTiming must be between 0 and 1",
        "4, 3, 2, 0, 0, agreedWithTiming must be between 0 and 1",
        "4, 3, 1, -1, 0, wrong must be between 0 and 4",
        "4, 3, 1, 5, 0, wrong must be between 0 and 4",
        "4, 3, 1, 4, -1, resolved must be between 0 and 2",
        "4, 3, 1, 4, 3, resolved must be between 0 and 2"
    })
    void countsFitIntoEachOther(int compared, int agreed, int timing, int wrong, int resolved, String refusal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReconciliationAccuracy(
                        5, compared, agreed, timing, wrong, 2, resolved, List.of(), List.of()))
                .withMessageStartingWith(refusal + ", but was ");
    }

    @Test
    void countsMayBeAllThatTheyAreWithin() {
        var accuracy = new ReconciliationAccuracy(5, 5, 3, 2, 5, 2, 2, List.of(), List.of());
        assertThat(accuracy.unresolved()).isZero();
        assertThat(accuracy.reconciledPercent())
                .hasValueSatisfying(all -> assertThat(all).hasToString("100"));
    }
}
