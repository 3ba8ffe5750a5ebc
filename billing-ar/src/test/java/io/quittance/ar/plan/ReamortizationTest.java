package io.quittance.ar.plan;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReamortizationTest {
    private static final EqualParts WHOLE = EqualParts.of("1", RoundingMode.HALF_EVEN);
    /** apache/fineract, LoanReAmortization: four items of 125, the first paid. */
    private static final List<PlanItem> FINERACT = List.of(
            planItem("1", "2024-01-01", "125", "125"),
            planItem("2", "2024-01-16", "125", "0"),
            planItem("3", "2024-01-31", "125", "0"),
            planItem("4", "2024-02-15", "125", "0"));

    private static PlanItem planItem(String id, String due, String principal, String paid) {
        return PlanItem.of(id(id), LocalDate.parse(due), eur(principal), eur(paid));
    }

    private static List<Amount> principals(List<PlanItem> items, String date) {
        return Reamortization.of(items, LocalDate.parse(date), WHOLE).items().stream()
                .map(PlanItem::principal)
                .toList();
    }

    @Test
    void movesWhatWasDueToLaterItems() {
        assertThat(principals(FINERACT, "2024-01-25")).containsExactly(eur("125"), eur("0"), eur("187"), eur("188"));
        assertThat(principals(FINERACT, "2024-02-01")).containsExactly(eur("125"), eur("0"), eur("0"), eur("375"));
        assertThat(principals(FINERACT, "2024-01-16")).containsExactly(eur("125"), eur("0"), eur("187"), eur("188"));
    }

    @Test
    void leavesAllAsItIsWhereNothingIsUnpaid() {
        Reamortization none = Reamortization.of(FINERACT, LocalDate.parse("2024-01-15"), WHOLE);
        assertThat(none.items()).isEqualTo(FINERACT);
        assertThat(none.moved()).isEqualTo(eur("0"));
        List<PlanItem> first = FINERACT.subList(0, 1);
        assertThat(Reamortization.of(first, LocalDate.parse("2024-01-25"), WHOLE)
                        .items())
                .isEqualTo(first); // nothing is due later, and nothing need be
        assertThat(Reamortization.of(FINERACT, LocalDate.parse("2024-01-25"), WHOLE)
                        .explanation()
                        .text())
                .isEqualTo("EUR 125.00 that was due by 2024-01-25 is moved to 2 later items, parts of 1, HALF_EVEN");
    }

    @Test
    void takesItemsInAnyOrder() {
        var reversed = new ArrayList<>(FINERACT);
        Collections.reverse(reversed);
        assertThat(Reamortization.of(reversed, LocalDate.parse("2024-01-25"), WHOLE))
                .isEqualTo(Reamortization.of(FINERACT, LocalDate.parse("2024-01-25"), WHOLE));
    }

    @Test
    void takesPrincipalOnly() {
        OpenItem item = OpenItem.of(receivable("R1", "2024-01-16", "125"), eur("100"));
        assertThat(PlanItem.of(item)).isEqualTo(planItem("R1", "2024-01-16", "125", "25"));
        assertThat(PlanItem.of(item).unpaid()).isEqualTo(eur("100"));
        OpenItem fee = OpenItem.of(receivable("F", "2024-01-16", "5").withType(ReceivableType.FEE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanItem.of(fee))
                .withMessage("item must be principal, but was fee");
    }

    @Property
    void losesNothing(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 100_000) Integer> cents,
            @ForAll @IntRange(max = 100) int paidPercent,
            @ForAll @IntRange(min = -1, max = 8) int due) {
        var items = new ArrayList<PlanItem>();
        LocalDate first = LocalDate.parse("2024-01-31");
        for (int i = 0; i < cents.size(); i++) {
            Amount principal = Amount.ofMinor(cents.get(i), eur("0").getCurrency());
            Amount paid = Amount.ofMinor((long) cents.get(i) * paidPercent / 100, principal.getCurrency());
            items.add(PlanItem.of(id("R" + i), first.plusMonths(i), principal, paid));
        }
        EqualParts parts = EqualParts.of("0.01", RoundingMode.DOWN);
        Amount before = items.stream().map(PlanItem::principal).reduce(eur("0"), Amount::add);
        if (due < cents.size() - 1) {
            Reamortization moved = Reamortization.of(items, first.plusMonths(due), parts);
            assertThat(moved.items().stream().map(PlanItem::principal).reduce(eur("0"), Amount::add))
                    .isEqualTo(before);
            assertThat(moved.items())
                    .allMatch(item -> item.dueDate().isAfter(first.plusMonths(due))
                            || item.unpaid().signum() == 0);
        }
    }

    @Test
    void refusesToMoveToNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reamortization.of(FINERACT, LocalDate.parse("2024-02-15"), WHOLE))
                .withMessage("items must have one that is due after 2024-02-15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reamortization.of(
                        List.of(FINERACT.get(0), FINERACT.get(0)), LocalDate.parse("2024-02-15"), WHOLE))
                .withMessage("items must be given once each, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planItem("1", "2024-01-01", "125", "126"))
                .withMessage("paid must lie between 0 and EUR 125.00, but was EUR 126.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planItem("1", "2024-01-01", "125", "-1"))
                .withMessage("paid must lie between 0 and EUR 125.00, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planItem("1", "2024-01-01", "-1", "0"))
                .withMessage("principal must not be negative, but was EUR -1.00");
        PlanItem dollars =
                PlanItem.of(id("5"), LocalDate.parse("2024-03-01"), Amount.of("1", "USD"), Amount.of("0", "USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() ->
                        Reamortization.of(List.of(FINERACT.get(0), dollars), LocalDate.parse("2024-01-01"), WHOLE));
    }
}
