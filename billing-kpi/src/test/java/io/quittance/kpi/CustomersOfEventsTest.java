package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.core.money.Amount;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.billing.DisputeCase.Outcome;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.cash.DunnedClaim;
import io.quittance.kpi.cash.PaidPart;
import io.quittance.kpi.cash.Receipt;
import io.quittance.kpi.communication.Contact;
import io.quittance.kpi.communication.Inquiry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An event has the customer that it is given, in all of its states, and nothing else of it changes. */
class CustomersOfEventsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Amount TEN = Amount.of("10.00", "EUR");

    private static final DisputeCase CASE = DisputeCase.opened("D-1", NOON, TEN, "PRICING");
    private static final Receipt RECEIPT = Receipt.received("P-1", NOON, TEN);
    private static final DunnedClaim CLAIM = DunnedClaim.of("I-1", 1, DAY, TEN, NOON);
    private static final Inquiry INQUIRY = Inquiry.received("Q-1", NOON, "mail");
    private static final Operation OPERATION = new Operation("O-1", Operation.Kind.SENT, DAY, true, NOON);

    private static final List<Function<String, KpiEvent>> ALL = List.of(
            CASE::withCustomer,
            RECEIPT::withCustomer,
            CLAIM::withCustomer,
            INQUIRY::withCustomer,
            OPERATION::withCustomer);

    @Test
    void anEventMayHaveNoCustomer() {
        assertThat(CASE.customer()).isNull();
        assertThat(RECEIPT.customer()).isNull();
        assertThat(CLAIM.customer()).isNull();
        assertThat(INQUIRY.customer()).isNull();
        assertThat(OPERATION.customer()).isNull();
    }

    @Test
    void eachStateHasTheCustomer() {
        DisputeCase one = CASE.withCustomer("ACME").ofInvoice("R-1");
        assertThat(Stream.of(
                        one.waitingSince(LATER),
                        one.waited(NOON, LATER),
                        one.asRecorded(LATER),
                        one.resolved(LATER, Outcome.OURS),
                        one.resolved(LATER, Outcome.OURS).reopened("D-1/2", LATER)))
                .extracting(DisputeCase::customer, DisputeCase::invoices)
                .containsOnly(tuple("ACME", Map.of("R-1", TEN)));
        Receipt receipt = RECEIPT.withCustomer("ACME");
        Receipt applied = receipt.applied(Receipt.Line.automatic("I-1", TEN, LATER));
        assertThat(Stream.of(
                        receipt.asPrepayment(),
                        applied,
                        applied.undone("I-1", LATER, Receipt.Reason.ERROR),
                        receipt.wentBack(LATER),
                        receipt.asRecorded(LATER)))
                .extracting(Receipt::customer)
                .containsOnly("ACME");
        assertThat(CLAIM.withCustomer("ACME").paid(PaidPart.of(DAY, TEN), LATER).customer())
                .isEqualTo("ACME");
        Inquiry inquiry = INQUIRY.withCustomer("ACME");
        assertThat(Stream.of(
                        inquiry.answered(LATER),
                        inquiry.repliedAutomatically(LATER),
                        inquiry.resolved(LATER),
                        inquiry.asRecorded(LATER)))
                .extracting(Inquiry::customer)
                .containsOnly("ACME");
    }

    @Test
    void nothingElseChanges() {
        for (Function<String, KpiEvent> each : ALL) {
            assertThat(each.apply("ACME").recordedAt()).isEqualTo(NOON);
            assertThat(each.apply("ACME")).isEqualTo(each.apply("ACME")).isNotEqualTo(each.apply("Bolt"));
        }
        assertThat(RECEIPT.withCustomer("ACME"))
                .isEqualTo(new Receipt("P-1", NOON, "ACME", NOON, TEN, false, List.of(), null));
        assertThat(CLAIM.withCustomer("ACME"))
                .isEqualTo(new DunnedClaim("I-1/1", NOON, "ACME", "I-1", 1, DAY, TEN, List.of()));
        assertThat(INQUIRY.withCustomer("ACME"))
                .isEqualTo(new Inquiry("Q-1", NOON, "ACME", NOON, List.of(), null, "mail"));
        assertThat(OPERATION.withCustomer("ACME"))
                .isEqualTo(new Operation("O-1", Operation.Kind.SENT, "ACME", DAY, true, NOON));
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void aCustomerHasAName() {
        for (Function<String, KpiEvent> each : ALL) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> each.apply(""))
                    .withMessage("customer must have 1 to 200 characters, but was ");
            assertThatNullPointerException().isThrownBy(() -> each.apply(null)).withMessage("newCustomer");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contact.personal("C-1", "", NOON, "mail"))
                .withMessage("customer must have 1 to 200 characters, but was ");
    }
}
