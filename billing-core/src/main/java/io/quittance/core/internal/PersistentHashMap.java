package io.quittance.core.internal;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map by hash whose versions share all that they have in common: putting copies one path of the tree and leaves the old version as it
 * was. A node has up to thirty-two places, so that a path among ten million keys is five nodes long where that of a
 * {@link PersistentMap} is twenty-four (a hash array mapped trie; Bagwell, 2001). Its values have no order.
 */
public final class PersistentHashMap<K extends Comparable<K>, V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private final @Nullable Node<K, V> root;
    private final int size;

    private PersistentHashMap(@Nullable Node<K, V> root, int size) {
        this.root = root;
        this.size = size;
    }

    /** No keys. */
    public static <K extends Comparable<K>, V> PersistentHashMap<K, V> empty() {
        return new PersistentHashMap<>(null, 0);
    }

    /** How many keys it has. */
    public int size() {
        return size;
    }

    /** The value of that key, or null. */
    public @Nullable V get(K key) {
        return root == null ? null : root.get(key, hash(key), 0);
    }

    /** The map with that value for the key, whatever it had before. */
    public PersistentHashMap<K, V> put(K key, V value) {
        var leaf = new Leaf<>(key, value, hash(key));
        return new PersistentHashMap<>(root == null ? leaf : root.with(leaf, 0), get(key) == null ? size + 1 : size);
    }

    /** Each value once, in no order that means anything. */
    public void forEach(Consumer<? super V> action) {
        if (root != null) {
            root.forEach(action);
        }
    }

    /** Hash codes of short texts differ in their low bits only; these differ in all. */
    private static int hash(Object key) {
        int code = key.hashCode() * 0x9E3779B9;
        return code ^ (code >>> 16);
    }

    private sealed interface Node<K extends Comparable<K>, V> {
        @Nullable
        V get(K key, int hash, int shift);

        Node<K, V> with(Leaf<K, V> leaf, int shift);

        void forEach(Consumer<? super V> action);
    }

    /** One key. */
    private record Leaf<K extends Comparable<K>, V>(K key, V value, int hash) implements Node<K, V> {
        @Override
        public @Nullable V get(K sought, int soughtHash, int shift) {
            return soughtHash == hash && key.equals(sought) ? value : null;
        }

        @Override
        public Node<K, V> with(Leaf<K, V> leaf, int shift) {
            if (leaf.hash != hash) {
                return Branch.of(this, hash, shift).with(leaf, shift);
            }
            return leaf.key.equals(key)
                    ? leaf
                    : new Bucket<>(
                            hash, PersistentMap.<K, V>empty().put(key, value).put(leaf.key, leaf.value));
        }

        @Override
        public void forEach(Consumer<? super V> action) {
            action.accept(value);
        }
    }

    /** Keys with one hash: sorted, so that ids that were made to collide cost a logarithm and no more. */
    private record Bucket<K extends Comparable<K>, V>(int hash, PersistentMap<K, V> entries) implements Node<K, V> {
        @Override
        public @Nullable V get(K sought, int soughtHash, int shift) {
            return soughtHash == hash ? entries.get(sought) : null;
        }

        @Override
        public Node<K, V> with(Leaf<K, V> leaf, int shift) {
            return leaf.hash == hash
                    ? new Bucket<>(hash, entries.put(leaf.key, leaf.value))
                    : Branch.of(this, hash, shift).with(leaf, shift);
        }

        @Override
        public void forEach(Consumer<? super V> action) {
            entries.forEach(action);
        }
    }

    /** Up to thirty-two nodes, by five bits of the hash; only those that there are. */
    private static final class Branch<K extends Comparable<K>, V> implements Node<K, V> {
        private final int places;
        private final Node<K, V>[] nodes;

        private Branch(int places, Node<K, V>[] nodes) {
            this.places = places;
            this.nodes = nodes;
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of its own, of one type
        static <K extends Comparable<K>, V> Branch<K, V> of(Node<K, V> node, int hash, int shift) {
            return new Branch<>(place(hash, shift), new Node[] {node});
        }

        private static int place(int hash, int shift) {
            return 1 << ((hash >>> shift) & MASK);
        }

        private int index(int place) {
            return Integer.bitCount(places & (place - 1));
        }

        @Override
        public @Nullable V get(K key, int hash, int shift) {
            int place = place(hash, shift);
            return (places & place) == 0 ? null : nodes[index(place)].get(key, hash, shift + BITS);
        }

        @Override
        public Node<K, V> with(Leaf<K, V> leaf, int shift) {
            int place = place(leaf.hash, shift);
            int index = index(place);
            Node<K, V>[] copy;
            if ((places & place) == 0) {
                copy = Arrays.copyOf(nodes, nodes.length + 1);
                System.arraycopy(nodes, index, copy, index + 1, nodes.length - index);
                copy[index] = leaf;
            } else {
                copy = nodes.clone();
                copy[index] = nodes[index].with(leaf, shift + BITS);
            }
            return new Branch<>(places | place, copy);
        }

        @Override
        public void forEach(Consumer<? super V> action) {
            for (Node<K, V> node : nodes) {
                node.forEach(action);
            }
        }
    }
}
