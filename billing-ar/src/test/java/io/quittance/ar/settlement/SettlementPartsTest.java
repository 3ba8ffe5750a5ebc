package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a settlement and its rules are made of: each part tells one from another. */
class SettlementPartsTest {
    private static OpenItem debt() {
        return item("R1", "2026-04-01", "1000");
    }

    private static Allocation paid(String amount) {
        return Allocation.of(payment("P", "2026-03-10", amount), List.of(debt()), new OldestDueFirst());
    }

    private static Adjustment adjusted(Adjustment.Kind kind, String amount) {
        return Adjustment.of(kind, id("R1"), eur(amount), Explanation.of("test.why", "because"));
    }

    /** Each differs from each other. */
    private static void areApart(Object... values) {
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isNotEqualTo(values[i].toString()).isNotEqualTo(null);
            for (int j = 0; j < values.length; j++) {
                assertThat(values[i].equals(values[j]))
                        .as("%s equals %s", values[i], values[j])
                        .isEqualTo(i == j);
            }
        }
    }

    @Test
    void settlementsAreEqualIfAllOfThemIs() {
        LocalDate day = LocalDate.parse("2026-04-01");
        Adjustment moved = adjusted(Adjustment.Kind.MOVED_TO_NEW_ITEM, "5");
        Receivable owed = Receivable.of(id("R1/D"), debt().customer(), day, day, eur("5"));
        areApart(
                Settlement.of(paid("900")),
                Settlement.of(paid("901")),
                Settlement.of(paid("900")).with(adjusted(Adjustment.Kind.WRITE_OFF, "5")),
                Settlement.restored(paid("900"), List.of(moved), List.of(new NewItem(owed, id("R1"), "short"))),
                Settlement.restored(paid("900"), List.of(moved), List.of(new NewItem(owed, id("R1"), "other"))));
    }

    @Test
    void rulesForWhatIsShortAreEqualIfAllOfThemIs() {
        LocalDate day = LocalDate.parse("2026-05-01");
        areApart(
                ShortPay.keepOpen(),
                ShortPay.requireFull(),
                ShortPay.writeOff(),
                ShortPay.writeOff(AdjustmentLimit.of(eur("5"))),
                ShortPay.discount(),
                ShortPay.newItem(day, "/D", "short"),
                ShortPay.newItem(day.plusDays(1), "/D", "short"),
                ShortPay.newItem(day, "/E", "short"),
                ShortPay.newItem(day, "/D", "other"));
    }

    @Test
    void aNewItemNeedsASuffixAndAReason() {
        LocalDate day = LocalDate.parse("2026-05-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShortPay.newItem(day, "", "short"))
                .withMessageStartingWith("suffix must ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShortPay.newItem(day, "/D", ""))
                .withMessageStartingWith("reason must ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShortPay.newItem(LocalDate.MAX, "/D", "short"))
                .withMessageStartingWith("dueDate must ");
    }

    /** What is given up or owed by another item is not settled by the customer. */
    @Test
    void allButWhatIsGivenUpOrMovedSettles() {
        assertThat(Arrays.stream(Adjustment.Kind.values()).filter(kind -> !kind.settles()))
                .containsExactly(Adjustment.Kind.WRITE_OFF, Adjustment.Kind.MOVED_TO_NEW_ITEM);
    }

    @Test
    void whatIsTakenOfThePaymentClosesNoItem() {
        Adjustment over =
                Adjustment.ofPayment(Adjustment.Kind.TOLERANCE, eur("3"), Explanation.of("test.why", "because"));
        assertThat(over).hasToString("TOLERANCE EUR 3.00 of the payment");
        Settlement settlement = Settlement.of(paid("1003")).with(over);
        assertThat(settlement.income()).isEqualTo(eur("3"));
        assertThat(settlement.adjusted(Adjustment.Kind.TOLERANCE)).isEqualTo(eur("0"));
    }

    @Test
    void anAdjustmentIsInTheCurrencyOfThePayment() {
        Adjustment dollars = Adjustment.of(
                Adjustment.Kind.WRITE_OFF, id("R1"), Amount.of("5", "USD"), Explanation.of("test.why", "because"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Settlement.of(paid("900")).with(dollars))
                .withMessageContaining("adjustments[0].amount");
    }

    @Test
    void aRequestGivesUpNothingNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestedItem.of(id("R1"), eur("100"), eur("0"), eur("-1")))
                .withMessage("writeOff must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestedItem.of(id("R1"), eur("100"), eur("-1"), eur("0")))
                .withMessage("discount must not be negative, but was EUR -1.00");
    }

    /** R1, a slash and P are 4 characters, so that a suffix has 196 at most. */
    @Test
    void theIdOfANewItemHasTwoHundredCharactersAtMost() {
        LocalDate due = LocalDate.parse("2026-05-01");
        SettlementPolicy longest = MONEY_ONLY.shortPay(ShortPay.newItem(due, "x".repeat(196), "short"));
        assertThat(settle("900", longest).newItems().get(0).receivable().id())
                .isEqualTo(id("R1" + "x".repeat(196) + "/P"));
        SettlementPolicy longer = MONEY_ONLY.shortPay(ShortPay.newItem(due, "x".repeat(197), "short"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settle("900", longer))
                .withMessageEndingWith("but was 201 characters");
    }

    private static Settlement settle(String amount, SettlementPolicy policy) {
        return Settlement.of(
                AllocationRequest.of(payment("P", "2026-03-10", amount), List.of(debt())),
                new OldestDueFirst(),
                policy);
    }
}
