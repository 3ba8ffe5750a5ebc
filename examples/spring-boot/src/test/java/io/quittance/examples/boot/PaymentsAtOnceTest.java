package io.quittance.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.LedgerEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** Two payments of a customer at once, in the order in which it goes wrong if a payment is recorded at the time at which it came. */
class PaymentsAtOnceTest {
    private static final Instant START = Instant.parse("2026-02-20T10:00:00Z");

    private final BookKeeper keeper = new BookKeeper();

    private PaymentController controller(Clock clock) {
        return new PaymentController(keeper, new OldestDueFirst(), clock, Service.JSON);
    }

    private HttpStatus pay(PaymentController controller, String id) {
        String request = Requests.payment(id, "ACME", "1.00");
        var fact = Service.JSON.readTree(request).at("/fact");
        return (HttpStatus)
                controller.post(new PaymentController.PaymentRequest(fact)).getStatusCode();
    }

    /** A second later whenever it is asked. Once it has told one of these times, and before that is used, another payment is posted. */
    private final class Interrupted extends Clock {
        private final int interruptedAt;
        private int read;

        private Interrupted(int interruptedAt) {
            this.interruptedAt = interruptedAt;
        }

        @Override
        public Instant instant() {
            read++;
            Instant now = START.plusSeconds(read);
            if (read == interruptedAt) {
                assertThat(pay(controller(this), "BETWEEN")).isEqualTo(HttpStatus.CREATED);
            }
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the service asks for instants");
        }
    }

    /** The first time is that of the request, the second that of the entry, while the version is being replaced. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aPaymentThatComesInBetweenIsRecordedBefore(int interruptedAt) {
        assertThat(pay(controller(new Interrupted(interruptedAt)), "FIRST")).isEqualTo(HttpStatus.CREATED);

        assertThat(keeper.books().ledger("EUR").customers().get(0).entries())
                .extracting(entry -> entry.key().value())
                .containsExactly("payment BETWEEN", "payment FIRST");
        assertThat(keeper.books().ledger("EUR").customers().get(0).entries())
                .extracting(LedgerEntry::recordedAt)
                .isSorted();
    }
}
