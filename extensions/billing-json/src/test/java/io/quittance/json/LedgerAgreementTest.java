package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.core.error.InvalidArgumentException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Good entries, damaged: the reader and the published schema agree on what is left. */
class LedgerAgreementTest {
    /** Rules of entries that a JSON Schema cannot express; docs/ledger.md lists them. */
    private static final Set<String> BEYOND_THE_SCHEMA = Set.of(
            "allocation.available",
            "allocation.law.item-once",
            "allocation.law.within-payment",
            "amount.minor-unit",
            "approval.preparer",
            "ledger.booked",
            "ledger.converted",
            "receivable.due-date",
            "reschedule.charge",
            "reschedule.document-date",
            "reschedule.item-twice",
            "reschedule.sum",
            "reference.check-digits",
            "reference.form",
            "reference.zeros",
            "return.owed",
            "settlement.kind",
            "settlement.law.within-payment",
            "settlement.new-item",
            "settlement.tax",
            "text.characters",
            "text.length");

    static Stream<LedgerEntry> entries() {
        return FrozenEntries.ALL.values().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void agreeOnEveryDamage(LedgerEntry entry) {
        Damages.all(LedgerJson.write(entry)).forEach(LedgerAgreementTest::assertAgreement);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamages(@ForAll("any") LedgerEntry entry, @ForAll("steps") List<Damages.Step> steps) {
        JsonNode document = Json.MAPPER.readTree(LedgerJson.write(entry));
        steps.forEach(step -> Damages.apply(step, document));
        assertAgreement(document.toString());
    }

    private static void assertAgreement(String document) {
        List<String> violations = Schemas.violations("ledger-entry", document);
        LedgerEntry read;
        try {
            read = LedgerJson.read(document);
        } catch (InvalidDocumentException refused) {
            assertThat(refused.errors()).extracting(Throwable::getMessage).doesNotHaveDuplicates();
            assertThat(refused.errors())
                    .extracting(InvalidArgumentException::code)
                    .doesNotContain("json.refused");
            if (violations.isEmpty()) {
                var beyond = new HashSet<>(SchemaAgreementTest.BEYOND_THE_SCHEMA);
                beyond.addAll(BEYOND_THE_SCHEMA);
                assertThat(refused.errors())
                        .as(document)
                        .extracting(InvalidArgumentException::code)
                        .isSubsetOf(beyond);
            }
            return;
        }
        assertThat(violations).as(document).isEmpty();
        assertThat(LedgerJson.read(LedgerJson.write(read))).isEqualTo(read);
    }

    @Provide
    Arbitrary<LedgerEntry> any() {
        return LedgerArbitraries.entries();
    }

    @Provide
    Arbitrary<List<Damages.Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 1_000), Arbitraries.of(Damages.Damage.class))
                .as(Damages.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
