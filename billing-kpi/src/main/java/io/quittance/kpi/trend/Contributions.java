package io.quittance.kpi.trend;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.trend.Totals.Form;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who or what explains a change: what each customer, reason or item contributes to it. Contributions and {@link #rest()} add up to the change, exactly.
 *
 * <p>Of a sum, a key contributes what its own part of the sum has changed by. Of a quotient {@code v = f × N / D} of totals, with the totals {@code n} and {@code d} of the key, it contributes
 *
 * <pre>(f1 × n1 − v0 × d1) / D1 − (f0 × n0 − v0 × d0) / D0</pre>
 *
 * where 0 is the base and 1 is now: how far it lifts the value above the base now, less how far it did then. Over all keys the first terms add up to {@code v1 − v0} and the second to {@code v0 − v0}. With the weight
 * {@code w = d / D} and the value {@code v = f × n / d} of the key it is {@code w1 × (v1 − v0) + (w1 − w0) × (v0 − V0)}, the change of its own value at its weight now, and the change of its weight times how far it stood from
 * the whole: the decomposition of Foster, Haltiwanger and Krizan (NBER working paper 6803), with the cross term in the first one; a key that is new or gone has the terms of entry and of exit.
 *
 * <p>Overdue was 10 of 100 (10 %) and is 30 of 150 (20 %). Customer A, 10 of 50 and now 30 of 50, contributes (3000 − 500) / 150 − (1000 − 500) / 100 = 11.67 points; B, 0 of 50 and now 0 of 100, −1000 / 150 + 500 / 100 = −1.67.
 *
 * <p>The rest is what no key has: totals of the whole that belong to none of them, and what makes a KPI of the whole other than the totals of its keys. Where there is a {@link #note()}, no key is named and the rest is all of the
 * change: {@code UNDEFINED} where the change has no value, {@code NOT_ADDITIVE} where the KPI is no sum or quotient of totals, such as a median, and {@code FACTOR_UNKNOWN} where a numerator of 0, made of parts that are not
 * 0, does not tell how many times it counts.
 */
public final class Contributions implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Dimension dimension;
    private final Change change;

    @SuppressWarnings("serial") // a list made by Stream.toList, which is serialisable
    private final List<Part> parts;

    private final @Nullable String note;

    /** Follow from the parts, and are computed anew on the way back in. */
    private final transient List<Contribution> lines;

    private Contributions(Dimension dimension, Change change, List<Part> parts, @Nullable String note) {
        this.dimension = requireNonNull(dimension, "dimension");
        this.change = requireNonNull(change, "change");
        this.parts = List.copyOf(parts);
        this.note = note == null ? null : Require.code(note, "note");
        var keys = new HashSet<String>();
        for (Part part : this.parts) {
            Require.that(keys.add(part.key()), "trend.key", "parts", "must have each key once", part.key());
        }
        Require.that(
                note == null || parts.isEmpty(), "trend.note", "parts", "must be empty where there is a note", note);
        lines = note == null ? new Shares(change, parts).lines() : List.of();
    }

    /** The totals of one key in both results. */
    private record Part(String key, Totals base, Totals now) implements Serializable {
        Part {
            requireNonNull(key, "key");
            requireNonNull(base, "base");
            requireNonNull(now, "now");
        }
    }

    /**
     * What some of a few largest contribute, and all others together.
     *
     * @param lines the largest, the largest first
     * @param others the sum of all others, the rest included
     */
    public record Top(List<Contribution> lines, Fraction others) implements Serializable {
        /** Copies the lines. */
        public Top {
            lines = List.copyOf(lines);
            requireNonNull(others, "others");
        }
    }

    /**
     * By the items behind both results, such as invoices. Items that are not listed with a result, as of figures that are sums already, are in the rest.
     */
    public static Contributions ofItems(Change change) {
        return of(Dimension.ITEM, change, byItem(change.base()), byItem(change.now()));
    }

    /**
     * By a property of the items behind both results, such as the reason of a dispute or the customer of an invoice.
     *
     * @param keys the property of each item, by its id; an item that has none is in the rest
     */
    public static Contributions ofItems(Change change, Dimension dimension, Map<String, String> keys) {
        return of(dimension, change, grouped(byItem(change.base()), keys), grouped(byItem(change.now()), keys));
    }

    /**
     * By keys whose totals are known, in any order.
     *
     * @param base the totals of each key in the base; a key that is only in one of the two had no part in the other
     * @param now the totals of each key now
     */
    public static Contributions of(
            Dimension dimension, Change change, Map<String, Totals> base, Map<String, Totals> now) {
        SortedSet<String> keys = new TreeSet<>(base.keySet());
        keys.addAll(now.keySet());
        List<Part> parts = keys.stream()
                .map(key -> new Part(
                        Require.id(key, "key"),
                        base.getOrDefault(key, Totals.NONE),
                        now.getOrDefault(key, Totals.NONE)))
                .filter(part -> !(part.base().equals(Totals.NONE) && part.now().equals(Totals.NONE)))
                .toList();
        Optional<String> note = Shares.note(change, parts);
        return note.isPresent()
                ? without(dimension, change, note.get())
                : new Contributions(dimension, change, parts, null);
    }

    /**
     * A change of which no key can be named, all of which is the {@linkplain #rest() rest}.
     *
     * @param note why, as a code such as {@code NOT_ADDITIVE}
     * @throws IllegalArgumentException if the note is no code
     */
    public static Contributions without(Dimension dimension, Change change, String note) {
        return new Contributions(dimension, change, List.of(), requireNonNull(note, "note"));
    }

    private static SortedMap<String, Totals> byItem(KpiResult result) {
        SortedMap<String, Totals> byItem = new TreeMap<>();
        for (KpiItem item : result.basis().items()) {
            byItem.merge(item.id(), Totals.of(item), Totals::plus);
        }
        return byItem;
    }

    private static SortedMap<String, Totals> grouped(SortedMap<String, Totals> items, Map<String, String> keys) {
        SortedMap<String, Totals> grouped = new TreeMap<>();
        items.forEach((id, totals) -> {
            String key = keys.get(id);
            if (key != null) {
                grouped.merge(key, totals, Totals::plus);
            }
        });
        return grouped;
    }

    /** By what the change is cut. */
    public Dimension dimension() {
        return dimension;
    }

    /** What is explained. */
    public Change change() {
        return change;
    }

    /** What each contributes, the largest first, whatever the sign. */
    public List<Contribution> lines() {
        return lines;
    }

    /** Those whose totals are new, gone or changed, the largest first. */
    public List<Contribution> moved() {
        return lines.stream()
                .filter(line -> line.kind() != Contribution.Kind.UNCHANGED)
                .toList();
    }

    /** What one key contributes, if it is one of them. */
    public Optional<Contribution> line(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    /** What none of the keys contributes: the change less all lines; empty if the change has no value. */
    public Optional<Fraction> rest() {
        return change.absolute().value().map(all -> all.minus(sum(lines)));
    }

    /**
     * So many of those that {@linkplain #moved() moved}, and all others as a sum: of contributions of 5, −3 and 1, the top 2 are 5 and −3, and others are 1. Empty if the change has no value.
     *
     * @param most 1 or more
     */
    public Optional<Top> top(int most) {
        Require.that(most >= 1, "trend.top", "most", "must be 1 or more", most);
        List<Contribution> largest = moved().stream().limit(most).toList();
        return change.absolute().value().map(all -> new Top(largest, all.minus(sum(largest))));
    }

    /** Why no key is named, as a code; empty where they are. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    private static Fraction sum(List<Contribution> lines) {
        return lines.stream().map(Contribution::amount).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The arithmetic of two results. */
    private static final class Shares {
        private final Change change;
        private final List<Part> parts;
        private final Form form;

        Shares(Change change, List<Part> parts) {
            this.change = change;
            this.parts = parts;
            Require.that(note(change, parts).isEmpty(), "trend.note", "note", "must be given for " + change, null);
            form = form(change).orElse(Form.SUM);
        }

        static Optional<Form> form(Change change) {
            return Totals.form(change.base())
                    .filter(form ->
                            Totals.form(change.now()).filter(form::equals).isPresent());
        }

        static Optional<String> note(Change change, List<Part> parts) {
            if (change.absolute().value().isEmpty()) {
                return Optional.of("UNDEFINED");
            }
            Optional<Form> form = form(change);
            if (form.isEmpty()) {
                return Optional.of("NOT_ADDITIVE");
            }
            boolean isKnown = form.get() == Form.SUM
                    || (isKnown(change.base(), parts.stream().map(Part::base).toList())
                            && isKnown(
                                    change.now(), parts.stream().map(Part::now).toList()));
            return isKnown ? Optional.empty() : Optional.of("FACTOR_UNKNOWN");
        }

        /** Where all numerators are 0, any factor will do. */
        private static boolean isKnown(KpiResult result, List<Totals> totals) {
            return Totals.factor(result).isPresent()
                    || totals.stream().allMatch(each -> each.numerator().signum() == 0);
        }

        List<Contribution> lines() {
            Fraction reference = change.base().value().orElse(Fraction.ZERO);
            return parts.stream()
                    .map(part -> new Contribution(
                            part.key(),
                            part.base(),
                            part.now(),
                            lift(change.now(), part.now(), reference)
                                    .minus(lift(change.base(), part.base(), reference))))
                    .sorted(Contribution.LARGEST_FIRST)
                    .toList();
        }

        /** How far the part lifts the whole above the reference. */
        private Fraction lift(KpiResult whole, Totals part, Fraction reference) {
            if (form == Form.SUM) {
                return part.numerator();
            }
            Fraction above = part.numerator().times(Totals.factor(whole).orElse(Fraction.ZERO));
            Fraction below = whole.basis().denominator().orElse(Fraction.ONE);
            return above.minus(reference.times(part.denominator())).dividedBy(below);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contributions that
                && dimension.equals(that.dimension)
                && change.equals(that.change)
                && parts.equals(that.parts)
                && Objects.equals(note, that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dimension, change, parts);
    }

    /** For example {@code 12 contributions by customer}. */
    @Override
    public String toString() {
        return lines.size()
                + (lines.size() == 1 ? " contribution by " : " contributions by ")
                + dimension
                + (note == null ? "" : ", " + note);
    }

    private Object readResolve() {
        return new Contributions(dimension, change, parts, note);
    }
}
