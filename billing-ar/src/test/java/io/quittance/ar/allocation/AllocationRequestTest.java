package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AllocationRequestTest {
    private static final Payment HUNDRED = payment("P1", "2026-03-10", "100.00");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    @Test
    void offersAllOfThePaymentUnlessToldLess() {
        assertThat(AllocationRequest.of(HUNDRED, List.of()).available()).isEqualTo(eur("100"));
        assertThat(AllocationRequest.of(HUNDRED, eur("99.99"), List.of()).available())
                .isEqualTo(eur("99.99"));
        assertThat(AllocationRequest.of(HUNDRED, eur("0"), List.of()).available())
                .isEqualTo(eur("0"));
    }

    @Test
    void tellsWhatTheBankKnows() {
        Payment naming = HUNDRED.naming(id("I1"));
        var request = AllocationRequest.of(naming, List.of(item("I1", "2026-03-01", "60")));
        assertThat(request.payment()).isEqualTo(naming);
        assertThat(request.date()).isEqualTo("2026-03-10");
        assertThat(request.remittances()).containsExactly(Remittance.of(id("I1")));
        assertThat(request)
                .hasToString("EUR 100.00 of payment P1: EUR 100.00 on 2026-03-10, naming [I1],"
                        + " items [I1: EUR 60.00 open, due 2026-03-01]");
        assertThat(AllocationRequest.of(HUNDRED, List.of()))
                .hasToString("EUR 100.00 of payment P1: EUR 100.00 on 2026-03-10, items []");
    }

    @Test
    void tellsCreditsFromMoney() {
        assertThat(AllocationRequest.of(HUNDRED, List.of()).isCredit()).isFalse();
        assertThat(AllocationRequest.of(HUNDRED.asCredit(), List.of()).isCredit())
                .isTrue();
    }

    /** Each part counts: the payment, how much of it, the day and the items. */
    @Test
    void isEqualByAllItsParts() {
        List<OpenItem> items = List.of(item("I1", "2026-03-01", "60"));
        AllocationRequest request = AllocationRequest.of(HUNDRED, items);
        assertThat(request).isEqualTo(AllocationRequest.of(HUNDRED, items)).hasSameHashCodeAs(request);
        assertThat(request)
                .isNotEqualTo(AllocationRequest.of(payment("P2", "2026-03-10", "100.00"), items))
                .isNotEqualTo(AllocationRequest.of(HUNDRED, eur("99"), items))
                .isNotEqualTo(request.on(LocalDate.parse("2026-03-11")))
                .isNotEqualTo(AllocationRequest.of(HUNDRED, List.of()));
    }

    @Test
    void leavesOutOtherCustomersAndOtherCurrencies() {
        OpenItem own = item("I1", "2026-03-01", "60");
        OpenItem foreign = OpenItem.of(Receivable.of(id("I1"), B, MARCH, MARCH, eur("60")));
        OpenItem dollars = OpenItem.of(Receivable.of(id("I3"), own.customer(), MARCH, MARCH, Amount.of("60", "USD")));
        assertThat(AllocationRequest.of(HUNDRED, List.of(foreign, dollars, own)).items())
                .containsExactly(own);
    }

    @Test
    void putsItemsInOrderOfDueDateThenDocumentDateThenId() {
        OpenItem late = item("I0", "2026-03-02", "1");
        OpenItem first = item("I4", "2026-03-01", "1");
        OpenItem second = OpenItem.of(
                Receivable.of(id("I2"), first.customer(), first.documentDate().plusDays(1), first.dueDate(), eur("1")));
        OpenItem third = OpenItem.of(
                Receivable.of(id("I3"), first.customer(), first.documentDate().plusDays(1), first.dueDate(), eur("1")));
        assertThat(AllocationRequest.of(HUNDRED, List.of(late, third, second, first))
                        .items())
                .containsExactly(first, second, third, late);
    }

    @Property
    void doesNotDependOnTheOrderOfItsItems(@ForAll Random random) {
        var items = new ArrayList<OpenItem>();
        for (int i = 0; i < 12; i++) {
            items.add(item("I" + i, "2026-03-0" + (1 + random.nextInt(3)), "1.00"));
        }
        var request = AllocationRequest.of(HUNDRED, items);
        Collections.shuffle(items, random);
        assertThat(AllocationRequest.of(HUNDRED, items)).isEqualTo(request).hasSameHashCodeAs(request);
    }

    @Test
    void refusesMoneyThatThePaymentDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllocationRequest.of(HUNDRED, eur("100.01"), List.of()))
                .withMessage("available must be 0 or more and at most EUR 100.00, but was EUR 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllocationRequest.of(HUNDRED, eur("-0.01"), List.of()))
                .withMessage("available must be 0 or more and at most EUR 100.00, but was EUR -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllocationRequest.of(HUNDRED, eur("0.005"), List.of()))
                .withMessage("available must have at most 2 decimal places, but was EUR 0.005");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> AllocationRequest.of(HUNDRED, Amount.of("1", "USD"), List.of()))
                .withMessage("available must be in EUR, but was USD");
    }

    @Test
    void isOfALaterDayWhereMoneyStoodOnAccount() throws Exception {
        var request = AllocationRequest.of(HUNDRED, List.of(item("I1", "2026-03-01", "60")));
        AllocationRequest later = request.on(LocalDate.parse("2026-03-20"));
        assertThat(later.date()).isEqualTo("2026-03-20");
        assertThat(later.payment().valueDate()).isEqualTo("2026-03-10");
        assertThat(later).isEqualTo(copy(later)).isNotEqualTo(request);
        assertThat(later.on(LocalDate.parse("2026-03-10"))).isEqualTo(request);
        assertThat(later)
                .hasToString("EUR 100.00 of payment P1: EUR 100.00 on 2026-03-10, allocated on 2026-03-20,"
                        + " items [I1: EUR 60.00 open, due 2026-03-01]");
        assertThat(later.with(eur("9"), List.of()))
                .isEqualTo(AllocationRequest.of(HUNDRED, eur("9"), List.of()).on(later.date()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.on(LocalDate.parse("2026-03-09")))
                .withMessage("date must not be before the value date, 2026-03-10, but was 2026-03-09");
    }

    /** What asks others asks them about the same day and the same kind of money. */
    @Test
    void compositionsKeepTheDayAndTheKindOfMoney() {
        var asked = new ArrayList<AllocationRequest>();
        AllocationStrategy asks = request -> {
            asked.add(request);
            return List.of();
        };
        AllocationRequest request = AllocationRequest.of(HUNDRED.asCredit(), List.of(item("I1", "2026-03-01", "60")))
                .on(LocalDate.parse("2026-03-20"));
        assertThat(Allocation.of(request, asks.then(asks).where("all", item -> true))
                        .lines())
                .isEmpty();
        assertThat(asked).containsExactly(request, request);
    }

    @Test
    void refusesTwoItemsWithOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllocationRequest.of(
                        HUNDRED, List.of(item("I1", "2026-03-01", "60"), item("I1", "2026-03-02", "50"))))
                .withMessage("items must have unique ids, but was I1");
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        var items = List.of(OpenItem.of(receivable("I1", "2026-03-01", "60"), eur("59"), eur("59")));
        var request = AllocationRequest.of(HUNDRED, items);
        assertThat(request)
                .isEqualTo(copy(request))
                .isNotEqualTo(AllocationRequest.of(HUNDRED, eur("9"), items))
                .isNotEqualTo(AllocationRequest.of(HUNDRED, List.of()))
                .isNotEqualTo(AllocationRequest.of(payment("P2", "2026-03-10", "100"), items));
    }
}
