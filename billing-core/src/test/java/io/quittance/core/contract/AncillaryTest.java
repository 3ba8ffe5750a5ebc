package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.pricing.FlatFee;
import org.junit.jupiter.api.Test;

class AncillaryTest {

    @Test
    void marksAChargeWithItsOrderAndTheRuleOfItsPrice() {
        Charge visit = Charge.oneOff("visit", FlatFee.of("450")).ancillary("PO-4711", "list price of 2026 less 10 %");
        assertThat(visit.ancillary())
                .hasValueSatisfying(mark -> assertThat(mark)
                        .returns("PO-4711", Ancillary::order)
                        .returns("list price of 2026 less 10 %", Ancillary::priceRule));
        assertThat(Charge.oneOff("visit", FlatFee.of("450")).ancillary()).isEmpty();
    }

    @Test
    void refusesAMarkThatNobodyCanCheck() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ancillary("", "list price"))
                .withMessage("order must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ancillary("PO-4711", "x".repeat(201)))
                .withMessageStartingWith("priceRule must have 1 to 200 characters, but was xxx");
    }
}
