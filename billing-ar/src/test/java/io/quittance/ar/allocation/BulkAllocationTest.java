package io.quittance.ar.allocation;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.forged;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InexactResultException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BulkAllocationTest {
    private static final OpenItem OLDER = item("R1", "2026-03-03", "100.00");
    private static final OpenItem YOUNGER = item("R2", "2026-03-04", "80.00");
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    private static List<SettledPayment> settled(BulkAllocation open, Payment... payments) {
        var settled = new ArrayList<SettledPayment>();
        open.settle(List.of(payments), settled::add);
        return settled;
    }

    private static Payment of(CustomerId customer, String id, String amount) {
        return Payment.of(PaymentId.of(id), customer, DAY, eur(amount));
    }

    /** The example of the class's documentation. */
    @Test
    void eachPaymentGoesOnWhereTheOneBeforeItEnded() {
        BulkAllocation open = BulkAllocation.of(EUR, List.of(YOUNGER, OLDER));
        var settled = new ArrayList<SettledPayment>();
        BulkAllocation after = open.settle(List.of(of(A, "P1", "150.00"), of(A, "P2", "50.00")), settled::add);
        OpenItem rest = OpenItem.of(YOUNGER.receivable(), eur("30"));
        assertThat(settled.get(0).items())
                .containsExactly(SettledItem.of(OLDER, eur("100")), SettledItem.of(YOUNGER, eur("50")));
        assertThat(settled.get(0).items()).extracting(SettledItem::isClosed).containsExactly(true, false);
        assertThat(settled.get(0).unapplied()).isEqualTo(eur("0"));
        assertThat(settled.get(1).items()).containsExactly(SettledItem.of(rest, eur("30")));
        assertThat(settled.get(1).unapplied()).isEqualTo(eur("20"));
        assertThat(settled.get(1).payment()).isEqualTo(of(A, "P2", "50.00"));
        assertThat(settled.get(1)).hasToString("payment P2: 1 items, unapplied EUR 20.00");
        assertThat(after.openItems()).isEmpty();
        assertThat(open.openItems()).containsExactly(OLDER, YOUNGER);
        assertThat(open.currency()).isEqualTo(EUR);
        assertThat(open).hasToString("EUR items of 1 customers");
    }

    @Test
    void tellsWhatIsLeft() {
        BulkAllocation after = BulkAllocation.of(EUR, List.of(YOUNGER, OLDER))
                .settle(List.of(of(A, "P1", "0.01"), of(A, "P2", "30.00")), ignored -> {});
        assertThat(after.openItems(A)).containsExactly(OpenItem.of(OLDER.receivable(), eur("69.99")), YOUNGER);
        assertThat(after.openItems(B)).isEmpty();
        assertThat(settled(after, of(A, "P3", "69.99"), of(A, "P4", "80.00")))
                .extracting(settled -> settled.items().size())
                .containsExactly(1, 1);
    }

    /** Payments are taken in by the block; what is wrong with one is said of its own place, far behind the first block. */
    @Test
    void goesOnFromBlockToBlock() {
        var payments = new ArrayList<Payment>();
        for (int i = 0; i < 150; i++) {
            payments.add(of(A, "P" + i, "1.00"));
        }
        BulkAllocation open = BulkAllocation.of(EUR, List.of(OLDER, YOUNGER));
        var settled = new ArrayList<SettledPayment>();
        BulkAllocation after = open.settle(payments, settled::add);
        assertThat(settled).extracting(SettledPayment::payment).containsExactlyElementsOf(payments);
        assertThat(settled.get(99).items().get(0).item()).isEqualTo(OpenItem.of(OLDER.receivable(), eur("1")));
        assertThat(settled.get(100).items()).containsExactly(SettledItem.of(YOUNGER, eur("1")));
        assertThat(after.openItems()).containsExactly(OpenItem.of(YOUNGER.receivable(), eur("30")));
        payments.set(130, Payment.of(PaymentId.of("P130"), A, DAY, Amount.of("1", "USD")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> open.settle(payments, ignored -> {}))
                .withMessage("payments[130] must be in EUR, but was USD");
        payments.set(130, of(A, "P130", "92233720368547758.08"));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> open.settle(payments, ignored -> {}))
                .withMessage("payments[130]: units must fit in a long, but was 9223372036854775808");
        payments.set(130, null);
        assertThatNullPointerException()
                .isThrownBy(() -> open.settle(payments, ignored -> {}))
                .withMessage("payments[130]");
    }

    @Test
    void aPaymentOfWhomNothingIsKnownStaysOnAccount() {
        SettledPayment settled = settled(BulkAllocation.of(EUR, List.of(OLDER)), of(B, "P1", "5.00"))
                .get(0);
        assertThat(settled.items()).isEmpty();
        assertThat(settled.unapplied()).isEqualTo(eur("5"));
        assertThat(settled.allocation().unapplied()).isEqualTo(eur("5"));
        assertThat(settled(BulkAllocation.of(EUR, List.of()), of(B, "P1", "5.00")))
                .containsExactly(settled);
    }

    @Test
    void reasonsAreThoseOfOldestDueFirst() {
        Payment payment = of(A, "P1", "150.00");
        SettledPayment settled = settled(BulkAllocation.of(EUR, List.of(YOUNGER, OLDER)), payment)
                .get(0);
        assertThat(settled.allocation())
                .isEqualTo(Allocation.of(payment, List.of(OLDER, YOUNGER), new OldestDueFirst()));
    }

    /** Payment after payment, as the door that takes one at a time. */
    @Property
    void isOldestDueFirstPaymentAfterPayment(
            @ForAll("items") List<OpenItem> items, @ForAll("payments") List<Payment> payments, @ForAll long seed) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        var settled = new ArrayList<SettledPayment>();
        int half = payments.size() / 2;
        BulkAllocation after = BulkAllocation.of(EUR, shuffled)
                .settle(payments.subList(0, half), settled::add)
                .settle(payments.subList(half, payments.size()), settled::add);
        List<OpenItem> open = items;
        for (int i = 0; i < payments.size(); i++) {
            Allocation expected = Allocation.of(payments.get(i), open, new OldestDueFirst());
            assertThat(settled.get(i).allocation()).isEqualTo(expected);
            assertThat(settled.get(i).unapplied()).isEqualTo(expected.unapplied());
            assertThat(settled.get(i).items().stream().map(SettledItem::toString))
                    .containsExactlyElementsOf(Plan.lines(expected));
            open = left(open, expected);
        }
        assertThat(settled).hasSameSizeAs(payments);
        assertThat(after.openItems()).containsExactlyInAnyOrderElementsOf(open);
    }

    private static List<OpenItem> left(List<OpenItem> open, Allocation paid) {
        var left = new ArrayList<OpenItem>();
        for (OpenItem item : open) {
            Amount rest = paid.lines().stream()
                    .filter(line -> line.item().equals(item.id()))
                    .map(AllocationLine::amount)
                    .reduce(item.open(), Amount::subtract);
            if (rest.signum() > 0) {
                left.add(item.withOpen(rest));
            }
        }
        return left;
    }

    @Provide
    Arbitrary<List<OpenItem>> items() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.of(true, false))
                .as((customer, due, term, cents, disputed) -> new Object() {
                    OpenItem named(int number) {
                        Receivable receivable = Receivable.of(
                                id("R" + number),
                                CustomerId.of("C" + customer),
                                DAY.plusDays(due - term),
                                DAY.plusDays(due),
                                Amount.ofMinor(cents + number % 2, EUR));
                        Amount open = Amount.ofMinor(cents, EUR);
                        return OpenItem.of(receivable, open, disputed ? open : Amount.zero(EUR));
                    }
                })
                .list()
                .ofMaxSize(60)
                .map(made -> {
                    var items = new ArrayList<OpenItem>();
                    made.forEach(one -> items.add(one.named(items.size())));
                    return items;
                });
    }

    /** More than a block of them; of a customer without items too. */
    @Provide
    Arbitrary<List<Payment>> payments() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(1, 2_000))
                .as((customer, cents) ->
                        Payment.of(PaymentId.of("P"), CustomerId.of("C" + customer), DAY, Amount.ofMinor(cents, EUR)))
                .list()
                .ofMaxSize(150);
    }

    @Test
    void amountsGoUpToTheEndOfALong() {
        Amount most = Amount.ofMinor(Long.MAX_VALUE, EUR);
        OpenItem huge = OpenItem.of(Receivable.of(id("R1"), A, DAY, DAY, most));
        OpenItem more = OpenItem.of(Receivable.of(id("R2"), A, DAY, DAY, most));
        List<SettledPayment> settled = settled(
                BulkAllocation.of(EUR, List.of(huge, more)),
                Payment.of(PaymentId.of("P1"), A, DAY, most),
                of(A, "P2", "1.00"),
                Payment.of(PaymentId.of("P3"), A, DAY, most));
        assertThat(settled).extracting(SettledPayment::unapplied).containsExactly(eur("0"), eur("0"), eur("1.00"));
    }

    @Test
    void refusesWhatDoesNotFitInALong() {
        Amount beyond = eur("92233720368547758.08");
        OpenItem item = OpenItem.of(Receivable.of(id("R3"), A, DAY, DAY, beyond));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> BulkAllocation.of(EUR, List.of(OLDER, item)))
                .withMessage("items[R3]: units must fit in a long, but was 9223372036854775808");
        Payment payment = Payment.of(PaymentId.of("P1"), A, DAY, beyond);
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> settled(BulkAllocation.of(EUR, List.of()), of(A, "P0", "1"), payment))
                .withMessage("payments[1]: units must fit in a long, but was 9223372036854775808");
    }

    @Test
    void refusesBadInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BulkAllocation.of(EUR, List.of(OLDER, YOUNGER, item("R1", "2026-03-05", "1"))))
                .withMessage("items must have unique ids, but was R1");
        OpenItem dollars = OpenItem.of(Receivable.of(id("R9"), A, DAY, DAY, Amount.of("1", "USD")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> BulkAllocation.of(EUR, List.of(OLDER, dollars)))
                .withMessage("items[1] must be in EUR, but was USD");
        Payment inDollars = Payment.of(PaymentId.of("P1"), A, DAY, Amount.of("1", "USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> settled(BulkAllocation.of(EUR, List.of()), inDollars))
                .withMessage("payments[0] must be in EUR, but was USD");
        assertThatNullPointerException()
                .isThrownBy(() -> BulkAllocation.of(EUR, Collections.singletonList(null)))
                .withMessage("items[0]");
        assertThatNullPointerException()
                .isThrownBy(
                        () -> BulkAllocation.of(EUR, List.of()).settle(Collections.singletonList(null), ignored -> {}))
                .withMessage("payments[0]");
    }

    @Test
    void refusesToPayMoreThanIsOpen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettledItem.of(OLDER, eur("100.01")))
                .withMessage("paid must be more than 0 and at most EUR 100.00, but was EUR 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettledItem.of(OLDER, eur("0")))
                .withMessage("paid must be more than 0 and at most EUR 100.00, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettledItem.of(OLDER, eur("0.001")))
                .withMessage("paid must have at most 2 decimal places, but was EUR 0.001");
    }

    @Test
    void isShippedAndCheckedOnTheWayBackIn() throws Exception {
        BulkAllocation after =
                BulkAllocation.of(EUR, List.of(YOUNGER, OLDER)).settle(List.of(of(A, "P1", "70.00")), ignored -> {});
        assertThat(copy(after).openItems()).isEqualTo(after.openItems());
        SettledPayment settled = settled(after, of(A, "P1", "70.00")).get(0);
        assertThat(copy(settled)).isEqualTo(settled).hasSameHashCodeAs(settled);
        assertThat(settled).isNotEqualTo(settled(after, of(A, "P2", "70.00")).get(0));
        var other = new SettledPayment(settled.payment(), settled.items(), eur("1"));
        assertThat(other).isNotEqualTo(settled);
        assertThat(new SettledPayment(settled.payment(), List.of(), settled.unapplied()))
                .isNotEqualTo(settled);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(other))
                .withMessage("unapplied must be EUR 0.00, but was EUR 1.00");
        var less = new SettledPayment(settled.payment(), List.of(settled.items().get(0)), eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(less))
                .withMessage("unapplied must be EUR 40.00, but was EUR 0.00");
        var wrong = new SettledPayment(
                settled.payment(), List.of(SettledItem.of(receivableItem(), eur("50.00"))), eur("20.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> copy(wrong)).withMessageStartingWith("items must be [");
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> forged(new Fake(), BulkAllocation.class))
                .withMessage("open items are read through their proxy");
    }

    private static OpenItem receivableItem() {
        return OpenItem.of(receivable("R2", "2026-03-04", "80.00"));
    }

    private record Fake() implements Serializable {}
}
