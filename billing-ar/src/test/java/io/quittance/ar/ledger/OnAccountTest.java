package io.quittance.ar.ledger;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.allocation.Waterfall.Advance;
import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instalments of 100.00 of 1 February, due on 10 March and on 20 April, and 100.00 of 1 March on account. */
class OnAccountTest {
    private static final List<ReceivableType> PRINCIPAL = List.of(ReceivableType.PRINCIPAL);
    private static final AllocationStrategy LAST_IN_ADVANCE = Waterfall.byItem(
                    new Tier(Standing.PAST_DUE, PRINCIPAL),
                    new Tier(Standing.DUE, PRINCIPAL),
                    new Tier(Standing.IN_ADVANCE, PRINCIPAL))
            .inAdvance(Advance.LAST);
    private static final CustomerLedger LEDGER = CustomerLedger.empty(A, eur("0").getCurrency())
            .post(entry("K1", instalment("I1", "2026-03-10")))
            .ledger()
            .post(entry("K2", instalment("I2", "2026-04-20")))
            .ledger()
            .post(entry("K3", new PaymentReceived(payment("P1", "2026-03-01", "100"))))
            .ledger();

    private static LedgerFact instalment(String id, String due) {
        return new ReceivablePosted(
                Receivable.of(id(id), A, LocalDate.parse("2026-02-01"), LocalDate.parse(due), eur("100")));
    }

    private static LedgerEntry entry(String key, LedgerFact fact) {
        return LedgerEntry.of(key, fact, Instant.parse("2026-03-01T09:00:00Z"));
    }

    private static List<String> settled(String date) {
        return OnAccount.settle(LEDGER, LAST_IN_ADVANCE, LocalDate.parse(date)).stream()
                .map(fact -> fact.allocation().lines() + " on " + fact.effectiveDate())
                .toList();
    }

    /** From 10 March on the first is due, and comes first; until then, as on the day of the payment, both are in advance. */
    @Test
    void theDayOfTheSettlementSaysWhatIsDue() {
        assertThat(settled("2026-03-25")).containsExactly("[EUR 100.00 to I1] on 2026-03-25");
        assertThat(settled("2026-03-10")).containsExactly("[EUR 100.00 to I1] on 2026-03-10");
        assertThat(settled("2026-03-09")).containsExactly("[EUR 100.00 to I2] on 2026-03-09");
        var facts = new ArrayList<>(OnAccount.settle(LEDGER, LAST_IN_ADVANCE, LocalDate.parse("2026-03-25")));
        CustomerLedger after = LEDGER.post(entry("K4", facts.get(0))).ledger();
        assertThat(after.openItems())
                .singleElement()
                .satisfies(open -> assertThat(open.id().value()).isEqualTo("I2"));
    }

    @Test
    void aCreditIsNoMoney() {
        Credit note = Credit.of(PaymentId.of("N1"), A, LocalDate.parse("2026-03-01"), eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentReceived(note.asPayment()))
                .withMessage("payment must be money that arrived, not a credit, but was N1");
    }
}
