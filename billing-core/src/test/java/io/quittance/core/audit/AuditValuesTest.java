package io.quittance.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.InvoiceType;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What parts of a bundle refuse, and how they are written. */
class AuditValuesTest {
    private static final String HASH = "0".repeat(64);

    private static AuditTotal total(long count) {
        return new AuditTotal(
                InvoiceType.INVOICE, count, Records.eur("5"), Records.eur("0"), Records.eur("5"), Records.eur("5"));
    }

    private static SeriesProof proof(long count) {
        return new SeriesProof(Records.SERIES, count, null, null, List.of(), List.of(), HASH);
    }

    private static MissingNumbers missing(long count) {
        return new MissingNumbers(InvoiceNumber.of("R-3"), InvoiceNumber.of("R-3"), BigInteger.valueOf(count));
    }

    private static AuditedLine line(int index) {
        return new AuditedLine(index, Records.R1.lines().get(0), null, List.of());
    }

    @Test
    void aTotalIsOfNoDocumentOrMore() {
        assertThat(total(0)).hasToString("0 of 380: EUR 5.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> total(-1))
                .withMessage("count must not be negative, but was -1");
    }

    @Test
    void aProofIsOfNoDocumentOrMore() {
        assertThat(proof(0)).hasToString("ACME 2026: 0 documents");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proof(-1))
                .withMessage("count must not be negative, but was -1");
    }

    @Test
    void atLeastOneNumberIsMissing() {
        assertThat(missing(1)).hasToString("R-3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> missing(0))
                .withMessage("count must be positive, but was 0");
    }

    @Test
    void linesAreCountedFromNothing() {
        assertThat(line(0).billed()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(-1))
                .withMessage("index must not be negative, but was -1");
    }

    @Test
    void recordsAndBundlesSayHowManyDocumentsTheyHave() {
        Audit audit = Records.audit(Records.R2).drawn(Records.SERIES, DrawnNumbers.of("R-1", "R-2"));
        assertThat(audit).hasToString("audit of 1 documents as of 2026-03-01");
        // R-1 is missing, and its two lines are on no document
        assertThat(audit.bundle()).hasToString("1 documents of 1 series, 3 findings");
        assertThat(audit.bundle().terms()).singleElement().hasToString("C-1 signed from 2026-01-01");
    }
}
