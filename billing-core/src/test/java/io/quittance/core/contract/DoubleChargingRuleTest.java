package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.reason;
import static io.quittance.core.contract.Reviews.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.Increments;
import io.quittance.core.usage.Meter;
import org.junit.jupiter.api.Test;

class DoubleChargingRuleTest {
    private static Charge calls(String id, Meter meter) {
        return Charge.usage(id, meter, PerUnit.of("0.02"));
    }

    @Test
    void findsTwoChargesOfOneMeterOnTheDaysThatTheyShare() {
        Contract.Builder twice = contract(
                API.until("2026-07-01"), calls("calls", Meter.sum("calls")).from("2026-06-01"));
        assertThat(found(twice)).containsExactly("CONTRADICTION charges[1] double-charging");
        assertThat(reason(twice)).hasToString("charges sum of calls on [2026-06-01, 2026-07-01), as charges[0] does");
    }

    @Test
    void findsAFilterThatLetsThroughWhatAnotherChargeCounts() {
        Meter europe = Meter.sum("calls").where("region", "eu");
        assertThat(found(contract(API, calls("eu", europe))))
                .containsExactly("CONTRADICTION charges[1] double-charging");
        assertThat(found(contract(
                        calls("eu", europe), calls("fast", Meter.sum("calls").where("speed", "fast")))))
                .containsExactly("CONTRADICTION charges[1] double-charging");
        assertThat(found(contract(API, calls("minutes", Meter.sum("calls", Increments.of("60", "60"))))))
                .containsExactly("CONTRADICTION charges[1] double-charging");
    }

    @Test
    void findsTwoPeaksOfOneMeter() {
        assertThat(found(contract(calls("peak", Meter.max("calls")), calls("top", Meter.max("calls")))))
                .containsExactly("CONTRADICTION charges[1] double-charging");
    }

    @Test
    void findsItInTheTermsOfAnAmendment() {
        assertThat(found(history(contract(API), terms(1, "2026-07-01", API, calls("calls", Meter.sum("calls"))))))
                .containsExactly("CONTRADICTION amendments[0].terms.charges[1] double-charging");
    }

    @Test
    void leavesAloneWhatIsNotTheSame() {
        Meter europe = Meter.sum("calls").where("region", "eu");
        Meter america = Meter.sum("calls").where("region", "us");
        assertThat(found(contract(calls("eu", europe), calls("us", america)))).isEmpty();
        assertThat(found(contract(API, calls("peak", Meter.max("calls"))))).isEmpty();
        assertThat(found(contract(calls("peak", Meter.max("calls")), API))).isEmpty();
        assertThat(found(contract(API, calls("bytes", Meter.sum("bytes"))))).isEmpty();
        assertThat(found(contract(
                        API.until("2026-07-01"),
                        calls("calls", Meter.sum("calls")).from("2026-07-01"))))
                .isEmpty();
    }
}
