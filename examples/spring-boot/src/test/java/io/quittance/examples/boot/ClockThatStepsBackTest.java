package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.core.billing.Billing;
import io.quittance.core.id.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Entries of a customer are recorded in order, also where the clock of the machine is put right in between. */
class ClockThatStepsBackTest {
    private static final Instant NOON = Instant.parse("2026-02-20T12:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-02-20T11:00:00Z");

    private final BookKeeper keeper = new BookKeeper();

    private void pay(Instant now, String customer, String id) {
        var controller =
                new PaymentController(keeper, new OldestDueFirst(), Clock.fixed(now, ZoneOffset.UTC), Service.JSON);
        var fact = Service.JSON.readTree(Requests.payment(id, customer, "1.00")).at("/fact");
        assertThat(controller.post(new PaymentController.PaymentRequest(fact)).getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    private void bill(Instant now, String customer) {
        var controller = new BillController(Billing.engine(), keeper, Clock.fixed(now, ZoneOffset.UTC));
        var request = Service.JSON.readValue(Requests.bill(customer), BillRequest.class);
        assertThat(controller.issue(request).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    private void isRecorded(String customer, Instant... at) {
        assertThat(keeper.books()
                        .ledger("EUR")
                        .customer(CustomerId.of(customer))
                        .entries())
                .extracting(LedgerEntry::recordedAt)
                .containsExactly(at);
    }

    @Test
    void aPaymentIsRecordedWithTheLastEntry() {
        pay(NOON, "ACME", "P-1");
        pay(ELEVEN, "ACME", "P-2");

        isRecorded("ACME", NOON, NOON);
    }

    @Test
    void anInvoiceIsToo() {
        pay(NOON, "ACME", "P-1");
        bill(ELEVEN, "ACME");

        isRecorded("ACME", NOON, NOON);
    }

    @Test
    void otherCustomersAreRecordedByTheClock() {
        pay(NOON, "ACME", "P-1");
        pay(ELEVEN, "OTHER", "P-2");

        isRecorded("OTHER", ELEVEN);
    }
}
