package io.quittance.ar.matching;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.matching.Books.item;
import static io.quittance.ar.matching.Books.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final CustomerId A = CustomerId.of("A");
    private static final Explanation WHY = Explanation.of("test.why", "seen");
    private static final OpenItem FIRST = item("A", "10001", "100.00");
    private static final OpenItem SECOND = item("A", "10002", "80.00");
    private static final OpenItem THIRD = item("A", "10003", "50.00");

    private static Candidate candidate(OpenItem... items) {
        return new Candidate(paid("100.00"), A, List.of(items), Confidence.LOW, List.of(WHY));
    }

    @Test
    void areInTheOrderOfTheirItemsAndTheFewerFirst() {
        Candidate one = candidate(FIRST);
        Candidate two = candidate(FIRST, SECOND);
        Candidate other = candidate(FIRST, THIRD);
        Candidate last = candidate(SECOND);
        assertThat(Stream.of(last, other, two, one).sorted(Candidate.ORDER)).containsExactly(one, two, other, last);
        assertThat(Stream.of(one, two, other, last).sorted(Candidate.ORDER)).containsExactly(one, two, other, last);
    }

    /** 100.00 are the first, and nothing is left for the second. */
    @Test
    void namesNoItemForWhichNothingIsLeft() {
        assertThat(candidate(FIRST, SECOND).remittances()).containsExactly(Remittance.of(id("10001"), eur("100.00")));
        assertThat(candidate(SECOND, THIRD).remittances())
                .containsExactly(Remittance.of(id("10002"), eur("80.00")), Remittance.of(id("10003"), eur("20.00")));
    }

    @Test
    void isOfOneCustomerAndCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> candidate(FIRST, item("B", "10009", "1.00")))
                .withMessage("items must be of customer A in EUR, but was 10009");
        OpenItem dollars = OpenItem.of(Receivable.of(id("10009"), A, Books.DAY, Books.DAY, Amount.of("1.00", "USD")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> candidate(dollars))
                .withMessage("items must be of customer A in EUR, but was 10009");
    }

    @Test
    void aClueNamesItemsWhereItsKindDoes() {
        for (Clue.Kind kind : List.of(Clue.Kind.REFERENCE, Clue.Kind.NUMBER)) {
            assertThat(new Clue(kind, A, List.of(FIRST), WHY).items()).containsExactly(FIRST);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Clue(kind, A, List.of(), WHY))
                    .withMessage("items must not be empty for " + kind + ", but was []");
        }
        for (Clue.Kind kind : List.of(Clue.Kind.ACCOUNT, Clue.Kind.NAME)) {
            assertThat(new Clue(kind, A, List.of(), WHY).items()).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Clue(kind, A, List.of(FIRST), WHY))
                    .withMessageStartingWith("items must be empty for " + kind + ", but was ");
        }
    }
}
