package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * An event that does not count in a period, and why.
 *
 * @param position where it stood in the input, from 0
 * @param event the event
 * @param code what is wrong with it
 * @param explanation the same in words
 */
public record UsageFinding(int position, UsageEvent event, Code code, Explanation explanation) implements Serializable {

    /** Checks that all are there. */
    public UsageFinding {
        Require.that(position >= 0, "number.negative", "position", "must not be negative", position);
        requireNonNull(event, "event");
        requireNonNull(code, "code");
        requireNonNull(explanation, "explanation");
    }

    /** The key of the event. */
    public String key() {
        return event.key();
    }

    /** For example {@code [3] e-1: reported before, with the same content}. */
    @Override
    public String toString() {
        return "[" + position + "] " + key() + ": " + explanation;
    }

    /** What may be wrong with an event. Where several things are, the first of these that applies is reported. */
    public enum Code {
        /** An event with this key and the same content came before. */
        DUPLICATE("usage.duplicate"),
        /** An event with this key and other content came before; the first one stands. */
        CONFLICT("usage.conflict"),
        /** Another customer's. */
        OTHER_CUSTOMER("usage.other-customer"),
        /** Of a meter that no charge asks for. */
        UNKNOWN_METER("usage.unknown-meter"),
        /** Of a meter that charges ask for, but with dimensions that none of them counts. */
        OTHER_DIMENSIONS("usage.other-dimensions"),
        /** Before the period: late usage, which belongs to a period that may have been billed. */
        EARLIER_PERIOD("usage.earlier-period"),
        /** At or after the end of the period. */
        LATER_PERIOD("usage.later-period");

        private final String key;

        Code(String key) {
            this.key = key;
        }

        /** The key of the explanation. */
        String key() {
            return key;
        }
    }
}
