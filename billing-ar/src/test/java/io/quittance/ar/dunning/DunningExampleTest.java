package io.quittance.ar.dunning;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.Samples;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that docs/dunning.md begins with. */
class DunningExampleTest {
    private final Amount five = eur("5");
    private final Amount ten = eur("10");
    private final CustomerId customer = Samples.A;
    private final Instant now = Instant.parse("2026-03-15T09:00:00Z");
    private final LateInterest statutory =
            LateInterest.of(RateTable.constant("10"), DayBasis.ACTUAL_365, Rounding.halfUp(2));

    @Test
    void remindsOnceOnADayAndClaimsMoreLater() {
        Ledger ledger = Ledger.empty("EUR")
                .post(LedgerEntry.of("r-1", new ReceivablePosted(receivable("R1", "2026-03-01", "1000")), now))
                .ledger();
        CollectionHistory history = sent(ledger, CollectionHistory.empty(customer), LocalDate.parse("2026-03-15"));
        assertThat(history.version()).isEqualTo(1);
        assertThat(sent(ledger, history, LocalDate.parse("2026-03-15"))).isSameAs(history);
        CollectionHistory twice = sent(ledger, history, LocalDate.parse("2026-03-29"));
        assertThat(twice.asOf(AsOf.endOf("2026-03-29")).contacts())
                .extracting(letter -> letter.contact().claimed())
                .containsExactly(eur("1000"), eur("1012.67")); // 28 days of 10 % are 7.67, and 5.00
    }

    private CollectionHistory sent(Ledger ledger, CollectionHistory before, LocalDate today) {
        CollectionHistory history = before;
        // docs/dunning.md begins
        DunningPolicy policy = DunningPolicy.of(
                        "EUR",
                        DunningScope.CUSTOMER,
                        List.of(
                                DunningLevel.of("reminder", -5, 3, ContactKind.REMINDER),
                                DunningLevel.of("first letter", 14, 7, ContactKind.LETTER),
                                DunningLevel.of("second letter", 28, 10, ContactKind.LETTER)
                                        .fee(LateFee.of(five))
                                        .interest(statutory),
                                DunningLevel.of("call", 42, 5, ContactKind.CALL),
                                DunningLevel.of("handover", 70, 14, ContactKind.COLLECTIONS)))
                .grace(3)
                .onlyFrom(OverdueCondition.NONE.total(ten));
        DunningAccount account = DunningAccount.of(ledger.customer(customer), history, AsOf.endOf(today));
        DunningDecision decision = DunningRun.on(today).decide(account, policy);
        for (DunningNotice notice : decision.notices(ContactKind.LETTER)) {
            // send it, then record that it went out
            history = history.with(CollectionEntry.of(notice.key(), customer, notice.contact("post"), now));
        }
        // docs/dunning.md ends
        return history;
    }
}
