package io.quittance.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.json.InvalidDocumentException;
import java.util.Optional;
import java.util.function.Supplier;

/** Only what comes from outside may be refused: what was read must be written and read again without one. */
final class Refusals {
    private Refusals() {}

    /** What was read; empty if it was refused, by an exception of the library that says why. */
    static <T> Optional<T> read(Supplier<T> first) {
        try {
            return Optional.of(first.get());
        } catch (InvalidDocumentException refused) {
            assertThat(refused.errors()).isNotEmpty();
            return Optional.empty();
        } catch (InvalidArgumentException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
            return Optional.empty();
        }
    }
}
