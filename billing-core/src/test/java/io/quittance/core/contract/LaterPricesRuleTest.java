package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.reason;
import static io.quittance.core.contract.Reviews.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.FlatFee;
import org.junit.jupiter.api.Test;

class LaterPricesRuleTest {
    @Test
    void findsPricesAfterTheEnd() {
        Charge late = PLATFORM.repriced("2026-07-01", FlatFee.of("520")).repriced("2027-01-01", FlatFee.of("540"));
        assertThat(found(contract(late))).containsExactly("CONTRADICTION charges[0].laterModels[1] price-never-holds");
        assertThat(found(contract(PLATFORM.repriced("2027-01-01", FlatFee.of("520")))))
                .containsExactly("CONTRADICTION charges[0].laterModels[0] price-never-holds");
        assertThat(reason(contract(late))).hasToString("the price holds on none of [2026-01-01, 2027-01-01)");
    }

    @Test
    void findsPricesThatAreReplacedBeforeTheStart() {
        assertThat(found(contract(PLATFORM.repriced("2026-01-01", FlatFee.of("520")))))
                .containsExactly("CONTRADICTION charges[0].model price-never-holds");
        assertThat(found(contract(
                        PLATFORM.repriced("2025-06-01", FlatFee.of("520")).repriced("2026-01-01", FlatFee.of("540")))))
                .containsExactly(
                        "CONTRADICTION charges[0].model price-never-holds",
                        "CONTRADICTION charges[0].laterModels[0] price-never-holds");
    }

    @Test
    void leavesAlonePricesThatHold() {
        Charge rising = PLATFORM.repriced("2026-01-02", FlatFee.of("520")).repriced("2026-12-31", FlatFee.of("540"));
        assertThat(found(contract(rising))).isEmpty();
        assertThat(found(contract(PLATFORM.repriced("2027-01-01", FlatFee.of("520")))
                        .renewal(Renewal.of("P1Y", "P3M"))))
                .isEmpty();
        assertThat(found(history(contract(rising), terms(1, "2026-07-01", rising.named("Platform")))))
                .isEmpty();
    }
}
