package io.quittance.core.internal;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map whose versions share all that they have in common: putting or removing copies one path of the tree and
 * leaves the old version as it was. Both cost the logarithm of the size (an AVL tree; Adelson-Velsky and Landis, 1962).
 */
public final class PersistentMap<K extends Comparable<K>, V> implements Iterable<V> {
    private final @Nullable Node<K, V> root;

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /** No keys. */
    public static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(null);
    }

    /** The value of that key, or null. */
    public @Nullable V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return node.value;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    /** The map with that value for the key, whatever it had before. */
    public PersistentMap<K, V> put(K key, V value) {
        return new PersistentMap<>(put(root, key, value));
    }

    /** The map without that key. */
    public PersistentMap<K, V> remove(K key) {
        return new PersistentMap<>(remove(root, key));
    }

    /** The values, by their keys. */
    @Override
    public Iterator<V> iterator() {
        return new InOrder<>(root);
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right);
        }
        return order < 0
                ? balanced(node.key, node.value, put(node.left, key, value), node.right)
                : balanced(node.key, node.value, node.left, put(node.right, key, value));
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return balanced(node.key, node.value, remove(node.left, key), node.right);
        }
        if (order > 0) {
            return balanced(node.key, node.value, node.left, remove(node.right, key));
        }
        if (node.left == null) {
            return node.right;
        }
        if (node.right == null) {
            return node.left;
        }
        Node<K, V> next = node.right;
        while (next.left != null) {
            next = next.left;
        }
        return balanced(next.key, next.value, node.left, remove(node.right, next.key));
    }

    /** A node of two subtrees whose heights differ by at most two, turned so that they differ by at most one. */
    private static <K extends Comparable<K>, V> Node<K, V> balanced(
            K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        int tilt = height(left) - height(right);
        if (tilt > 1 && left != null) {
            Node<K, V> inner = left.right;
            if (inner != null && height(left.left) < height(inner)) {
                return new Node<>(
                        inner.key,
                        inner.value,
                        new Node<>(left.key, left.value, left.left, inner.left),
                        new Node<>(key, value, inner.right, right));
            }
            return new Node<>(left.key, left.value, left.left, new Node<>(key, value, inner, right));
        }
        if (tilt < -1 && right != null) {
            Node<K, V> inner = right.left;
            if (inner != null && height(right.right) < height(inner)) {
                return new Node<>(
                        inner.key,
                        inner.value,
                        new Node<>(key, value, left, inner.left),
                        new Node<>(right.key, right.value, inner.right, right.right));
            }
            return new Node<>(right.key, right.value, new Node<>(key, value, left, inner), right.right);
        }
        return new Node<>(key, value, left, right);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static final class Node<K, V> {
        private final K key;
        private final V value;
        private final @Nullable Node<K, V> left;
        private final @Nullable Node<K, V> right;
        private final int height;

        Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(PersistentMap.height(left), PersistentMap.height(right));
        }
    }

    private static final class InOrder<K, V> implements Iterator<V> {
        private final ArrayDeque<Node<K, V>> path = new ArrayDeque<>();

        InOrder(@Nullable Node<K, V> root) {
            descend(root);
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public V next() {
            Node<K, V> node = path.pop(); // which throws where there is none
            descend(node.right);
            return node.value;
        }

        private void descend(@Nullable Node<K, V> from) {
            for (Node<K, V> node = from; node != null; node = node.left) {
                path.push(node);
            }
        }
    }
}
