package io.quittance.testkit.usage;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Minimum;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import io.quittance.testkit.usage.BrokenLaw.Law;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The laws of usage aggregations as plain functions: each answers with the laws that are broken, and with an empty list if
 * all is well. They know nothing of jqwik or JUnit.
 */
public final class UsageAggregationLaws {
    private UsageAggregationLaws() {}

    /** Whether the aggregation answers, always alike, and so does a copy of it by way of the serial form. */
    public static List<BrokenLaw> broken(UsageAggregation aggregation, List<UsageEvent> events, UsageWindow window) {
        Fraction answer;
        try {
            answer = aggregation.aggregate(List.copyOf(events), window);
        } catch (RuntimeException e) {
            return List.of(new BrokenLaw(Law.ANSWERS, "threw " + e + " for " + events));
        }
        if (answer == null) {
            return List.of(new BrokenLaw(Law.ANSWERS, "answered null for " + events));
        }
        var broken = new ArrayList<BrokenLaw>();
        broken.addAll(expect(Law.SAME_ANSWER, answer, aggregation.aggregate(events, window), events));
        try {
            UsageAggregation copy = copy(aggregation);
            if (!copy.equals(aggregation)) {
                broken.add(new BrokenLaw(Law.SERIAL_COPY, copy + " is not equal to " + aggregation));
            }
            broken.addAll(expect(Law.SERIAL_COPY, answer, copy.aggregate(events, window), events));
        } catch (IOException | ClassNotFoundException e) {
            broken.add(new BrokenLaw(Law.SERIAL_COPY, "cannot be copied: " + e));
        }
        return List.copyOf(broken);
    }

    /**
     * Whether the same events in another order give the same answer.
     *
     * @param reordered the same events as {@code events}
     */
    public static List<BrokenLaw> brokenByOrder(
            UsageAggregation aggregation, List<UsageEvent> events, List<UsageEvent> reordered, UsageWindow window) {
        return expect(
                Law.ORDER_OF_ARRIVAL,
                aggregation.aggregate(events, window),
                aggregation.aggregate(reordered, window),
                reordered);
    }

    /** Whether no events are zero. */
    public static List<BrokenLaw> brokenByNoEvents(UsageAggregation aggregation, UsageWindow window) {
        return expect(Law.NO_EVENTS, Fraction.ZERO, aggregation.aggregate(List.of(), window), List.of());
    }

    /** Whether the first {@code part} events and the others give together what all give. */
    public static List<BrokenLaw> brokenByParts(
            UsageAggregation aggregation, List<UsageEvent> events, int part, UsageWindow window) {
        Fraction first = aggregation.aggregate(events.subList(0, part), window);
        Fraction others = aggregation.aggregate(events.subList(part, events.size()), window);
        return expect(Law.ADDITIVITY, first.plus(others), aggregation.aggregate(events, window), events);
    }

    /** Whether the answer lies between the smallest and the largest quantity; one or more events. */
    public static List<BrokenLaw> brokenByExtremes(
            UsageAggregation aggregation, List<UsageEvent> events, UsageWindow window) {
        Fraction answer = aggregation.aggregate(events, window);
        Fraction low = new Minimum().aggregate(events, window);
        Fraction high = new Maximum().aggregate(events, window);
        return low.compareTo(answer) <= 0 && answer.compareTo(high) <= 0
                ? List.of()
                : List.of(new BrokenLaw(
                        Law.BETWEEN_EXTREMES, answer + " is not between " + low + " and " + high + ": " + events));
    }

    private static List<BrokenLaw> expect(Law law, Fraction expected, Fraction actual, List<UsageEvent> events) {
        return expected.equals(actual)
                ? List.of()
                : List.of(new BrokenLaw(law, actual + " instead of " + expected + ": " + events));
    }

    private static UsageAggregation copy(UsageAggregation aggregation) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(aggregation);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (UsageAggregation) in.readObject();
        }
    }
}
