package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.FIRST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.receivable.ReceivableId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

    /** 1000 that begin each a day after the last, each a day before, from both ends to the middle, and in no order; each way gone again. */
    @Test
    void isBalancedHoweverItGrowsAndShrinks() {
        List<Integer> rising = IntStream.range(0, 1000).boxed().toList();
        var falling = new ArrayList<>(rising);
        Collections.reverse(falling);
        var zigzag = new ArrayList<Integer>();
        for (int i = 0; i < 500; i++) {
            zigzag.add(i);
            zigzag.add(999 - i);
        }
        var mixed = new ArrayList<>(rising);
        Collections.shuffle(mixed, new Random(1962));
        for (List<Integer> coming : List.of(rising, falling, zigzag, mixed)) {
            Bygone<ReceivableId> full = Bygone.empty();
            for (int key : coming) {
                full = full.with(days(key), ReceivableId.of("R" + key));
            }
            assertThat(checked(full)).isEqualTo(1000);
            for (List<Integer> going : List.of(rising, falling, zigzag, mixed)) {
                Bygone<ReceivableId> left = full;
                for (int i = 0; i < 1000; i++) {
                    left = left.without(days(going.get(i)), ReceivableId.of("R" + going.get(i)));
                    if (i % 37 == 0 || i > 900) {
                        assertThat(checked(left)).isEqualTo(999 - i);
                    }
                }
            }
        }
    }

    /** Of 120 that come and go in no order, after each step: one that goes may leave a side whose own two sides are equally high. */
    @Test
    void isBalancedAfterEachStep() {
        var random = new Random(1962);
        Bygone<ReceivableId> bygone = Bygone.empty();
        var there = new TreeSet<Integer>();
        for (int i = 0; i < 3000; i++) {
            int key = random.nextInt(120);
            ReceivableId id = ReceivableId.of("R" + key);
            if (there.add(key)) {
                bygone = bygone.with(days(key), id);
            } else {
                there.remove(key);
                bygone = bygone.without(days(key), id);
            }
            assertThat(checked(bygone)).isEqualTo(there.size());
        }
    }

    /** From a day of its own on, for one to forty days, so that the latest end is now here and now there. */
    private static Bygone.Days days(int key) {
        LocalDate start = FIRST_DAY.plusDays(key);
        return new Bygone.Days(start, start.plusDays(1 + key * 17L % 40));
    }

    /** How many there are, after a look at each node: its order, its height and its latest end. */
    private static int checked(Bygone<ReceivableId> bygone) {
        var inOrder = new ArrayList<Bygone.Stay<ReceivableId>>();
        checked(bygone.root, inOrder);
        for (int i = 1; i < inOrder.size(); i++) {
            Bygone.Stay<ReceivableId> before = inOrder.get(i - 1);
            Bygone.Stay<ReceivableId> after = inOrder.get(i);
            if (before.compareTo(after.days(), after.key()) >= 0) {
                throw new AssertionError(before + " is before " + after);
            }
        }
        return inOrder.size();
    }

    /** Its height. */
    private static int checked(Bygone.@Nullable Node<ReceivableId> node, List<Bygone.Stay<ReceivableId>> inOrder) {
        if (node == null) {
            return 0;
        }
        int from = inOrder.size();
        int left = checked(node.left, inOrder);
        inOrder.add(node.stay);
        int right = checked(node.right, inOrder);
        LocalDate latest = inOrder.subList(from, inOrder.size()).stream()
                .map(stay -> stay.days().end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int height = 1 + Math.max(left, right);
        if (Math.abs(left - right) > 1 || node.height != height || !node.latestEnd.equals(latest)) {
            throw new AssertionError("heights " + left + " and " + right + " under " + node.height + ", until " + latest
                    + " under " + node.latestEnd);
        }
        return height;
    }

    /** What begins on the same day under the same key takes the place of what was there. */
    @Test
    void whatBeginsOnTheSameDayTakesThePlace() {
        ReceivableId id = ReceivableId.of("R1");
        Bygone<ReceivableId> bygone = Bygone.<ReceivableId>empty()
                .with(new Bygone.Days(FIRST_DAY, FIRST_DAY.plusDays(9)), id)
                .with(new Bygone.Days(FIRST_DAY, FIRST_DAY.plusDays(5)), id);
        assertThat(found(bygone, 4)).containsExactly(1);
        assertThat(found(bygone, 5)).isEmpty();
    }

    @Test
    void whatIsNotThereCanBeTakenAway() {
        ReceivableId id = ReceivableId.of("R1");
        var days = new Bygone.Days(FIRST_DAY, FIRST_DAY.plusDays(5));
        assertThat(found(Bygone.<ReceivableId>empty().without(days, id), 0)).isEmpty();
        Bygone<ReceivableId> one = Bygone.<ReceivableId>empty().with(days, id);
        assertThat(found(one.without(days, ReceivableId.of("R2")), 0)).containsExactly(1);
        assertThat(found(one.without(new Bygone.Days(FIRST_DAY.plusDays(1), FIRST_DAY.plusDays(5)), id), 0))
                .containsExactly(1);
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
