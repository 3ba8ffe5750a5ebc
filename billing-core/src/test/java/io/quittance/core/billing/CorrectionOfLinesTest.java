package io.quittance.core.billing;

import static io.quittance.core.billing.BillRunTest.terms;
import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of some lines of January is billed, after others were, all on the same terms; amounts by hand. */
class CorrectionOfLinesTest {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final Charge FEE = Charge.recurring("fee", FlatFee.of("310.00"));
    private static final RatedCharge RATED = Rating.of(
                    Contract.of(ContractId.of("C-1"), CustomerId.of("ACME"), JANUARY, terms(FEE)), List.of(), JANUARY)
            .charges()
            .get(0);
    private static final Content CONTENT = new Content(FEE, Fraction.ONE, Discounts.none(), Conventions.standard());

    /** Neither has all days of the other: none is a part, and what was billed goes back. */
    @Test
    void linesThatOverlapAreNoPartsOfEachOther() {
        Correction overlapping = correction(List.of(billed(days(1, 16), "150")), due(days(10, 20), "100"));
        assertThat(lines(overlapping))
                .containsExactly(
                        "CREDIT fee [2026-01-01, 2026-01-16): EUR -150.00 []",
                        "CHARGE fee [2026-01-10, 2026-01-20): EUR 100.00 []");
        assertThat(after(overlapping))
                .containsExactly(
                        "fee [2026-01-10, 2026-01-20): EUR 100.00, 1 []",
                        "fee [2026-01-01, 2026-01-16): EUR 0.00, 1 []");
        assertThat(lines(correction(List.of(billed(days(1, 11), "100")), due(days(11, 21), "100"))))
                .containsExactly(
                        "CREDIT fee [2026-01-01, 2026-01-11): EUR -100.00 []",
                        "CHARGE fee [2026-01-11, 2026-01-21): EUR 100.00 []");
    }

    @Test
    void whatIsBilledInPartsIsNotBilledAgain() {
        Correction whole =
                correction(List.of(billed(days(1, 11), "100"), billed(days(11, 21), "100")), due(days(1, 21), "200"));
        assertThat(lines(whole)).isEmpty();
        assertThat(lines(correction(List.of(billed(days(1, 11), "100")), due(days(1, 21), "200"))))
                .containsExactly("CHARGE fee [2026-01-11, 2026-01-21): EUR 100.00 []");
        assertThat(lines(correction(List.of(billed(days(1, 21), "200")), due(days(1, 11), "100"))))
                .containsExactly("CREDIT fee [2026-01-11, 2026-01-21): EUR -100.00 []");
    }

    /** A line of nothing is shown when it is due for the first time, and never again. */
    @Test
    void aLineOfNothingIsShownOnce() {
        assertThat(lines(correction(List.of(), due(JANUARY, "0"))))
                .containsExactly("CHARGE fee [2026-01-01, 2026-02-01): EUR 0.00 []");
        assertThat(lines(correction(List.of(billed(JANUARY, "0")), due(JANUARY, "0"))))
                .isEmpty();
        assertThat(lines(correction(List.of(billed(JANUARY, "0").revision(1)), due(JANUARY, "0"))))
                .isEmpty();
    }

    /** In other words it is the same treatment: the difference has the words with which the line was billed. */
    @Test
    void aDifferenceHasTheWordsOfWhatItCorrects() {
        TaxTreatment before = reverseCharge().because("as it was");
        TaxTreatment now = reverseCharge().because("as it is");
        Correction more = correction(List.of(billed(JANUARY, "100").taxed(List.of(before))), due(JANUARY, "120", now));
        assertThat(lines(more))
                .containsExactly("DIFFERENCE fee [2026-01-01, 2026-02-01): EUR 20.00 " + List.of(before));
        assertThat(more.after()).extracting(BilledLine::taxes).containsExactly(List.of(before));
    }

    /** Of a line of nothing no tax was owed: what is due now is taxed as it should be now. */
    @Test
    void whatWasNothingIsTaxedAsItShouldBe() {
        Correction some = correction(
                List.of(billed(JANUARY, "0").taxed(List.of(standard("19")))), due(JANUARY, "5", standard("16")));
        assertThat(lines(some)).containsExactly("CHARGE fee [2026-01-01, 2026-02-01): EUR 5.00 [S 16%]");
        assertThat(some.after()).extracting(BilledLine::taxes).containsExactly(List.of(standard("16")));
    }

    private static Correction correction(List<BilledLine> billed, DueLine due) {
        return Correction.of(ContractId.of("C-1"), JANUARY, billed, List.of(due), line -> CONTENT);
    }

    private static List<String> lines(Correction correction) {
        return correction.lines().stream()
                .map(line -> line + " " + line.taxes())
                .toList();
    }

    private static List<String> after(Correction correction) {
        return correction.after().stream()
                .map(line -> line + ", " + line.revision() + " " + line.taxes())
                .toList();
    }

    private static ServicePeriod days(int first, int end) {
        return new ServicePeriod(
                JANUARY.start().withDayOfMonth(first), JANUARY.start().withDayOfMonth(end));
    }

    private static BilledLine billed(ServicePeriod days, String amount) {
        return BilledLine.of(FEE.id(), "signed", days, Amount.of(amount, "EUR"));
    }

    private static DueLine due(ServicePeriod days, String amount, TaxTreatment... taxes) {
        return new DueLine(RATED, CONTENT, days, Amount.of(amount, "EUR"), List.of(taxes));
    }
}
