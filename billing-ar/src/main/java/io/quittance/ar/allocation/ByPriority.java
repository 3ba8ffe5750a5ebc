package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pays items by a rank that the host gives to each, 1 before 2, until the money is gone. Equal ranks go by due date, then
 * document date, then id. With interest before all else, 700 against invoices of 100, 250 and 500 and interest of 7, due in
 * this order, pays 7, 100, 250 and 343 (ar.md 4.5; Dynamics 365, automatic settlement).
 *
 * <pre>{@code
 * ByPriority.of(
 *     new ByPriority.Group("interest", item -> interest.contains(item.id())),
 *     new ByPriority.Group("undisputed", item -> !item.isDisputed()));
 * }</pre>
 *
 * <p>A line's explanation says in which group its item is: {@code interest}, or {@code rank 1} where the ranks are numbers.
 * It can be serialised if the host's functions can, and two are equal if these are.
 */
public final class ByPriority implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;
    private static final String REST = "all else";

    /**
     * Items that come before those of all groups after it.
     *
     * @param name what the explanations call it: {@code interest}
     * @param members whether an item belongs to it
     */
    @SuppressWarnings("serial") // serialisable if the host's is
    public record Group(String name, Predicate<OpenItem> members) implements Serializable {
        /** Checks that both are there. */
        public Group {
            Require.id(name, "name");
            Require.that(!name.equals(REST), "priority.name", "name", "must not be that of what is in no group", name);
            requireNonNull(members, "members");
        }
    }

    /** Where an item stands, and what that place is called. */
    private interface Ranking extends Serializable {
        int rank(OpenItem item);

        String name(int rank);
    }

    private final Ranking ranking;

    private ByPriority(Ranking ranking) {
        this.ranking = requireNonNull(ranking, "ranking");
    }

    /**
     * The ranks of a function.
     *
     * @param rank any whole number; the smallest is paid first. One that depends on what is open of an item loses the promise
     *     that two payments settle what one of both settles
     */
    public static ByPriority of(ToIntFunction<OpenItem> rank) {
        return new ByPriority(new Numbered(requireNonNull(rank, "rank")));
    }

    /**
     * The first group before the second, and what is in none of them last. An item is in the first group that it belongs to.
     *
     * @throws IllegalArgumentException if there is no group, or two have one name
     */
    public static ByPriority of(Group... groups) {
        return new ByPriority(new Grouped(List.of(groups)));
    }

    /**
     * Debts of the first type before those of the second, and those of types that are not named last. By penalty and interest,
     * 130.00 against principal of 100.00 and its younger interest of 7.00 and penalty of 25.00 pays 25.00, 7.00 and 98.00.
     *
     * @throws IllegalArgumentException if there is no type, or one is named twice
     */
    public static ByPriority ofTypes(ReceivableType... types) {
        return new ByPriority(new Typed(List.of(types)));
    }

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        var ranked = new ArrayList<Ranked>();
        request.items().forEach(item -> ranked.add(new Ranked(item, ranking.rank(item)))); // asked once for each item
        ranked.sort(Comparator.comparingInt(Ranked::rank)); // stable: by due date within a rank
        var pour = new Pour("priority", request.available());
        ranked.forEach(one -> pour.into(one.item, ranking.name(one.rank)));
        return pour.lines();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByPriority that && ranking.equals(that.ranking);
    }

    @Override
    public int hashCode() {
        return ranking.hashCode();
    }

    @Override
    public String toString() {
        return "by priority" + ranking;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new ByPriority(ranking);
    }

    private record Ranked(OpenItem item, int rank) {}

    @SuppressWarnings("serial") // serialisable if the host's is
    private record Numbered(ToIntFunction<OpenItem> function) implements Ranking {
        private Numbered {
            requireNonNull(function, "rank");
        }

        @Override
        public int rank(OpenItem item) {
            return function.applyAsInt(item);
        }

        @Override
        public String name(int rank) {
            return "rank " + rank;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private record Typed(List<ReceivableType> types) implements Ranking {
        private Typed {
            types = List.copyOf(Require.notEmpty(types, "types"));
            for (int i = 0; i < types.size(); i++) {
                ReceivableType type = types.get(i);
                Require.that(types.indexOf(type) == i, "priority.type", "types[" + i + "]", "must not repeat", type);
            }
        }

        @Override
        public int rank(OpenItem item) {
            int rank = types.indexOf(item.type());
            return rank < 0 ? types.size() : rank;
        }

        @Override
        public String name(int rank) {
            return rank < types.size() ? types.get(rank).toString() : REST;
        }

        @Override
        public String toString() {
            return ": "
                    + String.join(
                            ", then ",
                            types.stream().map(ReceivableType::toString).toList());
        }
    }

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private record Grouped(List<Group> groups) implements Ranking {
        private Grouped {
            groups = List.copyOf(Require.notEmpty(groups, "groups"));
            var names = new HashSet<String>();
            for (int i = 0; i < groups.size(); i++) {
                String name = groups.get(i).name;
                Require.that(names.add(name), "priority.name", "groups[" + i + "].name", "must not repeat", name);
            }
        }

        @Override
        public int rank(OpenItem item) {
            int rank = 0;
            while (rank < groups.size() && !groups.get(rank).members.test(item)) {
                rank++;
            }
            return rank;
        }

        @Override
        public String name(int rank) {
            return rank < groups.size() ? groups.get(rank).name : REST;
        }

        @Override
        public String toString() {
            return ": "
                    + String.join(", then ", groups.stream().map(Group::name).toList());
        }
    }
}
