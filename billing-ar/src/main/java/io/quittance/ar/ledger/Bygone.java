package io.quittance.ar.ledger;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was there for some days and is gone, by those days: what was there on one of them is found in its number times a logarithm,
 * however much was there on others. Versions share all that they have in common (an AVL tree by the first day, in which each node
 * knows the latest end below it: the interval tree of Cormen et al., Introduction to Algorithms, 14.3).
 *
 * @param <K> what names it
 */
final class Bygone<K extends Comparable<K>> {
    final @Nullable Node<K> root;

    private Bygone(@Nullable Node<K> root) {
        this.root = root;
    }

    static <K extends Comparable<K>> Bygone<K> empty() {
        return new Bygone<>(null);
    }

    /** With one more. */
    Bygone<K> with(Days days, K key) {
        return new Bygone<>(put(root, new Stay<>(days, key)));
    }

    /** Without the one of these days and that key, if there is one. */
    Bygone<K> without(Days days, K key) {
        return new Bygone<>(remove(root, days, key));
    }

    /** Those that were there on that day, in no order that means anything. */
    void on(LocalDate day, Consumer<? super K> action) {
        visit(root, day, action);
    }

    /**
     * From a day on, until before another.
     *
     * @param start the first day
     * @param end after {@code start}; the first day that does not count
     */
    record Days(LocalDate start, LocalDate end) {}

    record Stay<K extends Comparable<K>>(Days days, K key) {
        int compareTo(Days otherDays, K otherKey) {
            int order = days.start().compareTo(otherDays.start());
            return order != 0 ? order : key.compareTo(otherKey);
        }
    }

    private static <K extends Comparable<K>> void visit(
            @Nullable Node<K> node, LocalDate day, Consumer<? super K> action) {
        if (node == null || !day.isBefore(node.latestEnd)) {
            return;
        }
        visit(node.left, day, action);
        if (!day.isBefore(node.stay.days().start())) {
            if (day.isBefore(node.stay.days().end())) {
                action.accept(node.stay.key());
            }
            visit(node.right, day, action);
        }
    }

    private static <K extends Comparable<K>> Node<K> put(@Nullable Node<K> node, Stay<K> stay) {
        if (node == null) {
            return new Node<>(stay, null, null);
        }
        int order = stay.compareTo(node.stay.days(), node.stay.key());
        if (order == 0) {
            return new Node<>(stay, node.left, node.right);
        }
        return order < 0
                ? balanced(node.stay, put(node.left, stay), node.right)
                : balanced(node.stay, node.left, put(node.right, stay));
    }

    private static <K extends Comparable<K>> @Nullable Node<K> remove(@Nullable Node<K> node, Days days, K key) {
        if (node == null) {
            return null;
        }
        int order = node.stay.compareTo(days, key);
        if (order > 0) {
            return balanced(node.stay, remove(node.left, days, key), node.right);
        }
        if (order < 0) {
            return balanced(node.stay, node.left, remove(node.right, days, key));
        }
        if (node.left == null) {
            return node.right;
        }
        if (node.right == null) {
            return node.left;
        }
        Node<K> next = node.right;
        while (next.left != null) {
            next = next.left;
        }
        return balanced(next.stay, node.left, remove(node.right, next.stay.days(), next.stay.key()));
    }

    /** A node of two subtrees whose heights differ by at most two, turned so that they differ by at most one. */
    private static <K extends Comparable<K>> Node<K> balanced(
            Stay<K> stay, @Nullable Node<K> left, @Nullable Node<K> right) {
        int tilt = height(left) - height(right);
        if (tilt > 1 && left != null) {
            Node<K> inner = left.right;
            if (inner != null && height(left.left) < height(inner)) {
                return new Node<>(
                        inner.stay, new Node<>(left.stay, left.left, inner.left), new Node<>(stay, inner.right, right));
            }
            return new Node<>(left.stay, left.left, new Node<>(stay, inner, right));
        }
        if (tilt < -1 && right != null) {
            Node<K> inner = right.left;
            if (inner != null && height(right.right) < height(inner)) {
                return new Node<>(
                        inner.stay,
                        new Node<>(stay, left, inner.left),
                        new Node<>(right.stay, inner.right, right.right));
            }
            return new Node<>(right.stay, new Node<>(stay, left, inner), right.right);
        }
        return new Node<>(stay, left, right);
    }

    private static int height(@Nullable Node<?> node) {
        return node == null ? 0 : node.height;
    }

    static final class Node<K extends Comparable<K>> {
        final Stay<K> stay;
        final @Nullable Node<K> left;
        final @Nullable Node<K> right;
        final int height;
        final LocalDate latestEnd;

        Node(Stay<K> stay, @Nullable Node<K> left, @Nullable Node<K> right) {
            this.stay = stay;
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(Bygone.height(left), Bygone.height(right));
            this.latestEnd = later(later(stay.days().end(), left), right);
        }

        private static LocalDate later(LocalDate end, @Nullable Node<?> node) {
            return node == null || node.latestEnd.isBefore(end) ? end : node.latestEnd;
        }
    }
}
