package io.quittance.core.en16931;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document, or a part of one, in the semantic model of EN 16931: its business terms (BT) with their values, and the groups (BG)
 * within it. What it says may be wrong or missing; that is for a {@link RuleSet} to find. Only what the standard does not know, or
 * knows in another place, is refused, and what cannot be read as the number or day that it must be.
 *
 * <pre>{@code
 * BusinessGroup.Builder document = BusinessGroup.document().put("BT-1", "R-7").put("BT-2", "2026-03-31");
 * document.add(BusinessGroup.of("BG-22").put("BT-115", "119.00", "EUR"));
 * RuleSet.EN16931.check(document.build());
 * }</pre>
 */
public final class BusinessGroup implements Serializable {
    /**
     * What a term says.
     *
     * @param text words, a code, a date as ISO 8601 or a decimal, as it is written
     * @param qualifierCode the scheme of an identifier, or the currency of an amount; null where none is named
     */
    public record Value(String text, @Nullable String qualifierCode) implements Serializable {

        /** Checks that there is a text. */
        public Value {
            requireNonNull(text, "text");
        }

        /** The scheme of an identifier, or the currency of an amount, if it is named. */
        public Optional<String> qualifier() {
            return Optional.ofNullable(qualifierCode);
        }
    }

    private static final long serialVersionUID = 1L;

    private final String id;

    @SuppressWarnings("serial") // linked maps of lists made by List.copyOf, which are serialisable
    private final Map<String, List<Value>> terms;

    @SuppressWarnings("serial") // as above
    private final Map<String, List<BusinessGroup>> groups;

    private BusinessGroup(Builder builder) {
        id = builder.id;
        terms = new LinkedHashMap<>();
        builder.terms.forEach((term, values) -> terms.put(term, List.copyOf(values)));
        groups = new LinkedHashMap<>();
        builder.groups.forEach((group, parts) -> groups.put(group, List.copyOf(parts)));
    }

    /** Starts a whole document. */
    public static Builder document() {
        return new Builder(Vocabulary.DOCUMENT);
    }

    /**
     * Starts a group.
     *
     * @param id such as {@code BG-25}; {@code document} is the whole
     * @throws IllegalArgumentException if the standard has no such group
     */
    public static Builder of(String id) {
        Vocabulary.parentOf(id);
        return new Builder(id);
    }

    /** Which group it is, {@code document} for the whole. */
    public String id() {
        return id;
    }

    /** What a term says, in order; empty where it is absent. */
    public List<Value> values(String term) {
        return terms.getOrDefault(term, List.of());
    }

    /** What a term says first, if it is there. */
    public Optional<String> text(String term) {
        List<Value> values = values(term);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0).text());
    }

    /** The number that a term says, with the decimal places that it is written with, if it is there. */
    public Optional<BigDecimal> number(String term) {
        return text(term).map(BigDecimal::new);
    }

    /** The day that a term says, if it is there. */
    public Optional<LocalDate> date(String term) {
        return text(term).map(LocalDate::parse);
    }

    /** Whether a term is there. */
    public boolean has(String term) {
        return terms.containsKey(term);
    }

    /** Whether one of some terms is there. */
    public boolean hasAny(String... anyOf) {
        for (String term : anyOf) {
            if (has(term)) {
                return true;
            }
        }
        return false;
    }

    /** The groups of one kind directly within this one, in order. */
    public List<BusinessGroup> groups(String group) {
        return groups.getOrDefault(group, List.of());
    }

    /** The first group of one kind directly within this one, if there is one. */
    public Optional<BusinessGroup> group(String group) {
        return groups(group).stream().findFirst();
    }

    /** The terms that are there, in the order in which they were put. */
    public List<String> terms() {
        return List.copyOf(terms.keySet());
    }

    /** The kinds of groups that are there, in the order in which they were added. */
    public List<String> groupIds() {
        return List.copyOf(groups.keySet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BusinessGroup that
                && id.equals(that.id)
                && terms.equals(that.terms)
                && groups.equals(that.groups);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id.hashCode() + terms.hashCode()) + groups.hashCode();
    }

    /** Which terms it has, not what they say: that may tell of persons. */
    @Override
    public String toString() {
        return id + " " + terms.keySet() + " " + groups.keySet();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        Builder copy = of(id); // the document is one of the groups
        terms.forEach((term, values) -> values.forEach(value -> copy.put(term, value.text(), value.qualifierCode())));
        groups.forEach((group, parts) -> parts.forEach(copy::add));
        return copy.build();
    }

    /** Collects a group; not safe to share between threads. */
    public static final class Builder {
        private final String id;
        private final Map<String, List<Value>> terms = new LinkedHashMap<>();
        private final Map<String, List<BusinessGroup>> groups = new LinkedHashMap<>();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Puts what a term says, after what it says already.
         *
         * @param text words, a code, a date as ISO 8601 or a decimal
         * @throws IllegalArgumentException if the term does not stand in this group, or is a number or day and the text is none
         */
        public Builder put(String term, String text) {
            return put(term, text, null);
        }

        /** As {@link #put(String, String)}, a number. */
        public Builder put(String term, BigDecimal number) {
            return put(term, number.toPlainString(), null);
        }

        /**
         * As {@link #put(String, String)}, with the scheme of an identifier or the currency of an amount.
         *
         * @param qualifier null where none is named
         */
        public Builder put(String term, String text, @Nullable String qualifier) {
            Vocabulary.Term known = Vocabulary.term(term);
            if (!known.group().equals(id)) {
                throw new InvalidArgumentException(
                        "en16931.place", term, "must stand in " + known.group() + ", not in " + id, null);
            }
            switch (known.kind()) {
                case AMOUNT, NUMBER -> Require.decimal(text, term);
                case DATE -> Dates.parse(text, term);
                case TEXT -> Require.that(!text.isBlank(), "en16931.blank", term, "must not be blank", null);
            }
            terms.computeIfAbsent(term, name -> new ArrayList<>()).add(new Value(text, qualifier));
            return this;
        }

        /** As {@link #put(String, String)}, where there is something to say. */
        public Builder put(String term, Optional<String> text) {
            text.ifPresent(words -> put(term, words));
            return this;
        }

        /**
         * Adds a group within this one, after those that are there.
         *
         * @throws IllegalArgumentException if it does not stand in this group
         */
        public Builder add(BusinessGroup group) {
            String parent = Vocabulary.parentOf(group.id());
            if (!parent.equals(id)) {
                throw new InvalidArgumentException(
                        "en16931.place", group.id(), "must stand in " + parent + ", not in " + id, null);
            }
            groups.computeIfAbsent(group.id(), name -> new ArrayList<>()).add(group);
            return this;
        }

        /** As {@link #add(BusinessGroup)}, one that is still being built. */
        public Builder add(Builder group) {
            return add(group.build());
        }

        /** Whether nothing was put in it yet. */
        public boolean isEmpty() {
            return terms.isEmpty() && groups.isEmpty();
        }

        /** The group. */
        public BusinessGroup build() {
            return new BusinessGroup(this);
        }
    }
}
