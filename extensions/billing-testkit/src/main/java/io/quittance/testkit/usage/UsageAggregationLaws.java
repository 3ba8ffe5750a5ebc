package io.quittance.testkit.usage;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.Minimum;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import io.quittance.testkit.BrokenLaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The laws of usage aggregations as plain functions: each answers with the laws that are broken, and with an empty list if
 * all is well. An aggregation that throws, or answers with null, breaks {@link UsageAggregationLaw#ANSWERS} by each of them, with the events
 * for which it did. They know nothing of jqwik or JUnit.
 */
public final class UsageAggregationLaws {
    private UsageAggregationLaws() {}

    /** Whether the aggregation answers, always alike, and so does a copy of it by way of the serial form. */
    public static List<BrokenLaw> broken(UsageAggregation aggregation, List<UsageEvent> events, UsageWindow window) {
        return Asked.judged(aggregation, window, List.of(events, events), answers -> {
            Fraction answer = answers.get(0);
            var broken = new ArrayList<>(expect(UsageAggregationLaw.SAME_ANSWER, answer, answers.get(1), events));
            broken.addAll(brokenByCopy(aggregation, events, window, answer));
            return List.copyOf(broken);
        });
    }

    private static List<BrokenLaw> brokenByCopy(
            UsageAggregation aggregation, List<UsageEvent> events, UsageWindow window, Fraction answer) {
        UsageAggregation copy;
        var broken = new ArrayList<BrokenLaw>();
        try {
            copy = copy(aggregation);
            if (!copy.equals(aggregation)) {
                broken.add(new BrokenLaw(UsageAggregationLaw.SERIAL_COPY, copy + " is not equal to " + aggregation));
            }
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return List.of(new BrokenLaw(UsageAggregationLaw.SERIAL_COPY, "cannot be copied: " + e));
        }
        broken.addAll(Asked.judged(
                copy,
                window,
                List.of(events),
                again -> expect(UsageAggregationLaw.SERIAL_COPY, answer, again.get(0), events)));
        return broken;
    }

    /**
     * Whether the same events in another order give the same answer.
     *
     * @param reordered the same events as {@code events}
     */
    public static List<BrokenLaw> brokenByOrder(
            UsageAggregation aggregation, List<UsageEvent> events, List<UsageEvent> reordered, UsageWindow window) {
        return Asked.judged(
                aggregation,
                window,
                List.of(events, reordered),
                answers -> expect(UsageAggregationLaw.ORDER_OF_ARRIVAL, answers.get(0), answers.get(1), reordered));
    }

    /** Whether no events are zero. */
    public static List<BrokenLaw> brokenByNoEvents(UsageAggregation aggregation, UsageWindow window) {
        return Asked.judged(
                aggregation,
                window,
                List.of(List.of()),
                answers -> expect(UsageAggregationLaw.NO_EVENTS, Fraction.ZERO, answers.get(0), List.of()));
    }

    /** Whether the first {@code part} events and the others give together what all give. */
    public static List<BrokenLaw> brokenByParts(
            UsageAggregation aggregation, List<UsageEvent> events, int part, UsageWindow window) {
        return Asked.judged(
                aggregation,
                window,
                List.of(events.subList(0, part), events.subList(part, events.size()), events),
                answers -> expect(
                        UsageAggregationLaw.ADDITIVITY, answers.get(0).plus(answers.get(1)), answers.get(2), events));
    }

    /** Whether the answer lies between the smallest and the largest quantity; one or more events. */
    public static List<BrokenLaw> brokenByExtremes(
            UsageAggregation aggregation, List<UsageEvent> events, UsageWindow window) {
        Fraction low = new Minimum().aggregate(events, window);
        Fraction high = new Maximum().aggregate(events, window);
        return Asked.judged(aggregation, window, List.of(events), answers -> {
            Fraction answer = answers.get(0);
            return low.compareTo(answer) <= 0 && answer.compareTo(high) <= 0
                    ? List.of()
                    : List.of(new BrokenLaw(
                            UsageAggregationLaw.BETWEEN_EXTREMES,
                            answer + " is not between " + low + " and " + high + ": " + events));
        });
    }

    private static List<BrokenLaw> expect(
            UsageAggregationLaw law, Fraction expected, Fraction actual, List<UsageEvent> events) {
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
