package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The strategies that are an order with a name; each pays all that is open, so that the lines show the order. */
class OrderedTest {

    @Test
    void theOldestInvoiceComesBeforeTheOldestDueDate() {
        OpenItem young = item("young", "2026-01-02", "2026-01-16", "80.00");
        OpenItem old = item("old", "2026-01-01", "2026-03-02", "100.00");
        assertThat(Plan.of(new OldestInvoiceFirst(), "150.00", young, old))
                .containsExactly("EUR 100.00 to old", "EUR 50.00 to young");
        assertThat(Plan.of(new OldestDueFirst(), "150.00", young, old))
                .containsExactly("EUR 80.00 to young", "EUR 70.00 to old");
    }

    @Test
    void equalDocumentDatesGoByDueDateThenId() {
        assertThat(Plan.of(
                        new OldestInvoiceFirst(),
                        "4.00",
                        item("a", "2026-01-01", "2026-02-02", "1.00"),
                        item("c", "2026-01-01", "2026-02-01", "1.00"),
                        item("b", "2026-01-01", "2026-02-01", "1.00"),
                        item("d", "2025-12-31", "2026-03-01", "1.00")))
                .containsExactly("EUR 1.00 to d", "EUR 1.00 to b", "EUR 1.00 to c", "EUR 1.00 to a");
    }

    /** Latest due date, then latest document date, then largest id: what is paid last elsewhere is paid first here. */
    @Test
    void theNewestIsTheOldestFromTheOtherEnd() {
        assertThat(Plan.of(new NewestFirst(), "150.00", Plan.items("100.00", "80.00")))
                .containsExactly("EUR 80.00 to R-2", "EUR 70.00 to R-1");
        OpenItem[] ties = {
            item("a", "2026-01-01", "2026-02-01", "1.00"),
            item("b", "2026-01-01", "2026-02-01", "1.00"),
            item("c", "2025-12-31", "2026-02-01", "1.00"),
            item("d", "2025-12-01", "2026-02-02", "1.00")
        };
        assertThat(Plan.of(new NewestFirst(), "4.00", ties))
                .containsExactly("EUR 1.00 to d", "EUR 1.00 to b", "EUR 1.00 to a", "EUR 1.00 to c");
        assertThat(Plan.of(new OldestDueFirst(), "4.00", ties))
                .containsExactly("EUR 1.00 to c", "EUR 1.00 to a", "EUR 1.00 to b", "EUR 1.00 to d");
    }

    /** What counts is what is open, not what was billed; equal amounts go by due date, document date and id. */
    @Test
    void theSmallestAndTheLargestGoByWhatIsOpen() {
        OpenItem[] items = {
            item("late", "2026-01-01", "2026-02-02", "50.00"),
            item("b", "2026-01-01", "2026-02-01", "50.00"),
            item("a", "2026-01-01", "2026-02-01", "50.00"),
            item("early", "2025-12-31", "2026-02-01", "50.00"),
            item("large", "2026-01-01", "2026-02-01", "60.00"),
            OpenItem.of(item("paid", "2026-01-01", "2026-02-09", "500.00").receivable(), eur("40.00"))
        };
        assertThat(Plan.of(new SmallestFirst(), "300.00", items))
                .containsExactly(
                        "EUR 40.00 to paid",
                        "EUR 50.00 to early",
                        "EUR 50.00 to a",
                        "EUR 50.00 to b",
                        "EUR 50.00 to late",
                        "EUR 60.00 to large");
        assertThat(Plan.of(new LargestFirst(), "300.00", items))
                .containsExactly(
                        "EUR 60.00 to large",
                        "EUR 50.00 to early",
                        "EUR 50.00 to a",
                        "EUR 50.00 to b",
                        "EUR 50.00 to late",
                        "EUR 40.00 to paid");
    }

    @Test
    void theSmallestAndTheLargestPayWhatTheirDocumentationSays() {
        OpenItem[] items = Plan.items("100.00", "80.00");
        assertThat(Plan.of(new SmallestFirst(), "150.00", items))
                .containsExactly("EUR 80.00 to R-2", "EUR 70.00 to R-1");
        assertThat(Plan.of(new LargestFirst(), "150.00", items))
                .containsExactly("EUR 100.00 to R-1", "EUR 50.00 to R-2");
        OpenItem[] near = Plan.items("100.00", "95.00");
        assertThat(Plan.of(new LargestFirst(), "20.00", near)).containsExactly("EUR 20.00 to R-1");
        assertThat(Plan.of(new LargestFirst(), "10.00", Plan.items("90.00", "95.00")))
                .containsExactly("EUR 10.00 to R-2");
    }

    @Test
    void aLineNamesRuleRankAndWhatEndedIt() {
        assertThat(Plan.reasons(new SmallestFirst(), "150.00", Plan.items("100.00", "80.00")))
                .containsExactly(
                        "number 1 by smallest-first, due 2026-03-02: EUR 80.00 of EUR 80.00 open and EUR 150.00 left;"
                                + " ended by the item",
                        "number 2 by smallest-first, due 2026-03-01: EUR 70.00 of EUR 100.00 open and EUR 70.00 left;"
                                + " ended by the money");
    }

    static Stream<AllocationStrategy> strategies() {
        return Stream.of(
                new OldestDueFirst(),
                new OldestInvoiceFirst(),
                new NewestFirst(),
                new SmallestFirst(),
                new LargestFirst());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void isAValueThatCanBeStored(AllocationStrategy strategy) throws Exception {
        assertThat(copy((Serializable) strategy)).isEqualTo(strategy).hasSameHashCodeAs(strategy);
        assertThat(strategies().filter(strategy::equals)).hasSize(1);
        assertThat(strategy).isNotEqualTo(new AsRemitted());
    }

    @Test
    void isShownByItsName() {
        assertThat(strategies())
                .extracting(Object::toString)
                .containsExactly(
                        "oldest due first", "oldest invoice first", "newest first", "smallest first", "largest first");
    }

    private static OpenItem item(String id, String document, String due, String amount) {
        return OpenItem.of(Receivable.of(id(id), A, LocalDate.parse(document), LocalDate.parse(due), eur(amount)));
    }
}
