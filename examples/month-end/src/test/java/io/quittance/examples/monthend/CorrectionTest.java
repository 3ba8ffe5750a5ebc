package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.usage.UsageSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The amendment that ships: evening minutes of customer 1 cost 0.08 instead of 0.085, from January on, as agreed in February. */
class CorrectionTest {
    private static final CorrectionJob.Result CORRECTION =
            Shipped.CLOSE.correction().orElseThrow();

    /** 197.4 minutes: 16.779 were billed as 16.78, and 15.792 are due. */
    @Test
    void givesBackTheOldPriceAndChargesTheNewOne() {
        assertThat(CORRECTION.second().lines())
                .extracting(BillLine::toString)
                .containsExactly(
                        "CREDIT eve [2014-01-01, 2014-02-01): USD -16.78",
                        "CHARGE eve [2014-01-01, 2014-02-01): USD 15.79");
        assertThat(CORRECTION.second().date()).isEqualTo("2014-02-10");
    }

    @Test
    void isDoneOnce() {
        TelephoneCustomer customer = Shipped.CLOSE.usage().accepted().get(0);
        BilledPeriods history = BilledPeriods.none().after(CORRECTION.first()).after(CORRECTION.second());
        BillRun again = Taxes.engine()
                .bill(
                        CORRECTION.contract(),
                        UsageSource.of(customer.usage()),
                        history,
                        CORRECTION.second().date());
        assertThat(again.lines()).isEmpty();
    }

    @Test
    void aContractOfOtherTermsIsLeftAlone(@TempDir Path folder) throws Exception {
        String shipped = Source.of(null, "amended-contract.json").text();
        Path other = Files.writeString(folder.resolve("other.json"), shipped.replace("\"0.17\"", "\"0.18\""));
        assertThat(CorrectionJob.run(Source.of(other, ""), Shipped.CLOSE.usage().accepted()))
                .isEmpty();
        Path broken = Files.writeString(folder.resolve("broken.json"), shipped.replace("\"A-1\"", "\"\""));
        assertThatThrownBy(() -> CorrectionJob.run(
                        Source.of(broken, ""), Shipped.CLOSE.usage().accepted()))
                .hasMessageStartingWith("broken.json: ")
                .hasMessageContaining("amendments[0]");
    }
}
