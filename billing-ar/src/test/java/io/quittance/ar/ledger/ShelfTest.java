package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Things of which there is something or nothing, told by day numbers: 1 is 2 January. */
class ShelfTest {

    private record Thing(String id, Timeline amounts) implements Shelf.Item<String> {}

    /** From each of the days on, now so much and now nothing. */
    private static Thing thing(String id, int amount, int... days) {
        var standings = new ArrayList<LedgerSnapshot.Standing>();
        for (int i = 0; i < days.length; i++) {
            standings.add(new LedgerSnapshot.Standing(day(days[i]), eur(i % 2 == 0 ? "" + amount : "0")));
        }
        return new Thing(id, Timeline.of(eur("0"), standings));
    }

    private static LocalDate day(int day) {
        return FIRST_DAY.plusDays(day);
    }

    private static Shelf<String, Thing> shelf(Thing... things) {
        Shelf<String, Thing> shelf = Shelf.empty();
        for (Thing thing : things) {
            shelf = shelf.with(thing);
        }
        return shelf;
    }

    private static List<String> on(Shelf<String, Thing> shelf, int day) {
        return shelf.on(day(day)).stream().map(Thing::id).sorted().toList();
    }

    /** What is looked at on a day besides what is left: the more of it, the slower the answer. */
    private static List<String> lookedAt(Shelf<String, Thing> shelf, int day) {
        var found = new ArrayList<String>();
        shelf.gone().on(day(day), found::add);
        return found;
    }

    private static List<String> left(Shelf<String, Thing> shelf) {
        var left = new ArrayList<String>();
        shelf.left().forEach(thing -> left.add(thing.id()));
        return left;
    }

    /** a is there from 1 to 4 and from 8 to 11, b from 3 on. */
    @Test
    void tellsWhatWasThereOnADay() {
        Shelf<String, Thing> shelf = shelf(thing("a", 10, 1, 5, 8, 12), thing("b", 10, 3));
        assertThat(on(shelf, 0)).isEmpty();
        assertThat(on(shelf, 1)).containsExactly("a");
        assertThat(on(shelf, 4)).containsExactly("a", "b");
        assertThat(on(shelf, 5)).containsExactly("b");
        assertThat(on(shelf, 8)).containsExactly("a", "b");
        assertThat(on(shelf, 12)).containsExactly("b");
        assertThat(left(shelf)).containsExactly("b");
    }

    /** What was there from 8 to 11 was there from 9 to 13 instead; what comes first of its days stays, and no day is told twice. */
    @Test
    void whatReplacesAThingIsToldInstead() {
        Shelf<String, Thing> shelf = shelf(thing("a", 10, 1, 5, 8, 12), thing("a", 10, 1, 5, 9, 14));
        assertThat(lookedAt(shelf, 3)).containsExactly("a");
        assertThat(lookedAt(shelf, 8)).isEmpty();
        assertThat(lookedAt(shelf, 9)).containsExactly("a");
        assertThat(lookedAt(shelf, 13)).containsExactly("a");
        assertThat(on(shelf, 9)).containsExactly("a");
        Shelf<String, Thing> later = shelf.with(thing("a", 10, 2, 6));
        assertThat(lookedAt(later, 1)).isEmpty();
        assertThat(lookedAt(later, 5)).containsExactly("a");
        assertThat(lookedAt(later, 9)).isEmpty();
    }

    @Test
    void whatComesBackIsToldOnce() {
        Shelf<String, Thing> back = shelf(thing("a", 10, 1, 5), thing("a", 10, 1, 5, 8));
        assertThat(on(back, 3)).containsExactly("a");
        assertThat(on(back, 6)).isEmpty();
        assertThat(on(back, 9)).containsExactly("a");
        assertThat(left(back)).containsExactly("a");
        Shelf<String, Thing> gone = back.with(thing("a", 10, 1, 5, 8, 12));
        assertThat(on(gone, 9)).containsExactly("a");
        assertThat(left(gone)).isEmpty();
    }

    /** Most entries change how much there is and not when, which must cost nothing however often it was there. */
    @Test
    void whatWasThereOnTheSameDaysIsKept() {
        Shelf<String, Thing> shelf = shelf(thing("b", 10, 2, 4), thing("a", 10, 1, 5, 8, 12));
        assertThat(shelf.with(thing("a", 20, 1, 5, 8, 12)).gone()).isSameAs(shelf.gone());
    }
}
