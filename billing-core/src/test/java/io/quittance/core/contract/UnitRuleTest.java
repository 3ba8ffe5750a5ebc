package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.reason;
import static io.quittance.core.contract.Reviews.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.Meter;
import io.quittance.core.usage.UnitConversion;
import org.junit.jupiter.api.Test;

class UnitRuleTest {
    private static final Charge EUROPE = voice("eu");
    private static final Charge AMERICA = voice("us");

    private static Charge voice(String region) {
        return Charge.usage(region, Meter.sum("voice").where("region", region), PerUnit.of("0.045"))
                .unit("MIN");
    }

    @Test
    void notesAMeterInTwoUnits() {
        Contract.Builder two = contract(EUROPE, AMERICA.unit("SEC"));
        assertThat(found(two)).containsExactly("NOTE charges[1].unit unit-differs");
        assertThat(reason(two)).hasToString("counts voice in SEC, while charges[0] counts it in MIN");
        assertThat(found(history(contract(EUROPE), terms(1, "2026-07-01", EUROPE.unit("SEC")))))
                .containsExactly("NOTE amendments[0].terms.charges[0].unit unit-differs");
    }

    @Test
    void leavesAloneUnitsThatAreTheSameOrConverted() {
        assertThat(found(contract(EUROPE, AMERICA, API))).isEmpty();
        assertThat(found(contract(EUROPE, AMERICA.unit("SEC").converted(UnitConversion.multiplyBy("60")))))
                .isEmpty();
        Charge calls = Charge.usage("calls", Meter.count("voice"), PerUnit.of("0.01"));
        assertThat(found(contract(EUROPE, calls))).isEmpty();
    }
}
