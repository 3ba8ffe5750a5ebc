package io.quittance.core.contract;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The amendments of a history, which it shares with the histories that it was made from: each sees the first so many. A slot is
 * written once, by the one history that adds to the end first; whoever adds to anything else gets a copy. So adding one by one
 * takes time in proportion to what is added, and nothing that a history sees ever changes.
 */
final class AmendmentLog {
    private static final int FIRST = 8;

    private final Shared shared;
    private final int size;

    /** What is only added to. The positions also know what later histories added; who asks leaves that out. */
    private static final class Shared {
        private final @Nullable Amendment[] slots;
        private final AtomicInteger used = new AtomicInteger();
        private final Map<String, Integer> positions = new ConcurrentHashMap<>();
        private final Map<String, Integer> withdrawals = new ConcurrentHashMap<>();

        private Shared(int capacity) {
            slots = new Amendment[capacity];
        }

        private void put(int position, Amendment amendment) {
            slots[position] = amendment;
            positions.put(amendment.key(), position);
            amendment.withdrawn().ifPresent(key -> withdrawals.put(key, position));
        }
    }

    private AmendmentLog(Shared shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    static AmendmentLog empty() {
        return new AmendmentLog(new Shared(FIRST), 0);
    }

    /** The log with one more, whose key is new and which withdraws at most what holds. */
    AmendmentLog with(Amendment amendment) {
        boolean fits = size < shared.slots.length && shared.used.compareAndSet(size, size + 1);
        Shared next = fits ? shared : copy();
        next.put(size, amendment);
        return new AmendmentLog(next, size + 1);
    }

    private Shared copy() {
        var copy = new Shared(Math.max(FIRST, 2 * size));
        for (int i = 0; i < size; i++) {
            copy.put(i, at(i));
        }
        copy.used.set(size + 1);
        return copy;
    }

    int size() {
        return size;
    }

    Amendment at(int position) {
        Amendment amendment = shared.slots[position];
        if (position >= size || amendment == null) {
            throw new IndexOutOfBoundsException(position);
        }
        return amendment;
    }

    /** The position of that key, or -1. */
    int position(String key) {
        return seen(shared.positions, key);
    }

    /** The position of what withdraws that key, or -1. */
    int withdrawal(String key) {
        return seen(shared.withdrawals, key);
    }

    private int seen(Map<String, Integer> positions, String key) {
        int position = positions.getOrDefault(key, size);
        return position < size ? position : -1;
    }

    /** The first so many, unmodifiable. */
    @SuppressWarnings("NullAway") // the slots of the log are filled
    List<Amendment> first(int count) {
        return Collections.unmodifiableList(Arrays.asList(shared.slots).subList(0, count));
    }
}
