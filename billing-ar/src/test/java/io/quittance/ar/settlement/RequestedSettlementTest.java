package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.settlement.Adjustment.Kind.ALLOWED_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.WRITE_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestedSettlementTest {
    private static final OpenItem V1 = item("V1", "2026-04-01", "165");
    private static final OpenItem V2 = item("V2", "2026-04-01", "50");
    private static final RequestedItem ROW = RequestedItem.of(id("V1"), eur("100"), eur("10"), eur("5"));

    private static UnappliedPayment paid(String id, String amount) {
        return UnappliedPayment.of(payment(id, "2026-03-10", amount));
    }

    private static UnappliedPayment note(String id, String amount) {
        return UnappliedPayment.of(Credit.of(PaymentId.of(id), A, LocalDate.parse("2026-03-10"), eur(amount)));
    }

    /** metasfresh: 80 by the credit note and 20 by the payment, then 10 off and 5 written off: 50 of 165. */
    @Test
    void usesCreditNotesFirstAndGrantsTheRestWhenComplete() {
        List<Settlement> settled =
                new RequestedSettlement(List.of(ROW)).settle(List.of(V1), List.of(paid("P", "20"), note("CM", "80")));
        assertThat(settled.get(0).allocation().payment().value()).isEqualTo("CM");
        assertThat(settled.get(0).applied()).isEqualTo(eur("80"));
        assertThat(settled.get(0).adjustments()).isEmpty();
        assertThat(settled.get(1).applied()).isEqualTo(eur("20"));
        assertThat(settled.get(1).adjusted(ALLOWED_DISCOUNT)).isEqualTo(eur("10"));
        assertThat(settled.get(1).adjusted(WRITE_OFF)).isEqualTo(eur("5"));
    }

    @Test
    void grantsNothingWhileItIsNotComplete() {
        List<Settlement> settled =
                new RequestedSettlement(List.of(ROW)).settle(List.of(V1), List.of(paid("P", "99.99")));
        assertThat(settled.get(0).adjustments()).isEmpty();
        assertThat(settled.get(0).openAfter(V1)).isEqualTo(eur("65.01"));
    }

    /** ar.md 7, law 22: rule, rank and cap of each line. */
    @Test
    void saysInWhichOrderAndWhatEndsIt() {
        var rows = List.of(ROW, RequestedItem.of(id("V2"), eur("40"), eur("0"), eur("0")));
        Settlement settled = new RequestedSettlement(rows)
                .settle(List.of(V1, V2), List.of(paid("P", "50")))
                .get(0);
        assertThat(settled.allocation().lines())
                .extracting(line -> line.explanation().text())
                .containsExactly(
                        "number 1 by smallest-request-first: EUR 40.00 of EUR 40.00 asked and EUR 50.00 left; ended by the"
                                + " request",
                        "number 2 by smallest-request-first: EUR 10.00 of EUR 100.00 asked and EUR 10.00 left; ended by"
                                + " the money");
    }

    /** 50 of 110: V2, of which less is asked, gets 40, and V1 10. What is left of a credit is its payer's. */
    @Test
    void paysTheSmallestRequestFirst() {
        var rows = List.of(ROW, RequestedItem.of(id("V2"), eur("40"), eur("0"), eur("0")));
        Settlement settled = new RequestedSettlement(rows)
                .settle(List.of(V1, V2), List.of(paid("P", "50")))
                .get(0);
        assertThat(settled.closed(id("V2"))).isEqualTo(eur("40"));
        assertThat(settled.closed(id("V1"))).isEqualTo(eur("10"));
        Settlement more = new RequestedSettlement(rows)
                .settle(List.of(V1, V2), List.of(paid("P", "200")))
                .get(0);
        assertThat(more.onAccount()).isEqualTo(eur("60"));
    }

    @Test
    void usesOnlyWhatIsOffered() {
        Settlement settled = new RequestedSettlement(List.of(ROW))
                .settle(List.of(V1), List.of(paid("P", "50").leaving(eur("30"))))
                .get(0);
        assertThat(settled.applied()).isEqualTo(eur("30"));
        assertThat(settled.onAccount()).isEqualTo(eur("0"));
    }

    @Test
    void refusesRequestsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedSettlement(List.of(ROW, ROW)))
                .withMessage("rows[1].item must not repeat, but was V1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedSettlement(List.of(ROW)).settle(List.of(V2), List.of()))
                .withMessage("rows[0].item must be one of the items, but was V1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedSettlement(
                                List.of(RequestedItem.of(id("V1"), eur("160"), eur("5"), eur("0.01"))))
                        .settle(List.of(V1), List.of()))
                .withMessage("rows[0] must close at most EUR 165.00, which is open of V1, but was EUR 165.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestedItem.of(id("V1"), eur("0"), eur("0"), eur("0")))
                .withMessage("pay must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestedItem.of(id("V1"), eur("1"), eur("-1"), eur("0")))
                .withMessage("discount must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paid("P", "50").leaving(eur("50.01")))
                .withMessage("left must be more than 0 and at most EUR 50.00, but was EUR 50.01");
    }

    /** 100.00 asked are not paid with the same 50.00 twice. */
    @Test
    void refusesACreditThatIsGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedSettlement(List.of(ROW))
                        .settle(List.of(V1), List.of(paid("P", "50"), note("N", "1"), paid("P", "50"))))
                .withMessage("credits[2] must not repeat, but was P");
    }

    @Test
    void refusesACreditOfAnotherCustomer() {
        UnappliedPayment other = UnappliedPayment.of(
                Payment.of(PaymentId.of("P"), CustomerId.of("Z"), LocalDate.parse("2026-03-10"), eur("50")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestedSettlement(List.of(ROW)).settle(List.of(V1), List.of(other)))
                .withMessage("credits[0].customer must be " + A + " of V1 for credit P, but was Z");
    }

    @Test
    void refusesOtherCurrenciesByTheirPlace() {
        Amount dollar = Amount.of("1.00", "USD");
        var row = RequestedItem.of(id("V1"), dollar, dollar, dollar);
        assertThatThrownBy(() -> new RequestedSettlement(List.of(row)).settle(List.of(V1), List.of()))
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessage("rows[0].pay must be in EUR, but was USD");
        UnappliedPayment credit =
                UnappliedPayment.of(Payment.of(PaymentId.of("P"), A, LocalDate.parse("2026-03-10"), dollar));
        assertThatThrownBy(() -> new RequestedSettlement(List.of(ROW)).settle(List.of(V1), List.of(credit)))
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessage("credits[0].amount must be in EUR, but was USD");
    }

    /** 40.00 are all that is asked of V2: nothing is left for V1, and the next credit pays that alone. */
    @Test
    void aLineIsWrittenOnlyWhereMoneyIs() {
        var rows = List.of(ROW, RequestedItem.of(id("V2"), eur("40"), eur("0"), eur("0")));
        List<Settlement> settled =
                new RequestedSettlement(rows).settle(List.of(V1, V2), List.of(paid("P1", "40"), paid("P2", "60")));
        assertThat(settled.get(0).allocation().lines())
                .extracting(line -> line.item() + " " + line.amount())
                .containsExactly("V2 EUR 40.00");
        assertThat(settled.get(1).allocation().lines())
                .extracting(line -> line.item() + " " + line.amount())
                .containsExactly("V1 EUR 60.00");
    }
}
