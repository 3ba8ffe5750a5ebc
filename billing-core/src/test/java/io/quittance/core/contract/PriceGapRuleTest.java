package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.pause;
import static io.quittance.core.contract.Reviews.reason;
import static io.quittance.core.contract.Reviews.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.id.ChargeId;
import io.quittance.core.pricing.Capacity;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceGapRuleTest {
    private static final Charge AGAIN = Charge.usage("api-2", "calls", PerUnit.of("0.08"));

    @Test
    void findsDaysOfAMeterBetweenOneChargeAndTheNext() {
        Contract.Builder gap = contract(PLATFORM, API.until("2026-06-01"), AGAIN.from("2026-07-01"));
        assertThat(found(gap)).containsExactly("GAP charges[2].from unpriced-days");
        assertThat(reason(gap)).hasToString("calls has no price on [2026-06-01, 2026-07-01)");
    }

    /** In whatever order the charges stand. */
    @Test
    void findsDaysBeforeAChargeThatStandsFirst() {
        assertThat(found(contract(PLATFORM, AGAIN.from("2026-07-01"), API.until("2026-06-01"))))
                .containsExactly("GAP charges[1].from unpriced-days");
    }

    /** A price of Europe is none of America's calls, nor one of users of what is stored there. */
    @Test
    void findsDaysOfAFilterThatOtherPricesDoNotCount() {
        Meter europe = Meter.sum("calls").where("region", "eu");
        Meter america = Meter.sum("calls").where("region", "us");
        Contract.Builder gap = contract(
                PLATFORM,
                Charge.usage("eu", europe, PerUnit.of("1")),
                Charge.usage("us", america, PerUnit.of("1")).until("2026-06-01"),
                Charge.usage("us-2", america, PerUnit.of("2")).from("2026-07-01"));
        assertThat(found(gap)).containsExactly("GAP charges[3].from unpriced-days");
        assertThat(reason(gap)).hasToString("calls where {region=us} has no price on [2026-06-01, 2026-07-01)");
        Charge sized = Charge.usage(
                ChargeId.of("sized"),
                List.of(europe, Meter.max("users")),
                Capacity.of(Capacity.Tier.of("20").withLimit("users", "10"), Capacity.Tier.of("60")));
        assertThat(found(contract(
                        PLATFORM,
                        sized,
                        Charge.usage("us", america, PerUnit.of("1")).until("2026-06-01"),
                        Charge.usage("us-2", america, PerUnit.of("2")).from("2026-07-01"))))
                .containsExactly("GAP charges[3].from unpriced-days");
    }

    @Test
    void findsWhatTermsInBetweenDoNotCharge() {
        assertThat(found(history(
                        contract(PLATFORM, API), terms(1, "2026-04-01", API), terms(2, "2026-07-01", API, PLATFORM))))
                .containsExactly("GAP amendments[1].terms.charges[1] unpriced-days");
    }

    @Test
    void leavesAloneDaysThatHaveAPrice() {
        assertThat(found(contract(API.until("2026-06-01"), AGAIN.from("2026-06-01"))))
                .isEmpty();
        assertThat(found(contract(PLATFORM, API.until("2026-06-01")))).isEmpty();
        Charge europe = Charge.usage("eu", Meter.sum("calls").where("region", "eu"), PerUnit.of("1"));
        Charge all = Charge.usage("all", "calls", PerUnit.of("1"));
        assertThat(found(contract(
                        PLATFORM,
                        europe.until("2026-03-01"),
                        all.from("2026-03-01").until("2026-04-01"),
                        Charge.usage("eu-2", Meter.sum("calls").where("region", "eu"), PerUnit.of("1"))
                                .from("2026-04-01"))))
                .isEmpty();
    }

    /** A setup that is due again has no days in between. */
    @Test
    void leavesAloneWhatIsDueOnce() {
        Charge setup = Charge.oneOff("setup", FlatFee.of("500"));
        assertThat(found(history(
                        contract(PLATFORM, setup),
                        terms(1, "2026-04-01", PLATFORM),
                        terms(2, "2026-07-01", PLATFORM, setup.named("Setup")))))
                .isEmpty();
    }

    @Test
    void leavesAloneDaysOnWhichTheContractRests() {
        assertThat(found(history(
                        contract(PLATFORM, API.until("2026-06-01"), AGAIN.from("2026-07-01")),
                        pause(1, "2026-06-01", "2026-07-01"))))
                .isEmpty();
    }
}
