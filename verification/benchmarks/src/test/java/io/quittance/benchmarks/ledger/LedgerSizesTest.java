package io.quittance.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.benchmarks.Variant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class LedgerSizesTest {
    @Test
    void everySizeOwesTheSame() {
        var variants = new ArrayList<>(LedgerSizes.ofManyCustomers(400));
        variants.addAll(LedgerSizes.ofOneCustomer(35));
        variants.addAll(LedgerSizes.ofOneCustomer(3_005));
        for (Variant variant : variants) {
            assertThat(variant.work().getAsLong()).as(variant.name()).isEqualTo(2_000 * 5 * 100_00);
        }
        assertThat(Entries.ofManyCustomers(400).customers())
                .hasSize(20)
                .allSatisfy(customer -> assertThat(customer.version()).isEqualTo(20));
        assertThat(Entries.ofOneCustomer(3_005).version()).isEqualTo(3_005);
    }
}
