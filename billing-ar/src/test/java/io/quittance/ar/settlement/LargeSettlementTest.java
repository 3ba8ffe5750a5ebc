package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.money.Amount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A payment for tens of thousands of items takes time in proportion to them, as does what is asked of it. */
class LargeSettlementTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private static List<OpenItem> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> OpenItem.of(Receivable.of(id("R" + i), A, DAY, DAY, eur("5"))))
                .toList();
    }

    /** 30,000 items of 5.00, from each of which 0.10 are kept as tax. */
    @Test
    void settlesManyItemsWithAnAdjustmentEach() {
        List<OpenItem> items = items(30_000);
        SettlementPolicy policy = SettlementPolicy.MONEY_ONLY.withheld(items.stream()
                .map(item -> Withholding.of(item.id(), eur("0.10"), "WHT"))
                .toList());
        AllocationRequest request = AllocationRequest.of(payment("P", "2026-03-10", "146999"), items);
        Amount left = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Settlement settlement = Settlement.of(request, new OldestDueFirst(), policy);
            assertThat(settlement.adjusted()).isEqualTo(eur("3000"));
            return settlement.openAfter(items);
        });
        assertThat(left).isEqualTo(eur("1"));
    }

    /** 5,000 items of 5.00: 4.00 of each, 0.75 off and 0.25 written off. */
    @Test
    void settlesManyRowsThatAreAsked() {
        List<OpenItem> items = items(5_000);
        var asked = new RequestedSettlement(items.stream()
                .map(item -> RequestedItem.of(item.id(), eur("4"), eur("0.75"), eur("0.25")))
                .toList());
        UnappliedPayment credit = UnappliedPayment.of(payment("P", "2026-03-10", "20001"));
        Settlement settlement = assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> asked.settle(items, List.of(credit)))
                .get(0);
        assertThat(settlement.applied()).isEqualTo(eur("20000"));
        assertThat(settlement.adjusted()).isEqualTo(eur("5000"));
        assertThat(settlement.adjustments()).hasSize(10_000);
        assertThat(settlement.onAccount()).isEqualTo(eur("1"));
    }
}
