package io.quittance.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.audit.AuditFinding.Code;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Numbers of a series: which are missing, twice, of another form, or out of order. */
class SeriesProofTest {
    private static final InvoiceSeries SERIES = InvoiceSeries.of("ACME", "2026");
    private static final InvoiceDraft DRAFT = InvoiceDraft.builder(CustomerId.of("GLOBEX"), Monetary.getCurrency("EUR"))
            .paymentTerms(PaymentTerms.net(30))
            .line(InvoiceLine.priced("Fee", BigDecimal.ONE, "C62", Amount.of("5", "EUR"), Rounding.halfUp(2)))
            .build();

    private static IssuedDocument issued(String number, String date) {
        var invoice = DRAFT.issue(number, date);
        return IssuedDocument.of(SERIES, invoice).hashed(invoice.contentHash());
    }

    private static Audit audit(String... numbers) {
        return Audit.of(
                List.of(numbers).stream()
                        .map(number -> issued(number, "2026-02-01"))
                        .toList(),
                AsOf.endOf("2026-12-31"));
    }

    private static List<String> findings(Audit audit) {
        return audit.bundle().findings().stream().map(AuditFinding::toString).toList();
    }

    private static List<String> missing(Audit audit) {
        return audit.bundle().series().get(0).missing().stream()
                .map(MissingNumbers::toString)
                .toList();
    }

    @Test
    void numbersBetweenOthersAreMissing() {
        Audit audit = audit("R-4", "R-1", "R-9", "R-2");
        assertThat(missing(audit)).containsExactly("R-3", "R-5 to R-8");
        assertThat(findings(audit))
                .containsExactly(
                        "MISSING_NUMBER ACME 2026: R-3 is on no document",
                        "MISSING_NUMBER ACME 2026: R-5 to R-8 is on no document");
        assertThat(audit.bundle().series().get(0).missing().get(1).count()).isEqualTo(BigInteger.valueOf(4));
        assertThat(audit.bundle().series().get(0))
                .hasToString("ACME 2026: 4 documents, R-1 to R-9, missing [R-3, R-5 to R-8]");
    }

    @Test
    void thoseThatWereDrawnAreMissingAtBothEnds() {
        Audit audit = audit("R-0002").drawn(SERIES, DrawnNumbers.of("R-0001", "R-0011"));
        assertThat(missing(audit)).containsExactly("R-0001", "R-0003 to R-0011");
    }

    @Test
    void aSeriesWithoutDocumentsIsMissingAsAWhole() {
        Audit audit = audit().drawn(SERIES, DrawnNumbers.of("1", "12"));
        assertThat(missing(audit)).containsExactly("1 to 12");
        assertThat(audit.bundle().series().get(0)).hasToString("ACME 2026: 0 documents, missing [1 to 12]");
    }

    @Test
    void widthIsKeptAndMayGrow() {
        assertThat(missing(audit("R-0008-A", "R-0011-A"))).containsExactly("R-0009-A to R-0010-A");
        assertThat(missing(audit("9", "11"))).containsExactly("10");
        assertThat(missing(audit("99999999999999999999", "100000000000000000001")))
                .containsExactly("100000000000000000000");
    }

    @Test
    void aNumberThatIsThereTwiceIsFound() {
        assertThat(findings(audit("R-1", "R-1", "R-01")))
                .containsExactly(
                        "DUPLICATE_NUMBER R-1 of ACME 2026: R-1 is on two documents",
                        "DUPLICATE_NUMBER R-1 of ACME 2026: R-1 counts as R-01 does");
        assertThat(findings(audit("A", "A"))).contains("DUPLICATE_NUMBER A of ACME 2026: A is on two documents");
    }

    /** R-100 was there before the first that was drawn, R-105 after the last one: neither is a duplicate, nor leaves a gap. */
    @Test
    void aNumberThatWasNotDrawnIsFound() {
        Audit audit = audit("R-100", "R-101", "R-105").drawn(SERIES, DrawnNumbers.of("R-101", "R-102"));
        assertThat(findings(audit))
                .containsExactly(
                        "NOT_DRAWN R-100 of ACME 2026: R-100 is not among R-101 to R-102, which were drawn",
                        "NOT_DRAWN R-105 of ACME 2026: R-105 is not among R-101 to R-102, which were drawn",
                        "MISSING_NUMBER ACME 2026: R-102 is on no document");
    }

    @Test
    void theHashIsThatOfTheContentsWhateverTheOrderOfEqualNumbers() {
        IssuedDocument one = issued("R-1", "2026-02-01");
        IssuedDocument other = issued("R-1", "2026-03-01");
        AsOf end = AsOf.endOf("2026-12-31");
        assertThat(Audit.of(List.of(one, other), end).bundle().series().get(0).hash())
                .isEqualTo(Audit.of(List.of(other, one), end)
                        .bundle()
                        .series()
                        .get(0)
                        .hash());
    }

    @Test
    void anotherFormIsFound() {
        assertThat(findings(audit("R-1", "R-2", "X-3", "final")))
                .containsExactly(
                        "OTHER_FORM final of ACME 2026: final has no digits that count",
                        "OTHER_FORM X-3 of ACME 2026: X-3 has another form than R-1");
    }

