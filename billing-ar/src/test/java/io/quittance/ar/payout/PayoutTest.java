package io.quittance.ar.payout;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned.Reason;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PayoutTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-12");
    private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
    private static final Payment HUNDRED = payment("ch-1", "2026-03-10", "100.00");
    private static final Payment EIGHTY = payment("ch-2", "2026-03-10", "80.00");
    private static final Payment EARLIER = payment("ch-0", "2026-02-10", "15.00");
    private static final PaymentRefunded REFUND = PaymentRefunded.of(A, HUNDRED.id(), eur("20.00"), DAY);

    private static Payout.Builder parts(String credited) {
        return Payout.builder("po-81", DAY, eur(credited))
                .payment(HUNDRED)
                .payment(EIGHTY)
                .fee(eur("3.20"))
                .fee(eur("2.02"))
                .refund(REFUND)
                .returned(EARLIER, Reason.CHARGEBACK, DAY)
                .reserve(eur("10.00"));
    }

    /** 180.00 - 5.22 - 20.00 - 15.00 - 10.00 = 129.78. */
    @Test
    void onePayoutIsManyPaymentsLessWhatIsKept() {
        Payout payout = parts("129.78").build();
        assertThat(payout.gross()).isEqualTo(eur("180"));
        assertThat(payout.fee()).isEqualTo(eur("5.22"));
        assertThat(payout.refunded()).isEqualTo(eur("20"));
        assertThat(payout.takenBack()).isEqualTo(eur("15"));
        assertThat(payout.reserve()).isEqualTo(eur("10"));
        assertThat(payout.payments()).containsExactly(HUNDRED, EIGHTY);
        assertThat(payout.explanation())
                .hasToString(
                        "EUR 180.00 received - EUR 5.22 fees - EUR 20.00 refunded - EUR 15.00 taken back - EUR 10.00"
                                + " reserve = EUR 129.78");
    }

    @Test
    void namesTheDifferenceOfOneThatDoesNotBalance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parts("129.77").build())
                .withMessage(
                        "credited must be EUR 129.78, what payments less fees, refunds, returned payments and reserve"
                                + " come to; the difference is EUR -0.01, but was EUR 129.77");
    }

    /** A processor that releases 10.00 and pays nothing else credits them; one that refunds more than it took collects. */
    @Test
    void aReserveIsReleasedAndAPayoutMayBeACollection() {
        assertThat(Payout.builder("po-82", DAY, eur("10.00"))
                        .reserve(eur("-10.00"))
                        .build()
                        .gross())
                .isEqualTo(eur("0"));
        assertThat(Payout.builder("po-83", DAY, eur("-20.00"))
                        .refund(REFUND)
                        .build()
                        .facts())
                .containsExactly(REFUND);
    }

    /** 15.00 of February are in the ledger before; of 100.00, 80.00 are left, and 80.00: 160.00 on account. */
    @Test
    void theLedgerTakesItsFacts() {
        Ledger ledger = Ledger.empty("EUR")
                .post(LedgerEntry.of("p-0", new PaymentReceived(EARLIER), NOW))
                .ledger();
        int number = 0;
        for (var fact : parts("129.78").build().facts()) {
            ledger = ledger.post(LedgerEntry.of("po-81/" + number++, fact, NOW)).ledger();
        }
        assertThat(number).isEqualTo(4);
        assertThat(ledger.asOf("2026-03-11").onAccount()).isEqualTo(eur("195"));
        assertThat(ledger.asOf("2026-03-12").onAccount()).isEqualTo(eur("160"));
    }

    @Test
    void refusesWhatIsThereTwiceAndOtherCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parts("229.78").payment(HUNDRED).build())
                .withMessage("payments[2] must not repeat, but was ch-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        parts("114.78").returned(EARLIER, Reason.OTHER, DAY).build())
                .withMessage("returned[1] must not repeat, but was ch-0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payout.builder("po", DAY, eur("0.001")).build())
                .withMessage("credited must have at most 2 decimal places, but was EUR 0.001");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Payout.builder("po", DAY, Amount.of("100", "USD"))
                        .payment(HUNDRED)
                        .build())
                .withMessage("payments must be in USD, but was EUR");
    }

    /** A processor gives back 7.00 of the fees of January, and takes 5.22: 180.00 + 1.78 = 181.78. */
    @Test
    void feesThatAreGivenBackAreCredited() {
        Payout payout = Payout.builder("po-84", DAY, eur("181.78"))
                .payment(HUNDRED)
                .payment(EIGHTY)
                .fee(eur("5.22"))
                .fee(eur("-7.00"))
                .build();
        assertThat(payout.fee()).isEqualTo(eur("-1.78"));
        assertThat(payout.gross()).isEqualTo(eur("180"));
        assertThat(payout.facts()).hasSize(2);
        assertThat(Payout.builder("po-85", DAY, eur("1")).fee(eur("-1")).build().facts())
                .isEmpty();
    }

    /** 40.00 of 100.00 are charged back: 100.00 - 40.00 = 60.00, which the ledger has on account. */
    @Test
    void aPartOfAPaymentIsTakenBack() {
        Payout payout = Payout.builder("po-86", DAY, eur("60"))
                .payment(HUNDRED)
                .returned(HUNDRED, eur("40"), Reason.CHARGEBACK, DAY)
                .build();
        assertThat(payout.takenBack()).isEqualTo(eur("40"));
        Ledger ledger = Ledger.empty("EUR");
        for (var fact : payout.facts()) {
            ledger = ledger.post(LedgerEntry.of("po-86/" + fact.getClass().getSimpleName(), fact, NOW))
                    .ledger();
        }
        assertThat(ledger.asOf("2026-03-12").onAccount()).isEqualTo(eur("60"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Payout.builder("po", DAY, eur("1")).returned(HUNDRED, eur("100.01"), Reason.CHARGEBACK, DAY))
                .withMessage("part must be more than 0 and at most EUR 100.00, but was EUR 100.01");
        for (String part : List.of("0.00", "-1.00")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReturnedPayment(HUNDRED, Reason.CHARGEBACK, DAY, eur(part)))
                    .withMessage("part must be more than 0 and at most EUR 100.00, but was EUR " + part);
        }
    }

    /** 100.00, of which 20.00 are refunded, are charged back: the processor collects 20.00, which the customer owes. */
    @Test
    void whatWasRefundedIsChargedBackOwing() throws Exception {
        ReturnedPayment back = new ReturnedPayment(HUNDRED, Reason.CHARGEBACK, DAY)
                .owing(ReceivableId.of("B-1"), LocalDate.parse("2026-04-01"), eur("20"));
        Payout payout = Payout.builder("po-87", DAY, eur("-20"))
                .payment(HUNDRED)
                .refund(REFUND)
                .returned(back)
                .build();
        LedgerView view = ledger(payout).asOf("2026-03-12");
        assertThat(view.open()).isEqualTo(eur("20"));
        assertThat(view.onAccount()).isEqualTo(eur("0"));
        assertThat(copy(payout)).isEqualTo(payout);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> back.owing(ReceivableId.of("B-1"), DAY, eur("100.01")))
                .withMessage("owed.amount must be at most EUR 100.00, which the bank took, but was EUR 100.01");
    }

    /** 20.00 and 10.00 of 100.00 are charged back: 70.00 are paid out; no more than 100.00 can be in all. */
    @Test
    void severalPartsOfAPaymentAreTakenBack() {
        Payout.Builder two = Payout.builder("po-88", DAY, eur("70"))
                .payment(HUNDRED)
                .returned(HUNDRED, eur("20"), Reason.CHARGEBACK, DAY)
                .returned(HUNDRED, eur("10"), Reason.CHARGEBACK, DAY.plusDays(1));
        assertThat(ledger(two.build()).asOf("2026-03-13").onAccount()).isEqualTo(eur("70"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.returned(HUNDRED, eur("70.01"), Reason.CHARGEBACK, DAY)
                        .build())
                .withMessage("returned[2].part must be at most EUR 70.00, which the parts before leave of ch-1, but was"
                        + " EUR 70.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payout.builder("po", DAY, eur("1"))
                        .returned(HUNDRED, eur("60"), Reason.CHARGEBACK, DAY)
                        .returned(HUNDRED, eur("40"), Reason.CHARGEBACK, DAY)
                        .returned(HUNDRED, eur("1"), Reason.CHARGEBACK, DAY)
                        .build())
                .withMessage("returned[2] must not repeat, but was ch-1"); // all of it is taken back
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payout.builder("po", DAY, eur("1"))
                        .returned(HUNDRED, eur("20"), Reason.CHARGEBACK, DAY)
                        .returned(HUNDRED, Reason.CHARGEBACK, DAY)
                        .build())
                .withMessage("returned[1] must not repeat, but was ch-1");
    }

    private static Ledger ledger(Payout payout) {
        Ledger ledger = Ledger.empty("EUR");
        int number = 0;
        for (LedgerFact fact : payout.facts()) {
            ledger = ledger.post(LedgerEntry.of(payout.id() + "/" + number++, fact, NOW))
                    .ledger();
        }
        return ledger;
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        Payout payout = parts("129.78").build();
        assertThat(copy(payout)).isEqualTo(payout).hasSameHashCodeAs(payout);
    }

    /** Whatever the parts are, exactly one credit balances, and no other. */
    @Property
    void oneCreditBalances(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 100_000) Integer> cents,
            @ForAll @IntRange(min = -5_000, max = 5_000) int fee,
            @ForAll @IntRange(min = -5_000, max = 5_000) int reserve,
            @ForAll @IntRange(min = -2, max = 2) int off) {
        var currency = eur("0").getCurrency();
        long credited = cents.stream().mapToLong(Integer::longValue).sum() - fee - reserve;
        var builder = Payout.builder("po", DAY, Amount.ofMinor(credited + off, currency))
                .fee(Amount.ofMinor(fee, currency))
                .reserve(Amount.ofMinor(reserve, currency));
        for (int i = 0; i < cents.size(); i++) {
            builder.payment(payment(
                    "ch-" + i,
                    "2026-03-10",
                    Amount.ofMinor(cents.get(i), currency).toBigDecimal().toPlainString()));
        }
        if (off == 0) {
            assertThat(builder.build().gross()).isEqualTo(Amount.ofMinor(credited + fee + reserve, currency));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(builder::build)
                    .withMessageContaining("the difference is " + Amount.ofMinor(off, currency));
        }
    }
}
