package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer about what is owed, and what came of it so far: a customer may reply, promise and pay several times.
 *
 * @param key unique among contacts
 * @param recordedAt when this state was recorded
 * @param customer who was written to or called, as you name it, opaque
 * @param sent when
 * @param automatic whether a machine sent it, such as a reminder; a personal message is none
 * @param level of dunning, from 1 on; 0 if it is of none
 * @param channel such as {@code mail} or {@code phone}
 * @param bounced whether it did not arrive
 * @param answers when the customer replied, in order; none before {@code sent}
 * @param promises when the customer promised to pay, in order; none before {@code sent}
 * @param payments when the customer paid what it is about, in order; before {@code sent} if the money was under way
 */
public record Contact(
        String key,
        Instant recordedAt,
        String customer,
        Instant sent,
        boolean automatic,
        int level,
        String channel,
        boolean bounced,
        List<Instant> answers,
        List<Instant> promises,
        List<Instant> payments)
        implements KpiEvent, Serializable {

    /** Checks the parts, and puts the instants in order. */
    public Contact {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Require.id(customer, "customer");
        Dates.inCalendar(sent, "sent");
        Require.that(level >= 0, "number.negative", "level", "must not be negative", level);
        Require.id(channel, "channel");
        answers = Moments.inOrder(answers, "answers");
        answers.forEach(at -> Moments.notBefore(at, "answers", sent));
        promises = Moments.inOrder(promises, "promises");
        promises.forEach(at -> Moments.notBefore(at, "promises", sent));
        payments = Moments.inOrder(payments, "payments");
    }

    /**
     * One with at most one reply, promise and payment.
     *
     * @param answered when the customer replied, not before {@code sent}; null if not
     * @param promised when the customer promised to pay, not before {@code sent}; null if not
     * @param paid when the customer paid; before {@code sent} if the money was under way; null if not
     */
    public Contact(
            String key,
            Instant recordedAt,
            String customer,
            Instant sent,
            boolean automatic,
            int level,
            String channel,
            boolean bounced,
            @Nullable Instant answered,
            @Nullable Instant promised,
            @Nullable Instant paid) {
        this(
                key,
                recordedAt,
                customer,
                sent,
                automatic,
                level,
                channel,
                bounced,
                Moments.optional(answered),
                Moments.optional(promised),
                Moments.optional(paid));
    }

    /** A personal message as it is sent, recorded at once. */
    public static Contact personal(String key, String customer, Instant sent, String channel) {
        return of(key, customer, sent, false, 0, channel);
    }

    /** An automatic reminder as it is sent, recorded at once. */
    public static Contact reminder(String key, String customer, Instant sent, String channel, int level) {
        return of(key, customer, sent, true, level, channel);
    }

    private static Contact of(String key, String customer, Instant sent, boolean automatic, int level, String channel) {
        return new Contact(
                key, sent, customer, sent, automatic, level, channel, false, List.of(), List.of(), List.of());
    }

    /** The state in which it has come back undelivered, recorded at that time. */
    public Contact bounced(Instant at) {
        return with(recordedNext(requireNonNull(at, "at")), true, answers, promises, payments);
    }

    /** The state with one more reply of the customer, recorded at once. */
    public Contact answered(Instant at) {
        return with(recordedNext(requireNonNull(at, "at")), bounced, Moments.and(answers, at), promises, payments);
    }

    /** The state with one more promise of the customer, recorded at once. */
    public Contact promised(Instant at) {
        return with(recordedNext(requireNonNull(at, "at")), bounced, answers, Moments.and(promises, at), payments);
    }

    /** The state with one more payment of the customer, recorded at once; of money that was under way, as soon as the message is. */
    public Contact paid(Instant at) {
        return with(recordedNext(requireNonNull(at, "at")), bounced, answers, promises, Moments.and(payments, at));
    }

    /** The same state, recorded at another time than when it came about. */
    public Contact asRecorded(Instant at) {
        return with(at, bounced, answers, promises, payments);
    }

    private Contact with(
            Instant recorded,
            boolean newBounced,
            List<Instant> newAnswers,
            List<Instant> newPromises,
            List<Instant> newPayments) {
        return new Contact(
                key,
                recorded,
                customer,
                sent,
                automatic,
                level,
                channel,
                newBounced,
                newAnswers,
                newPromises,
                newPayments);
    }

    /** When the customer first replied; null if not. */
    public @Nullable Instant answered() {
        return Moments.first(answers);
    }

    /** When the customer first promised to pay; null if not. */
    public @Nullable Instant promised() {
        return Moments.first(promises);
    }

    /** When the customer first paid what it is about, before it was sent or after; null if not. */
    public @Nullable Instant paid() {
        return Moments.first(payments);
    }

    /** When the customer first replied, promised or paid after it was sent, if so. */
    public Optional<Instant> response() {
        return Stream.of(answers, promises, payments)
                .flatMap(List::stream)
                .filter(at -> !at.isBefore(sent))
                .min(Comparator.naturalOrder());
    }

    /**
     * Whether the customer had paid when it was sent and not since, before an instant, so that nothing is known of its effect. Who paid a part before and another afterwards may have paid that because of
     * it.
     */
    boolean isAfterPayment(Instant until) {
        return payments.stream().anyMatch(at -> at.isBefore(sent))
                && payments.stream().noneMatch(at -> !at.isBefore(sent) && at.isBefore(until));
    }
}
