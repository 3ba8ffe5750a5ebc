package io.quittance.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdTest {

    static Stream<Arguments> ids() {
        return Stream.of(
                Arguments.of("customer", (Function<String, Object>) CustomerId::of),
                Arguments.of("contract", (Function<String, Object>) ContractId::of),
                Arguments.of("charge", (Function<String, Object>) ChargeId::of),
                Arguments.of("meter", (Function<String, Object>) MeterId::of),
                Arguments.of("obligation", (Function<String, Object>) ObligationId::of),
                Arguments.of("invoice number", (Function<String, Object>) InvoiceNumber::of),
                Arguments.of("seller", (Function<String, Object>) SellerId::of),
                Arguments.of("actor", (Function<String, Object>) ActorId::of));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void isTheValueThatTheHostGave(String name, Function<String, Object> id) {
        assertThat(id.apply("Ä 1/β")).hasToString("Ä 1/β").isEqualTo(id.apply("Ä 1/β"));
        assertThat(id.apply("a")).isNotEqualTo(id.apply("A"));
        assertThat(id.apply("x".repeat(200))).isNotNull();
        assertThat(id.apply("😀".repeat(200))).isNotNull(); // characters, of which each takes two code units
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void refusesWhatPeopleCannotTellApart(String name, Function<String, Object> id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id.apply(""))
                .withMessage(name + " must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException().isThrownBy(() -> id.apply("x".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> id.apply("x" + "😀".repeat(200)));
        assertThatIllegalArgumentException().isThrownBy(() -> id.apply("😀".repeat(100_000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id.apply(" a"))
                .withMessage(name + " must not begin or end with white space, but was ' a'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id.apply("a\nb"))
                .withMessage(name + " must have no control characters, but was U+000A");
    }

    /** By code units, whatever the locale: in Swedish ä comes after z, in German before b. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void isOrderedAlikeOnEveryMachine(String name, Function<String, Object> id) {
        var ids = Stream.of("z", "ä", "b", "B", "10", "9").map(id).sorted().toList();
        assertThat(ids).extracting(Object::toString).isEqualTo(List.of("10", "9", "B", "b", "z", "ä"));
    }
}
