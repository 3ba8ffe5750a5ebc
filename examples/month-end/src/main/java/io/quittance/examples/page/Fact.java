package io.quittance.examples.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something with a name, such as the number of an order. */
record Fact(String name, String value) {

    /** Collects those that are there, in order. */
    static final class Facts {
        private final Words words;
        private final List<Fact> facts = new ArrayList<>();

        Facts(Words words) {
            this.words = words;
        }

        Facts add(String key, String value) {
            facts.add(new Fact(words.of(key), value));
            return this;
        }

        Facts add(String key, Optional<String> value) {
            value.ifPresent(there -> add(key, there));
            return this;
        }

        List<Fact> all() {
            return List.copyOf(facts);
        }
    }
}
