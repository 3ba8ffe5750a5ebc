package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.time.Turnaround;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question or complaint of a customer, and what became of it so far. {@code Inquiry.received("I-1", monday, "mail").answered(tuesday)} is the state that is recorded on
 * Tuesday.
 *
 * @param key unique among inquiries
 * @param recordedAt when this state was recorded
 * @param customer who asks, as you name it, opaque; null if it is not known
 * @param received when it came in
 * @param replies in order; none before {@code received}
 * @param resolved when the issue was settled, not before {@code received}; null as long as it is not
 * @param channel through which it came, such as {@code mail} or {@code phone}
 */
public record Inquiry(
        String key,
        Instant recordedAt,
        @Nullable String customer,
        Instant received,
        List<Reply> replies,
        @Nullable Instant resolved,
        String channel)
        implements KpiEvent, Serializable {

    /**
     * A reply to the customer.
     *
     * @param at when
     * @param automatic whether a machine says that the inquiry has come in, which answers nothing
     */
    public record Reply(Instant at, boolean automatic) implements Serializable {
        /** Checks the instant. */
        public Reply {
            Dates.inCalendar(at, "at");
        }
    }

    /** Checks that nothing comes before the inquiry, and puts the replies in order. */
    public Inquiry {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Require.optionalId(customer, "customer");
        Dates.inCalendar(received, "received");
        replies = requireNonNull(replies, "replies").stream()
                .sorted(Comparator.comparing(Reply::at).thenComparing(Reply::automatic))
                .toList();
        for (Reply reply : replies) {
            Moments.notBefore(reply.at(), "replies", received);
        }
        Moments.notBefore(resolved, "resolved", received);
        Require.id(channel, "channel");
    }

    /** As it comes in, recorded at once. */
    public static Inquiry received(String key, Instant received, String channel) {
        return new Inquiry(key, received, null, received, List.of(), null, channel);
    }

    /** The same, of this customer. */
    public Inquiry withCustomer(String newCustomer) {
        return new Inquiry(
                key, recordedAt, requireNonNull(newCustomer, "newCustomer"), received, replies, resolved, channel);
    }

    /** The state with an answer of a person who knows, recorded at once. */
    public Inquiry answered(Instant at) {
        return replied(new Reply(at, false));
    }

    /** The state with an automatic reply, recorded at once; it does not count as an answer. */
    public Inquiry repliedAutomatically(Instant at) {
        return replied(new Reply(at, true));
    }

    private Inquiry replied(Reply reply) {
        var more = new ArrayList<>(replies);
        more.add(reply);
        return new Inquiry(key, recordedNext(reply.at()), customer, received, more, resolved, channel);
    }

    /** The state with the issue settled, recorded at once. */
    public Inquiry resolved(Instant at) {
        return new Inquiry(key, recordedNext(requireNonNull(at, "at")), customer, received, replies, at, channel);
    }

    /** The same state, recorded at another time than when it came about. */
    public Inquiry asRecorded(Instant at) {
        return new Inquiry(key, at, customer, received, replies, resolved, channel);
    }

    /** When the first answer was given that is not automatic, if there is one; what is resolved is answered, such as on the phone. */
    public Optional<Instant> firstAnswer() {
        return Stream.concat(
                        replies.stream().filter(reply -> !reply.automatic()).map(Reply::at),
                        Optional.ofNullable(resolved).stream())
                .min(Comparator.naturalOrder());
    }

    /** From its receipt to the first answer. */
    Turnaround untilAnswered() {
        return new Turnaround(key, received, firstAnswer().orElse(null));
    }

    /** From its receipt to the settlement. */
    Turnaround untilResolved() {
        return new Turnaround(key, received, resolved);
    }
}
