package io.quittance.json;

import io.quittance.ar.ledger.LedgerEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static final Agreement<LedgerEntry> ENTRIES =
            Agreement.of("ledger-entry", LedgerJson::read, LedgerJson::write, BEYOND_THE_SCHEMA);

    static Stream<LedgerEntry> entries() {
        return FrozenEntries.ALL.values().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void agreeOnEveryDamage(LedgerEntry entry) {
        ENTRIES.onEveryDamage(LedgerJson.write(entry));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void agreeOnSeveralDamages(@ForAll("any") LedgerEntry entry, @ForAll("steps") List<Damages.Step> steps) {
        ENTRIES.onSeveralDamages(LedgerJson.write(entry), steps);
    }

    @Provide
    Arbitrary<LedgerEntry> any() {
        return LedgerArbitraries.entries();
    }

    @Provide
    Arbitrary<List<Damages.Step>> steps() {
        return Agreement.steps();
    }
}
