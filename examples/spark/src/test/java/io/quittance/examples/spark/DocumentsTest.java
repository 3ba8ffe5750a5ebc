package io.quittance.examples.spark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.core.bulk.UsageSums;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Documents DOCUMENTS = Seller.documents(SmallRun.PRICES);

    private static UsageSums sums() {
        return DOCUMENTS.month().sums(1, SmallRun.PRICES);
    }

    @Test
    void refusesADocumentThatIsNotWhatTheKernelCameTo() {
        PriceList calls = SmallRun.prices("calls");
        UsageSums sums = sums();
        sums.add(0, 0, new BigDecimal("1001"), W1.START);
        var lines = sums.price(SmallRun.prices("both").tariff());
        var other = new Agreement(
                "C-1",
                1,
                "Buyer",
                "DE",
                SmallRun.YEAR,
                new PriceList("dear", PriceLists.read(dearer()).lists().get(0).terms(), calls.tariff()));
        assertThatThrownBy(() -> DOCUMENTS.issue(other, lines, 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("contract C-1: ")
                .hasMessageEndingWith(" must be 100.08");
    }

    private static Map<String, String> dearer() {
        return Map.of("dear", requireNonNull(SmallRun.JSON.get("calls")).replace("0.08", "0.09"));
    }

    @Test
    void refusesUsageThatWasNotScreened() {
        UsageSums sums = sums();
        sums.add(0, 0, BigDecimal.ONE, W1.END.plusSeconds(3600));
        Agreements agreements = new SmallRun().contract(1, "calls").agreements();
        assertThatThrownBy(() -> RatedSlice.of(0, sums, agreements))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "usage must be screened, but there were 0 events from 2026-09-30T22:00:00Z to 2026-10-31T23:00:00Z,"
                                + " 0 before, 1 after, 0 rejected");
    }
}
