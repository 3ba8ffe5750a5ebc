package io.quittance.ar.replay;

import io.quittance.ar.payment.PaymentId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What must hold of the events of an account among each other, before any of them counts. */
final class EventChecks implements AccountEvent.Cases<EventChecks> {
    private final Amount zero;
    /** What can still be clawed back of each payment. */
    private final Map<PaymentId, Amount> payments = new TreeMap<>();

    private final Set<PaymentId> voided = new TreeSet<>();
    private @Nullable CustomerId customer;

    private EventChecks(Amount zero) {
        this.zero = zero;
    }

    /**
     * The payments that are void.
     *
     * @throws IllegalArgumentException if the events are of several customers, void or claw back what never arrived, or claw back
     *     more than arrived
     */
    static Set<PaymentId> voided(List<? extends AccountEvent> events, Amount zero) {
        var checks = new EventChecks(zero);
        events.stream()
                .filter(event -> event instanceof Received)
                .forEach(event -> event.match(checks)); // what is said of a payment may have been recorded before it
        events.stream().filter(event -> !(event instanceof Received)).forEach(event -> event.match(checks));
        return checks.voided;
    }

    @Override
    public EventChecks charged(Charged event) {
        return of(event, event.item().open());
    }

    @Override
    public EventChecks received(Received event) {
        Require.that(
                payments.put(event.payment().id(), event.payment().amount()) == null,
                "replay.payment-twice",
                "payment.id",
                "must not repeat",
                event.payment().id());
        return of(event, event.available());
    }

    @Override
    public EventChecks voided(Voided event) {
        left(event.payment());
        Require.that(
                voided.add(event.payment()), "replay.void-twice", "payment", "must not be void yet", event.payment());
        return of(event, zero);
    }

    @Override
    public EventChecks clawedBack(ClawedBack event) {
        PaymentId payment = event.payment();
        if (payment != null) {
            Amount left = left(payment);
            Require.that(
                    event.amount().isLessThanOrEqualTo(left),
                    "replay.clawback",
                    "amount",
                    "must be at most " + left + ", which was not taken back yet of payment " + payment,
                    event.amount());
            payments.put(payment, left.subtract(event.amount()));
        }
        return of(event, event.amount());
    }

    @Override
    public EventChecks paidOut(PaidOut event) {
        return of(event, event.amount());
    }

    private Amount left(PaymentId payment) {
        Amount left = payments.get(payment);
        if (left == null) {
            throw new InvalidArgumentException("replay.payment", "payment", "must be one that was received", payment);
        }
        return left;
    }

    private EventChecks of(AccountEvent event, Amount amount) {
        String expected = zero.getCurrency().getCurrencyCode();
        String given = amount.getCurrency().getCurrencyCode();
        if (!expected.equals(given)) {
            throw new CurrencyMismatchException("events", expected, given);
        }
        Require.that(
                customer == null || customer.equals(event.customer()),
                "replay.customer",
                "events",
                "must all be of " + customer,
                event.customer());
        customer = event.customer();
        return this;
    }
}
