package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FatalTest {

    @Test
    void whatEndsTheMachineOrTheThreadGoesOn() {
        for (Throwable thrown : List.of(new OutOfMemoryError("mine"), new InternalError("mine"), new ThreadDeath())) {
            assertThatThrownBy(() -> Fatal.rethrow(thrown)).isSameAs(thrown);
        }
    }

    @Test
    void whatACallersCodeFailedByReturns() {
        for (Throwable thrown : List.of(
                new StackOverflowError(), new AssertionError("mine"), new IllegalStateException(), new Exception())) {
            assertThatCode(() -> Fatal.rethrow(thrown)).doesNotThrowAnyException();
        }
    }
}
