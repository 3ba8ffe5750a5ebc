package io.quittance.examples.erp;

import io.quittance.core.error.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** What a command did, counted by several threads, and what a person should look at: ids and codes, no names. */
final class Tally {
    private final Map<String, Long> counts = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListSet<String> attention = new ConcurrentSkipListSet<>();

    void add(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    void attention(String text) {
        attention.add(text);
    }

    /** What the rules refused is for a person to look at, and stops nothing else; anything else is an error of the program, and does. */
    void refused(Object what, RuntimeException e) {
        if (!(e instanceof Refusal)) {
            throw e;
        }
        // the messages of the library have no personal data
        attention(what + ": " + e.getMessage());
    }

    List<String> attention() {
        return List.copyOf(attention);
    }

    /** For example {@code contracts 3, documents 4}. */
    @Override
    public String toString() {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", "));
    }
}
