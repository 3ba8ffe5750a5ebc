package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.error.InvalidArgumentException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;

/**
 * A reader and the published schema, by a stranger's validator, agree on documents that were damaged: what the reader takes the schema allows, what it makes of it is written so that the same is read again, and what
 * the schema allows is refused only by rules beyond it.
 *
 * @param schema the name of the schema
 * @param beyond the codes of the rules that the schema cannot express
 */
record Agreement<T>(String schema, Function<String, T> reader, Function<T, String> writer, Set<String> beyond) {

    /** With the rules of terms, which other documents have too, and their own. */
    static <T> Agreement<T> of(
            String schema, Function<String, T> reader, Function<T, String> writer, Set<String> ownRules) {
        var beyond = new HashSet<>(SchemaAgreementTest.BEYOND_THE_SCHEMA);
        beyond.addAll(ownRules);
        return new Agreement<>(schema, reader, writer, beyond);
    }

    /** The same with the rules of terms alone. */
    static <T> Agreement<T> of(String schema, Function<String, T> reader, Function<T, String> writer) {
        return of(schema, reader, writer, Set.of());
    }

    /** Every damage at every place of a good document, one at a time. */
    void onEveryDamage(String good) {
        Damages.all(good).forEach(this::on);
    }

    /** One after another. */
    void onSeveralDamages(String good, List<Damages.Step> steps) {
        JsonNode document = Json.MAPPER.readTree(good);
        steps.forEach(step -> Damages.apply(step, document));
        on(document.toString());
    }

    /** What was read; empty where it was refused. */
    Optional<T> on(String document) {
        T read;
        try {
            read = reader.apply(document);
        } catch (InvalidDocumentException refused) {
            onRefusal(refused.errors(), document);
            return Optional.empty();
        }
        assertAllowed(schema, document);
        assertThat(reader.apply(writer.apply(read))).as(document).isEqualTo(read);
        return Optional.of(read);
    }

    /** Tells the violations where there are some. */
    static void assertAllowed(String schema, String document) {
        if (!Schemas.allows(schema, document)) {
            assertThat(Schemas.violations(schema, document)).as(document).isEmpty();
        }
    }

    /** What is refused by rules that the schema has is refused by the schema; what is refused only by others may be. */
    static void assertRefused(
            String schema, String document, List<InvalidArgumentException> errors, Set<String> beyond) {
        List<String> codes = errors.stream().map(InvalidArgumentException::code).toList();
        if (!beyond.containsAll(codes) && Schemas.allows(schema, document)) {
            assertThat(codes).as(document).isSubsetOf(beyond);
        }
    }

    private void onRefusal(List<InvalidArgumentException> errors, String document) {
        assertThat(errors).as(document).isNotEmpty().allSatisfy(error -> {
            assertThat(error.argument()).isNotEmpty();
            assertThat(error.rule()).isNotEmpty();
            assertThat(error.code()).isNotEqualTo("json.refused"); // some argument that no reader had checked
        });
        assertThat(errors).as(document).extracting(Throwable::getMessage).doesNotHaveDuplicates();
        assertRefused(schema, document, errors, beyond);
    }

    /** One to three damages, at any places. */
    static Arbitrary<List<Damages.Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 1_000), Arbitraries.of(Damages.Damage.class))
                .as(Damages.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