    @Test
    void whatStandsAfterTheDigitsIsAPartOfTheForm() {
        assertThat(findings(audit("R-1", "R-2", "R-3-A")))
                .containsExactly("OTHER_FORM R-3-A of ACME 2026: R-3-A has another form than R-1");
    }

    /** Most documents are of another form than what was drawn, which is what counts. */
    @Test
    void theFormIsThatOfTheNumbersThatWereDrawn() {
        Audit audit = audit("R-1", "X-1", "R-2").drawn(SERIES, DrawnNumbers.of("X-1", "X-1"));
        assertThat(findings(audit))
                .containsExactly(
                        "OTHER_FORM R-1 of ACME 2026: R-1 has another form than X-1",
                        "OTHER_FORM R-2 of ACME 2026: R-2 has another form than X-1");
    }

    /** Those of other forms stand after the others, by number. */
    @Test
    void theProofDoesNotDependOnTheOrderOfOtherForms() {
        SeriesProof proof = audit("R-1", "final", "draft").bundle().series().get(0);
        assertThat(proof)
                .isEqualTo(audit("draft", "final", "R-1").bundle().series().get(0));
        assertThat(proof).hasToString("ACME 2026: 3 documents, R-1 to final");
        assertThat(proof.isComplete()).isTrue();
    }

    @Test
    void aSeriesWithAGapIsNotComplete() {
        assertThat(audit("R-1", "R-3").bundle().series().get(0).isComplete()).isFalse();
    }

    @Test
    void theFirstAndTheLastThatWereDrawnAreAmongThem() {
        assertThat(findings(audit("R-1", "R-2", "R-3").drawn(SERIES, DrawnNumbers.of("R-1", "R-3"))))
                .isEmpty();
    }

    /** R-98 was not drawn; R-99 and R-100 were not either, so they are not missing. */
    @Test
    void nothingIsMissingBeforeTheFirstThatWasDrawn() {
        Audit audit = audit("R-98", "R-101", "R-102").drawn(SERIES, DrawnNumbers.of("R-101", "R-102"));
        assertThat(findings(audit))
                .containsExactly("NOT_DRAWN R-98 of ACME 2026: R-98 is not among R-101 to R-102, which were drawn");
    }

    /** Of two that count the same, the last one says how the next is written. */
    @Test
    void missingNumbersAreWrittenAsTheOneBeforeThem() {
        assertThat(missing(audit("R-01", "R-1", "R-3"))).containsExactly("R-2");
        assertThat(missing(audit("R-01", "R-3"))).containsExactly("R-02");
    }

    @Test
    void aDateBeforeThatOfAnEarlierNumberIsFound() {
        Audit audit = Audit.of(
                List.of(issued("R-1", "2026-02-01"), issued("R-2", "2026-03-01"), issued("R-3", "2026-02-28")),
                AsOf.endOf("2026-12-31"));
        assertThat(findings(audit))
                .containsExactly("DATE_ORDER R-3 of ACME 2026: R-3 is dated 2026-02-28, and R-2 before it 2026-03-01");
        assertThat(audit.bundle().findings(Code.DATE_ORDER)).hasSize(1);
    }

    /** Whatever is taken out of a series, in whatever order the rest comes, is what is missing. */
    @Property
    void whatIsTakenOutIsMissing(
            @ForAll @Size(max = 8) Set<@IntRange(min = 1, max = 30) Integer> out,
            @ForAll @IntRange(min = 1, max = 30) int last,
            @ForAll @IntRange(min = 1, max = 4) int width,
            @ForAll long seed) {
        var expected = new TreeSet<String>();
        var documents = new ArrayList<IssuedDocument>();
        for (int i = 1; i <= last; i++) {
            String number =
                    "R-" + "0".repeat(Math.max(0, width - Integer.toString(i).length())) + i;
            if (out.contains(i)) {
                expected.add(number);
            } else {
                documents.add(issued(number, "2026-02-01"));
            }
        }
        Collections.shuffle(documents, new Random(seed));
        String first = "R-" + "0".repeat(width - 1) + "1";
        SeriesProof proof = Audit.of(documents, AsOf.endOf("2026-12-31"))
                .drawn(SERIES, DrawnNumbers.of(first, "R-" + last))
                .bundle()
                .series()
                .get(0);
        var found = new TreeSet<String>();
        for (MissingNumbers gap : proof.missing()) {
            NumberForm form = NumberForm.of(gap.first()).orElseThrow();
            for (int i = 0; i < gap.count().intValueExact(); i++) {
                found.add(form.at(form.count().add(BigInteger.valueOf(i))).value());
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(proof.count() + expected.size()).isEqualTo(last);
    }

    @Test
    void refusesDrawnNumbersThatDoNotFollow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnNumbers.of("R-2", "R-1"))
                .withMessage("last must follow R-2, or be it, but was R-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnNumbers.of("R-1", "X-2"))
                .withMessage("last must follow R-1, or be it, but was X-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnNumbers.of("R", "R-2"))
                .withMessage("first must have digits, but was R");
    }
}
