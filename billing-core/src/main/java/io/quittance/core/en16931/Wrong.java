package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be wrong, in words. */
final class Wrong {
    private Wrong() {}

    static Optional<Explanation> unless(boolean kept, Explanation otherwise) {
        return kept ? Optional.empty() : Optional.of(otherwise);
    }

    static Explanation missing(String... anyOf) {
        return Explanation.of("rule.missing", "{0} must be given", named(anyOf));
    }

    static Explanation given(String... noneOf) {
        return Explanation.of("rule.given", "{0} must not be given", named(noneOf));
    }

    private static String named(String... ids) {
        return Arrays.stream(ids).map(Vocabulary::named).collect(Collectors.joining(" / "));
    }

    /** A number that is another than it must be. */
    static Explanation not(BigDecimal expected, BigDecimal actual) {
        return Explanation.of("rule.number", "must be {0}, not {1}", expected, actual);
    }

    static Explanation decimals(int most) {
        return Explanation.of("rule.decimals", "must have at most {0} decimal places", most);
    }

    static Explanation negative(BigDecimal actual) {
        return Explanation.of("rule.negative", "must not be negative: {0}", actual);
    }

    static Explanation notPositive(BigDecimal actual) {
        return Explanation.of("rule.not-positive", "must be more than 0: {0}", actual);
    }

    static Explanation count(String id, String expected, int actual) {
        return Explanation.of(
                "rule.count", "{0} must occur {1} times, not {2}", Vocabulary.named(id), expected, actual);
    }

    /** A text that must have a certain form or be one of some; what it is, is not shown. */
    static Explanation form(String expected) {
        return Explanation.of("rule.form", "must be {0}", expected);
    }

    static Explanation before(Object date, Object other) {
        return Explanation.of("rule.before", "{0} must not be before {1}", date, other);
    }

    static Explanation after(Object date, Object other) {
        return Explanation.of("rule.after", "{0} must not be after {1}", date, other);
    }
}
