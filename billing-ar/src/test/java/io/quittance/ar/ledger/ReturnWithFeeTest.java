package io.quittance.ar.ledger;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.PaymentReturned.Reason;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnWithFeeTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-20");
    private static final LocalDate DUE = LocalDate.parse("2026-04-03");
    private static final Payment SIXTY = payment("P1", "2026-03-10", "60.00");
    private static final PaymentReturned RETURNED = new PaymentReturned(A, SIXTY.id(), Reason.INSUFFICIENT_FUNDS, DAY);

    private static Ledger with(Ledger ledger, LedgerFact fact) {
        return ledger.post(
                        LedgerEntry.of("K" + ledger.customer(A).version(), fact, Instant.parse("2026-03-20T08:00:00Z")))
                .ledger();
    }

    /** 100.00, of which 60.00 were paid: 40.00 are open; after the debit came back 100.00 and the fee of 7.50. */
    @Test
    void theDebtIsOpenAgainAndTheFeeBesideIt() {
        Receivable debt = receivable("R1", "2026-03-03", "100.00");
        var allocation = Allocation.of(SIXTY, List.of(OpenItem.of(debt)), new OldestDueFirst());
        Ledger ledger = Ledger.empty("EUR");
        for (LedgerFact fact : List.of(
                new ReceivablePosted(debt),
                new PaymentReceived(SIXTY),
                new PaymentAllocated(allocation, SIXTY.valueDate()))) {
            ledger = with(ledger, fact);
        }
        ReturnWithFee both = RETURNED.charging(id("FEE-1"), DUE, eur("7.50"));
        for (LedgerFact fact : both.facts()) {
            ledger = with(ledger, fact);
        }
        assertThat(ledger.asOf("2026-03-19").open()).isEqualTo(eur("40"));
        assertThat(ledger.asOf("2026-03-20").open()).isEqualTo(eur("107.50"));
        assertThat(ledger.asOf("2026-03-20").onAccount()).isEqualTo(eur("0"));
        assertThat(ledger.customer(A).openItems())
                .extracting(OpenItem::toString)
                .containsExactly("R1: EUR 100.00 open, due 2026-03-03", "FEE-1: EUR 7.50 open, due 2026-04-03");
    }

    @Test
    void bothAreOfOneCustomerAndOneDay() throws Exception {
        ReturnWithFee both = RETURNED.charging(id("FEE-1"), DUE, eur("7.50"));
        assertThat(both.fee().receivable()).isEqualTo(Receivable.of(id("FEE-1"), A, DAY, DUE, eur("7.50")));
        assertThat(both.facts()).containsExactly(both.returned(), both.fee());
        assertThat(copy(both)).isEqualTo(both);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReturnWithFee(
                        RETURNED, new ReceivablePosted(Receivable.of(id("FEE-1"), B, DAY, DUE, eur("7.50")))))
                .withMessage("fee.customer must be A, but was B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReturnWithFee(
                        RETURNED, new ReceivablePosted(Receivable.of(id("FEE-1"), A, DUE, DUE, eur("7.50")))))
                .withMessage("fee.documentDate must be 2026-03-20, but was 2026-04-03");
    }

    @Test
    void refusesAFeeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RETURNED.charging(id("FEE-1"), DUE, eur("0")))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RETURNED.charging(id("FEE-1"), DAY.minusDays(1), eur("1")))
                .withMessage("dueDate must not be before the document date 2026-03-20, but was 2026-03-19");
    }

    /** ISO 20022, external return reason codes. */
    @ParameterizedTest
    @CsvSource({
        "AM04, INSUFFICIENT_FUNDS",
        "MD01, NO_MANDATE",
        "MD06, REFUSED_BY_PAYER",
        "AC01, NO_ACCOUNT",
        "AC04, ACCOUNT_CLOSED",
        "AC06, ACCOUNT_BLOCKED",
        "AM05, DUPLICATE",
        "MS03, OTHER",
        "'', OTHER"
    })
    void aBankSaysItByACode(String code, Reason reason) {
        assertThat(Reason.ofIso20022(code)).isEqualTo(reason);
    }
}
