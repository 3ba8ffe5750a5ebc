package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepPrepaidTest {
    private static final AllocationStrategy KEEP = new KeepPrepaid(new OldestDueFirst());
    private static final Payment PREPAID = payment("P1", "2026-03-10", "100.00").prepaying("PO-7");
    private static final OpenItem OTHER = OpenItem.of(receivable("R1", "2026-03-01", "80.00"));
    private static final OpenItem ORDERED =
            OpenItem.of(receivable("R2", "2026-03-05", "60.00").knownBy("PO-7"));

    @Test
    void prepaidMoneyWaitsForItsReceivable() {
        Allocation before = Allocation.of(PREPAID, List.of(OTHER), KEEP);
        assertThat(before.lines()).isEmpty();
        assertThat(before.unapplied()).isEqualTo(eur("100"));
        Allocation then = Allocation.of(PREPAID, List.of(OTHER, ORDERED), KEEP);
        assertThat(then.lines()).hasToString("[EUR 60.00 to R2]");
        assertThat(then.unapplied()).isEqualTo(eur("40"));
        assertThat(then.lines().get(0).explanation().text())
                .isEqualTo("prepaid for PO-7: number 1 by prepaid, due 2026-03-05: EUR 60.00 of EUR 60.00 open and"
                        + " EUR 100.00 left; ended by the item");
    }

    /** An order that is invoiced in parts: 40.00 are left of the first, and go to the second. */
    @Test
    void theRestWaitsForTheNextInvoiceOfTheOrder() {
        OpenItem second = OpenItem.of(receivable("R3", "2026-04-05", "70.00").knownBy("PO-7"));
        var request = AllocationRequest.of(PREPAID, eur("40"), List.of(OTHER, second));
        assertThat(Allocation.of(request, KEEP).lines()).hasToString("[EUR 40.00 to R3]");
        assertThat(Allocation.of(PREPAID, List.of(second, ORDERED), KEEP).lines())
                .hasToString("[EUR 60.00 to R2, EUR 40.00 to R3]");
    }

    @Test
    void otherMoneyGoesByTheOtherStrategy() {
        Payment other = payment("P2", "2026-03-10", "100.00");
        assertThat(Allocation.of(other, List.of(OTHER, ORDERED), KEEP).lines())
                .isEqualTo(Allocation.of(other, List.of(OTHER, ORDERED), new OldestDueFirst())
                        .lines())
                .hasSize(2);
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void isAValueThatCanBeStored() throws Exception {
        assertThat(copy(new KeepPrepaid(new OldestDueFirst()))).isEqualTo(KEEP).hasSameHashCodeAs(KEEP);
        assertThat(KEEP).hasToString("prepaid, otherwise oldest due first");
        assertThatNullPointerException().isThrownBy(() -> new KeepPrepaid(null)).withMessage("otherwise");
    }
}
