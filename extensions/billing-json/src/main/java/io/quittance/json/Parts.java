package io.quittance.json;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes values of parts that were read, each of which may be wrong. */
final class Parts {
    private Parts() {}

    /**
     * A value of parts, all of which must be there; what it refuses is noted with the path of the object.
     *
     * @param fields the object that it is made of
     * @param parts each empty where it is wrong, which was noted then
     * @return empty where a part is, or the value is refused
     */
    static <T> Optional<T> made(JsonFields fields, Supplier<T> value, Optional<?>... parts) {
        return Stream.of(parts).allMatch(Optional::isPresent) ? fields.attempt(value) : Optional.empty();
    }
}
