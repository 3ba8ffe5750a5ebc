package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillLine;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which line goes with which. */
class PairingTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");

    private static BillLine due(String id, String amount) {
        return new BillLine(
                id,
                BillLine.Kind.CHARGE,
                ContractId.of("C-1"),
                ChargeId.of("platform"),
                "signed",
                JANUARY,
                JANUARY,
                "Platform",
                Fraction.of(1),
                "C62",
                eur(amount),
                List.of(),
                null,
                null,
                List.of());
    }

    private static InvoicedLine fee(String amount) {
        return line("platform", amount);
    }

    @Test
    void theIdTellsThePartnerBeforeDaysAndAmount() {
        Pairing pairing = Pairing.of(
                List.of(due("a", "100"), due("b", "90")),
                List.of(
                        fee("90").identified("a"),
                        line("platform", FEBRUARY, "100").identified("b")));
        assertThat(pairing.expected()).isEmpty();
        assertThat(pairing.invoiced()).isEmpty();
    }

    @Test
    void ofTheSameDaysTheNearestAmountIsThePartner() {
        BillLine due = due("a", "41.70");
        assertThat(Pairing.of(List.of(due), List.of(fee("7.00"), fee("41.71"))))
                .isEqualTo(new Pairing(List.of(), List.of(fee("7.00"))));
        assertThat(Pairing.of(List.of(due("b", "8.00"), due), List.of(fee("41.71"))))
                .isEqualTo(new Pairing(List.of(due("b", "8.00")), List.of()));
    }

    @Test
    void eachLineHasOnePartner() {
        assertThat(Pairing.of(List.of(due("a", "310"), due("b", "310")), List.of(fee("310"))))
                .isEqualTo(new Pairing(List.of(due("b", "310")), List.of()));
        assertThat(Pairing.of(List.of(due("a", "310")), List.of(fee("310"), fee("310"))))
                .isEqualTo(new Pairing(List.of(), List.of(fee("310"))));
    }

    @Test
    void linesOfOtherDaysOrOfTheOtherSignAreNoPartners() {
        List<BillLine> due = List.of(due("a", "310"));
        List<InvoicedLine> others = List.of(line("platform", FEBRUARY, "310"), fee("-310"));
        assertThat(Pairing.of(due, others)).isEqualTo(new Pairing(due, others));
    }

    @Test
    void aCreditIsBesideTheTermsUnlessItIsExpected() {
        InvoicedLine credit = fee("-31").credited();
        assertThat(Pairing.beside(List.of(), List.of(fee("310"), credit))).containsExactly(credit);
        assertThat(Pairing.beside(List.of(due("a", "-31")), List.of(credit))).isEmpty();
        assertThat(Pairing.beside(List.of(due("a", "-31")), List.of(credit, credit)))
                .containsExactly(credit);
        assertThat(Pairing.beside(List.of(due("a", "-30")), List.of(credit))).containsExactly(credit);
        InvoicedLine later = line("platform", FEBRUARY, "-31").credited();
        assertThat(Pairing.beside(List.of(due("a", "-31")), List.of(later))).containsExactly(later);
    }

    /** What the terms give back was given back by a line that is no credit, so the credit is beside them. */
    @Test
    void anExpectedLineIsFirstOneThatIsNoCredit() {
        InvoicedLine credit = fee("-31").credited();
        assertThat(Pairing.beside(List.of(due("a", "-31")), List.of(credit, fee("-31"))))
                .containsExactly(credit);
    }

    @Test
    void aCreditOfNothingIsBesideNothing() {
        assertThat(Pairing.beside(List.of(), List.of(fee("0").credited()))).isEmpty();
    }
}
