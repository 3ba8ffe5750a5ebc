package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: one with an entry more shares all but a few nodes with the one before, so that a map of n entries that grows one by one costs n log n steps. A
 * balanced tree (AVL).
 */
final class SharedMap<K extends Comparable<K>, V> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable Node<K, V> root;
    private final int size;

    private SharedMap(@Nullable Node<K, V> root, int size) {
        this.root = root;
        this.size = size;
    }

    static <K extends Comparable<K>, V> SharedMap<K, V> empty() {
        return new SharedMap<>(null, 0);
    }

    int size() {
        return size;
    }

    Optional<V> get(K key) {
        return floor(key).filter(node -> node.key.equals(key)).map(node -> node.value);
    }

    /** The value of the greatest key up to and with that one. */
    Optional<V> upTo(K key) {
        return floor(key).map(node -> node.value);
    }

    private Optional<Node<K, V>> floor(K key) {
        Node<K, V> found = null;
        Node<K, V> node = root;
        while (node != null) {
            if (node.key.compareTo(key) <= 0) {
                found = node;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The same map with this value at this key, in place of the one that is there. */
    SharedMap<K, V> with(K key, V value) {
        return new SharedMap<>(with(root, key, value), get(key).isPresent() ? size : size + 1);
    }

    private static <K extends Comparable<K>, V> Node<K, V> with(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right);
        }
        return order < 0
                ? balanced(node, with(node.left, key, value), node.right)
                : balanced(node, node.left, with(node.right, key, value));
    }

    /** The entry of the node over these two, whose heights differ by at most two. */
    private static <K extends Comparable<K>, V> Node<K, V> balanced(
            Node<K, V> node, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && left.height > height(right) + 1) {
            return height(left.left) >= height(left.right) || left.right == null
                    ? left.over(left.left, node.over(left.right, right))
                    : left.right.over(left.over(left.left, left.right.left), node.over(left.right.right, right));
        }
        if (right != null && right.height > height(left) + 1) {
            return height(right.right) >= height(right.left) || right.left == null
                    ? right.over(node.over(left, right.left), right.right)
                    : right.left.over(node.over(left, right.left.left), right.over(right.left.right, right.right));
        }
        return node.over(left, right);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    /** In the order of the keys. */
    void forEach(BiConsumer<? super K, ? super V> action) {
        forEach(root, action);
    }

    private static <K extends Comparable<K>, V> void forEach(
            @Nullable Node<K, V> node, BiConsumer<? super K, ? super V> action) {
        if (node != null) {
            forEach(node.left, action);
            action.accept(node.key, node.value);
            forEach(node.right, action);
        }
    }

    /** Whether the entries are the same, however the trees have grown. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SharedMap<?, ?> that
                && size == that.size
                && entries().equals(that.entries());
    }

    @Override
    public int hashCode() {
        return entries().hashCode();
    }

    private Map<Object, Object> entries() {
        var entries = new LinkedHashMap<Object, Object>();
        forEach(entries::put);
        return entries;
    }

    private static final class Node<K extends Comparable<K>, V> implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // as serialisable as what is put in
        private final K key;

        @SuppressWarnings("serial") // as above
        private final V value;

        private final @Nullable Node<K, V> left;
        private final @Nullable Node<K, V> right;
        private final int height;

        Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = requireNonNull(key, "key");
            this.value = requireNonNull(value, "value");
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(height(left), height(right));
        }

        Node<K, V> over(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
            return new Node<>(key, value, newLeft, newRight);
        }
    }
}
