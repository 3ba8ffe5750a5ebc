package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer about what is owed, and what came of it so far.
 *
 * @param key unique among contacts
 * @param recordedAt when this state was recorded
 * @param customer who was written to or called
 * @param sent when
 * @param automatic whether a machine sent it, such as a reminder; a personal message is none
 * @param level of dunning, from 1 on; 0 if it is of none
 * @param channel such as {@code mail} or {@code phone}
 * @param bounced whether it did not arrive
 * @param answered when the customer replied, not before {@code sent}; null if not
 * @param promised when the customer promised to pay, not before {@code sent}; null if not
 * @param paid when the customer paid what it is about; before {@code sent} if the money was under way; null if not
 */
public record Contact(
        String key,
        Instant recordedAt,
        CustomerId customer,
        Instant sent,
        boolean automatic,
        int level,
        String channel,
        boolean bounced,
        @Nullable Instant answered,
        @Nullable Instant promised,
        @Nullable Instant paid)
        implements KpiEvent, Serializable {

    /** Checks the parts. */
    public Contact {
        Require.id(key, "key");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(customer, "customer");
        Dates.inCalendar(sent, "sent");
        Require.that(level >= 0, "number.negative", "level", "must not be negative", level);
        Require.id(channel, "channel");
        Moments.notBefore(answered, "answered", sent);
        Moments.notBefore(promised, "promised", sent);
        if (paid != null) {
            Dates.inCalendar(paid, "paid");
        }
    }

    /** A personal message as it is sent, recorded at once. */
    public static Contact personal(String key, CustomerId customer, Instant sent, String channel) {
        return new Contact(key, sent, customer, sent, false, 0, channel, false, null, null, null);
    }

    /** An automatic reminder as it is sent, recorded at once. */
    public static Contact reminder(String key, CustomerId customer, Instant sent, String channel, int level) {
        return new Contact(key, sent, customer, sent, true, level, channel, false, null, null, null);
    }

    /** The state in which it has come back undelivered. */
    public Contact bounced(Instant recordedAt) {
        return new Contact(key, recordedAt, customer, sent, automatic, level, channel, true, answered, promised, paid);
    }

    /** The state with a reply of the customer, recorded at once. */
    public Contact answered(Instant at) {
        return new Contact(key, at, customer, sent, automatic, level, channel, bounced, at, promised, paid);
    }

    /** The state with a promise of the customer, recorded at once. */
    public Contact promised(Instant at) {
        return new Contact(key, at, customer, sent, automatic, level, channel, bounced, answered, at, paid);
    }

    /** The state with a payment of the customer, recorded at once. */
    public Contact paid(Instant at) {
        return new Contact(key, at, customer, sent, automatic, level, channel, bounced, answered, promised, at);
    }

    /** The same state, recorded at another time than when it came about. */
    public Contact asRecorded(Instant at) {
        return new Contact(key, at, customer, sent, automatic, level, channel, bounced, answered, promised, paid);
    }

    /** When the customer first replied, promised or paid, if so. */
    public Optional<Instant> response() {
        return Stream.of(Optional.ofNullable(answered), Optional.ofNullable(promised), Optional.ofNullable(paid))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Whether the customer had paid when it was sent, so that nothing is known of its effect. */
    public boolean isAfterPayment() {
        return paid != null && paid.isBefore(sent);
    }
}
