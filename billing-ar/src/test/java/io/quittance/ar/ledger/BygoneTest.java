package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.FIRST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.receivable.ReceivableId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BygoneTest {

    /** Puts a stay under a key, in place of the one that it has; or takes that away. */
    record Change(int key, int start, int length, boolean isRemoval) {
        Bygone.Days days() {
            return new Bygone.Days(FIRST_DAY.plusDays(start), FIRST_DAY.plusDays(start + (long) length));
        }
    }

    /** On each day, all that were there, as one finds by looking at every one of them; and older versions stay as they were. */
    @Property
    void findsWhatWasThereOnADay(@ForAll("changes") List<Change> changes) {
        Bygone<ReceivableId> bygone = Bygone.empty();
        Map<Integer, Bygone.Days> plain = new TreeMap<>();
        for (Change change : changes) {
            Bygone<ReceivableId> before = bygone;
            List<Integer> there = found(before, 30);
            Bygone.Days old = plain.remove(change.key());
            ReceivableId id = ReceivableId.of("R" + change.key());
            if (old != null) {
                bygone = bygone.without(old, id);
            }
            if (!change.isRemoval()) {
                bygone = bygone.with(change.days(), id);
                plain.put(change.key(), change.days());
            }
            assertThat(found(before, 30)).isEqualTo(there);
        }
        for (int day = -1; day < 70; day++) {
            LocalDate asked = FIRST_DAY.plusDays(day);
            assertThat(found(bygone, day))
                    .containsExactlyInAnyOrderElementsOf(plain.entrySet().stream()
                            .filter(stay -> !asked.isBefore(stay.getValue().start())
                                    && asked.isBefore(stay.getValue().end()))
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    private static List<Integer> found(Bygone<ReceivableId> bygone, int day) {
        var found = new ArrayList<Integer>();
        bygone.on(
                FIRST_DAY.plusDays(day),
                id -> found.add(Integer.valueOf(id.value().substring(1))));
        return found;
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of(false, false, true))
                .as(Change::new)
                .list()
                .ofMaxSize(120);
    }
}
