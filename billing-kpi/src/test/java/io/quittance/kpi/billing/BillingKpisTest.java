package io.quittance.kpi.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BillingKpisTest {

    /** The MLC churn data: 56 of 5,000 published invoices have a wrong charge. */
    @Test
    void errorsAreTheShareOfWrongInvoices() {
        var figures = BillingFigures.empty().withChecked(56, 5000);
        assertThat(new BillingErrorRate().compute(figures).value()).contains(Fraction.of(112, 100));
        assertThat(new BillingAccuracy().compute(figures).value()).contains(Fraction.of(9888, 100));
    }

    @Test
    void whatWasDueAndNotSentCountsAgainstTimeliness() {
        var january = ServicePeriod.of("2026-01-01", "2026-02-01");
        KpiResult result = new InvoicesOnTime()
                .compute(BillingFigures.empty().forPeriod(january).withSent(95, 100));
        assertThat(result.value()).contains(Fraction.of(95));
        assertThat(result.basis().period()).contains(january);
        assertThat(result.basis().count()).contains(100L);
    }

    @Test
    void isUndefinedWithoutInvoicesOrFigures() {
        assertThat(new InvoicesOnTime()
                        .compute(BillingFigures.empty().withSent(0, 0))
                        .<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("no invoice was due to be sent");
        assertThat(new BillingErrorRate()
                        .compute(BillingFigures.empty())
                        .<String>match(measured -> "", undefined -> undefined.reason()))
                .isEqualTo("checked is not given");
    }

    @Test
    void refusesMoreThanAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingFigures.empty().withChecked(2, 1))
                .withMessage("wrong must be between 0 and 1, but was 2");
    }

    /** R-2 of three is wrong: the invoices are the items, right ones above the line of the accuracy, wrong ones above that of the errors. */
    @Test
    void namedInvoicesAreTheItems() {
        var figures = BillingFigures.empty().withChecked(List.of("R-2"), List.of("R-1", "R-2", "R-3"));
        assertThat(new BillingAccuracy().compute(figures).value()).contains(Fraction.of(200, 3));
        assertThat(new BillingAccuracy().compute(figures).basis().items())
                .containsExactly(
                        KpiItem.counted("R-1", true), KpiItem.counted("R-2", false), KpiItem.counted("R-3", true));
        assertThat(new BillingErrorRate().compute(figures).basis().items())
                .containsExactly(
                        KpiItem.counted("R-1", false), KpiItem.counted("R-2", true), KpiItem.counted("R-3", false));
        assertThat(figures).isNotEqualTo(BillingFigures.empty().withChecked(1, 3));
        assertThat(figures.withChecked(1, 3).checkedItems()).isEmpty();
        assertThat(figures.withSent(1, 1).checkedItems()).hasSize(3);
    }

    @Test
    void refusesInvoicesThatWereNotCheckedOrAreThereTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingFigures.empty().withChecked(List.of("R-9"), List.of("R-1")))
                .withMessage("wrong must be among the invoices, but was R-9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingFigures.empty().withChecked(List.of(), List.of("R-1", "R-1")))
                .withMessage("invoices must have each once, but was R-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingFigures.empty().withChecked(List.of(), List.of("")))
                .withMessage("invoices must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingFigures.empty().withChecked(List.of("R-1", "R-1"), List.of("R-1")))
                .withMessage("wrong must have each once, but was R-1");
    }

    @Property
    void accuracyAndErrorsMakeAHundred(
            @ForAll @IntRange(min = 0, max = 10_000) int wrong, @ForAll @IntRange(min = 1, max = 10_000) int right) {
        var figures = BillingFigures.empty().withChecked(wrong, wrong + right);
        Fraction errors = new BillingErrorRate().compute(figures).value().orElseThrow();
        Fraction accuracy = new BillingAccuracy().compute(figures).value().orElseThrow();
        assertThat(errors.plus(accuracy)).isEqualTo(Fraction.of(100));
    }

    /** Names of the arguments that the caller gave, each with its rule and value. */
    @Test
    void refusesCountsThatCannotBe() {
        var empty = BillingFigures.empty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty.withChecked(-1, 5))
                .withMessage("wrong must be between 0 and 5, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty.withChecked(0, -1))
                .withMessage("invoices must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty.withSent(4, 3))
                .withMessage("onTime must be between 0 and 3, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BillingFigures.Counted(2, 1))
                .withMessage("part must be between 0 and 1, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BillingFigures.Counted(0, -1))
                .withMessage("whole must not be negative, but was -1");
    }

    /** All of 2 are wrong: 0 % right, which is a value; all right is 0 % wrong. */
    @Test
    void nothingRightIsAValue() {
        var figures = BillingFigures.empty().withChecked(2, 2).withSent(0, 2);
        assertThat(new BillingAccuracy().compute(figures).value()).contains(Fraction.ZERO);
        assertThat(new BillingErrorRate().compute(figures).value()).contains(Fraction.of(100));
        assertThat(new InvoicesOnTime().compute(figures).value()).contains(Fraction.ZERO);
        assertThat(new BillingAccuracy().compute(figures).basis().count()).contains(2L);
        assertThat(new BillingErrorRate()
                        .compute(BillingFigures.empty().withChecked(0, 0))
                        .<String>match(measured -> "", undefined -> undefined.code()))
                .isEqualTo("NO_INVOICES");
    }

    /** Two invoices are behind five that were checked, or behind none, as nobody can build it. */
    @Test
    void aSerialFormIsCheckedAgain() throws Exception {
        BillingFigures figures = BillingFigures.empty().withChecked(List.of("R-1"), List.of("R-1", "R-2"));
        Field checked = BillingFigures.class.getDeclaredField("checked");
        checked.setAccessible(true);
        checked.set(figures, new BillingFigures.Counted(1, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shipped(figures))
                .withMessage("checkedItems must be those that were checked, but was 2");
        checked.set(figures, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shipped(figures))
                .withMessage("checkedItems must be those that were checked, but was 2");
    }

    private static Object shipped(Object value) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
