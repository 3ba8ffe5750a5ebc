package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes values of lists whose rules look at several elements, and finds every element that they refuse: of tiers that end at
 * 10, 5, 20 and 15 the second and the fourth.
 */
final class Elements {
    private Elements() {}

    /**
     * Makes a value of the elements of an array. Each element that the value refuses by its place, as in {@code tiers[1].upTo},
     * is noted, and the rest is tried without it.
     *
     * @param fields the object that has the array
     * @param elements as they stand in the array; empty where one could not be made, or must not be compared with others
     * @throws InvalidArgumentException if the value is refused for anything else
     */
    static <E, T> T made(JsonFields fields, String name, List<Optional<E>> elements, Function<List<E>, T> maker) {
        var left = new ArrayList<>(IntStream.range(0, elements.size())
                .filter(i -> elements.get(i).isPresent())
                .boxed()
                .toList());
        while (true) {
            try {
                return maker.apply(
                        left.stream().flatMap(i -> elements.get(i).stream()).toList());
            } catch (InvalidArgumentException e) {
                int refused = indexOf(e.path().isEmpty() ? e.argument() : e.path(), name, left.size());
                if (refused < 0) {
                    throw e;
                }
                fields.noteAt(name + "[" + left.remove(refused) + "]", e);
            }
        }
    }

    /** The index in a place such as {@code tiers[1].upTo}; -1 if there is none. */
    private static int indexOf(String place, String name, int size) {
        return IntStream.range(0, size)
                .filter(i -> place.startsWith(name + "[" + i + "]"))
                .findFirst()
                .orElse(-1);
    }
}
